import { Client, DatabaseError } from "pg";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";

/** SQLSTATEs: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const MISSING_DATABASE = "3D000";

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

class IsReplica extends Error {}

function inPlainWords(error: unknown, url: URL): string {
  const server = `${url.hostname || "localhost"}:${url.port || 5432}`;
  const code = codeOf(error);
  if (code === "ECONNREFUSED") return `nothing answers at ${server}. Is the server running?`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `there is no host ${url.hostname}.`;
  if (code === "28P01" || code === "28000") return `${server} refuses the user "${url.username}" or the password.`;
  if (code === "53300") return `${server} has no free connections.`;
  if (error instanceof IsReplica)
    return `${server} is a replica, so nothing can be stored on it. Use the address of the primary, or of a proxy that connects to it.`;
  if (error instanceof DatabaseError) return `${server} says: ${error.message}.`;
  return `${server} could not be reached: ${error instanceof Error ? error.message || code : String(error)}.`;
}

/**
 * Connects once. A missing database is not an error, because migrating creates it.
 * @param setting that has the address
 * @param mustWrite false if a server that can only be read will do
 * @throws DatabaseUnavailable
 */
export async function reachDatabase(setting: string, url: string, { mustWrite = false } = {}) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    if (mustWrite && (await client.query("select pg_is_in_recovery() as it")).rows[0].it) throw new IsReplica();
  } catch (error) {
    if (codeOf(error) === MISSING_DATABASE) return;
    throw new DatabaseUnavailable(`${setting}: ${inPlainWords(error, new URL(url))}`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}
