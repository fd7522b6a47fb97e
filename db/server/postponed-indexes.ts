import type { ClientBase, Pool } from "pg";

/** The lock of a run that has dropped indexes, so that no other run creates them in the meantime. */
const LOADING = 1617;

/** The tables that a quarter fills. Those of names stay small and keep their indexes. */
const TABLES = ["filing", "filing_owner", "filing_row", "footnote", "signature", "filing_problem"];

/** Takes the lock of a load for this session. @returns false if another run has it. */
export async function beginLoading(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [LOADING]);
  return rows[0]?.locked ?? false;
}

export const endLoading = (client: ClientBase) => client.query("select pg_advisory_unlock($1)", [LOADING]);

/**
 * Drops the indexes that no key needs and records how to create them, in the caller's transaction. Only for a database without
 * filings and without other connections: a running site would be slow without them.
 */
export const setIndexesAside = (client: ClientBase) => client.query("select set_indexes_aside($1)", [TABLES]);

/**
 * Whether no other program is connected, such as a running site that was there before this process began. Connections that this
 * role may not see count as others.
 */
export async function isAlone(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ others: boolean }>({
    text: `select exists (
      select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and coalesce(backend_type, 'client backend') = 'client backend'
        and coalesce(backend_start, '-infinity') < now() - make_interval(secs => $1)) as others`,
    values: [process.uptime()],
  });
  return rows[0]?.others === false;
}

type Making = {
  isOwn?: boolean;
  /** A second connection makes some of them at the same time. */
  beside?: Pool;
  onMade?: (made: number, total: number) => void;
};

/**
 * Creates the indexes that a load has dropped: at its end, or at the next start of a command if it was killed. The run that
 * dropped them waits for the lock; others do not.
 * @returns how many were created; none while another load is running.
 */
export async function makePostponedIndexes(
  client: ClientBase,
  { isOwn = false, beside, onMade = () => {} }: Making = {},
): Promise<number> {
  const { rows } = await client.query<{ name: string }>("select name from postponed_index order by name");
  if (rows.length === 0) return 0;
  if (isOwn) await client.query("select pg_advisory_lock($1)", [LOADING]);
  else if (!(await beginLoading(client))) return 0;
  const left = [...rows];
  const make = async (by: ClientBase) => {
    try {
      await by.query("set maintenance_work_mem = '512MB'");
      for (let next = left.shift(); next; next = left.shift()) {
        await by.query("select make_postponed_index($1)", [next.name]);
        onMade(rows.length - left.length, rows.length);
      }
    } finally {
      await by.query("reset maintenance_work_mem").catch(() => undefined);
    }
  };
  onMade(0, rows.length);
  const second = await beside?.connect();
  try {
    await Promise.all([make(client), second && make(second)]);
  } finally {
    second?.release();
    await endLoading(client).catch(() => undefined);
  }
  return rows.length;
}
