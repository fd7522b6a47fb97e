import { Client } from "pg";
import { BACKUP_EXIT, BackupFailure } from "@/db/backup/backup-format";

/** Makes the format of values independent of the server's and the user's settings, and allows long statements. */
const SETTINGS = `
  set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/**
 * Does work on a separate connection. The transaction is rolled back unless the work commits it. An interruption cancels the
 * statement in progress.
 * @throws BackupFailure with exit code 130 when `signal` is aborted.
 */
export async function withSession<T>(
  url: string,
  signal: AbortSignal,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "section16 backup" });
  // The waiting query fails with the same error; without a listener the process would end.
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const cancel = () => void cancelBackend(url, rows[0]?.pid ?? 0).catch(() => undefined);
  signal.addEventListener("abort", cancel, { once: true });
  try {
    signal.throwIfAborted();
    await client.query(SETTINGS);
    return await work(client);
  } catch (error) {
    if (signal.aborted)
      throw new BackupFailure("Interrupted. Nothing was changed.", BACKUP_EXIT.interrupted, { cause: error });
    throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
    await client.end().catch(() => undefined);
  }
}

async function cancelBackend(url: string, pid: number) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_cancel_backend($1)", [pid]).finally(() => client.end());
}
