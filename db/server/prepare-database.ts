import { Client, DatabaseError } from "pg";
import { DATABASE_ROLES, type Purpose, urlFor } from "@/db/server/purposes";
import { reachDatabase } from "@/db/server/reach-database";
import type { Settings } from "@/lib/settings";
import { migrateDatabase } from "./migrate";
import type { OpenDatabase } from "./opened-database";

/** An address for each purpose, with its role and its timeouts. Replicas are for reading. */
export type PreparedDatabase = Record<Purpose, string> & { replicas: string[] };

const MISSING_ROLES = `The user of DATABASE_URL cannot create roles, so the site reads as that user, in read-only transactions.
To give the site a role that can only read, see "Roles" in the README.`;

const NO_OPTIONS =
  "The server of DATABASE_URL does not accept startup options (is it a connection pooler?), so roles and timeouts do not apply.";

/**
 * Migrates an open database.
 * @returns the addresses for reading and writing from then on
 * @throws DatabaseUnavailable
 */
export async function prepareDatabase(
  { url, logins }: Pick<OpenDatabase, "url" | "logins">,
  {
    databaseReadUrl,
    databaseReplicaUrls,
    say,
  }: Pick<Settings, "databaseReadUrl" | "databaseReplicaUrls"> & { say: (notice: string) => void },
): Promise<PreparedDatabase> {
  const hasRoles = await migrateDatabase(url);
  if (logins) return { read: urlFor("read", logins.read), write: urlFor("write", logins.write), replicas: [] };
  if (!(await takesOptions(urlFor("write", url)))) {
    say(NO_OPTIONS);
    return { read: databaseReadUrl ?? url, write: url, replicas: [...databaseReplicaUrls] };
  }
  // A replica has the roles of its primary. One that does not answer now is used once it does.
  const readRole = hasRoles && databaseReadUrl === null ? DATABASE_ROLES.read : null;
  const replicas = databaseReplicaUrls.map((replica) => urlFor("read", replica, readRole));
  const write = urlFor("write", url, hasRoles ? DATABASE_ROLES.write : null);
  if (databaseReadUrl !== null) {
    await reachDatabase("DATABASE_READ_URL", databaseReadUrl);
    return { read: urlFor("read", databaseReadUrl), write, replicas };
  }
  if (!hasRoles) say(MISSING_ROLES);
  return { read: urlFor("read", url, readRole), write, replicas };
}

const PROTOCOL_VIOLATION = "08P01";

/** A pooler between us and PostgreSQL may refuse options that it does not know. */
async function takesOptions(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === PROTOCOL_VIOLATION) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The address for writing that the start command passes to its child processes, or null. */
export const handedOverUrl = (): string | null => process.env.SECTION16_WRITE_URL || null;
