import type { ClientBase } from "pg";

/** Held by a run that has set indexes aside, so that no other makes them again meanwhile. */
const LOADING = 1617;

/** The tables that a quarter fills. Those of names stay small, and their indexes stay. */
const TABLES = ["filing", "filing_owner", "filing_row", "footnote", "signature", "filing_problem"];

/** Takes the lock of a load for this session. @returns false when another run has it. */
export async function beginLoading(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [LOADING]);
  return rows[0]?.locked ?? false;
}

export const endLoading = (client: ClientBase) => client.query("select pg_advisory_unlock($1)", [LOADING]);

/**
 * Drops the indexes that no key needs and notes how to make them, in the caller's transaction. Only for a database without
 * filings that nobody else is connected to: a site that serves would be slow without them.
 */
export async function setIndexesAside(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>({
    text: `
      insert into postponed_index (name, definition)
      select c.relname, pg_get_indexdef(i.indexrelid)
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where t.relname = any($1) and t.relnamespace = current_schema::regnamespace and not i.indisunique
      returning name`,
    values: [TABLES],
  });
  for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`);
}

/** Whether another program is connected, such as a running site: one that was there before this process began. */
export async function isAlone(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ others: boolean }>({
    text: `select exists (
      select from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
        and backend_start < now() - make_interval(secs => $1)) as others`,
    values: [process.uptime()],
  });
  return rows[0]?.others === false;
}

/**
 * Makes the indexes that a load has set aside: at its end, or at the next start of a command if it was killed. The run that
 * set them aside waits until its own lock is free, others do not.
 * @returns how many were made; none while a load is under way elsewhere.
 */
export async function makePostponedIndexes(client: ClientBase, { isOwn = false } = {}): Promise<number> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    "select name, definition from postponed_index order by name",
  );
  if (rows.length === 0) return 0;
  if (isOwn) await client.query("select pg_advisory_lock($1)", [LOADING]);
  else if (!(await beginLoading(client))) return 0;
  try {
    await client.query("set maintenance_work_mem = '256MB'");
    for (const { name, definition } of rows) {
      await client.query("begin");
      await client.query(`drop index if exists ${client.escapeIdentifier(name)}`);
      await client.query(definition);
      await client.query("delete from postponed_index where name = $1", [name]);
      await client.query("commit");
    }
  } finally {
    await client.query("rollback").catch(() => undefined);
    await client.query("reset maintenance_work_mem").catch(() => undefined);
    await endLoading(client).catch(() => undefined);
  }
  return rows.length;
}
