import { setTimeout as sleep } from "node:timers/promises";
import { getTableName } from "drizzle-orm";
import type { ClientBase, Pool, PoolClient } from "pg";
import { DERIVED_TABLES } from "@/db/derive/derived-tables";
import type { RebuildStage } from "@/db/derive/rebuild-work";
import {
  amendmentLink,
  eventRow,
  filingToDerive,
  implausibleRow,
  lateness,
  listing,
  rowCheck,
  rowPattern,
  searchedNote,
  statedFacts,
  supersededRow,
  tradeCluster,
  tradeHistory,
  tradeReading,
} from "@/db/schema";
import { columnNames } from "@/db/schema/json-rows";
import { type Connection, connect } from "@/db/server/client";
import { asTransaction, inTransaction } from "@/db/server/in-transaction";
import { isTimedOut, mayRetry } from "@/db/server/may-retry";
import { NEWEST_KNOWN } from "@/db/server/newer-database";
import { withSettings } from "@/db/server/purposes";
import { VERSION } from "@/lib/version";

/*
 * A rebuild derives everything again into tables of the same names in the schema "rebuild", while pages read those in "public" and
 * filings are stored and derived there. Then the two sets of tables are swapped. `db/migrations/*_rebuild_beside.sql` has what only the
 * owner of the tables may do.
 */

/** The run that works on the rebuild holds this lock. */
const REBUILDING = 1618;

/** What is derived from a filing, row by row. */
const TABLES_OF_FILINGS = [...Object.values(DERIVED_TABLES), eventRow, tradeCluster, listing, searchedNote];
const OF_FILINGS = TABLES_OF_FILINGS.map((table) => getTableName(table));
const FACTS = getTableName(statedFacts);
const QUEUE = getTableName(filingToDerive);
/** The tables that are swapped. A rebuild has its own queue, for filings that it does not have in their current state. */
export const REBUILT = [...OF_FILINGS, FACTS, QUEUE];

/** Another version may derive different values, so it does not continue a rebuild. */
const MADE_BY = `${VERSION} ${NEWEST_KNOWN}`;

/**
 * Whether connections have settings of their own. Through a pooler they do not: a search path would also apply to the next program
 * that gets the connection.
 */
export const mayBeBeside = ({ options: { connectionString } }: Pool): boolean =>
  connectionString !== undefined && new URL(connectionString).searchParams.has("options");

/**
 * A connection that derives into the tables of the rebuild. Its commits do not wait for the disk: a crash of the server may undo the last
 * pieces, with the record that they are done. The exchange waits for everything before it.
 */
export function connectBeside(pool: Pool): Connection {
  const url = pool.options.connectionString;
  if (url === undefined) throw new Error("a rebuild needs the address of its database");
  return connect(withSettings(url, { search_path: "rebuild,public", synchronous_commit: "off" }));
}

/** @returns false if another program is working on a rebuild. */
export async function lock(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [REBUILDING]);
  return rows[0]?.locked ?? false;
}

export const unlock = (client: ClientBase) => client.query("select pg_advisory_unlock($1)", [REBUILDING]);

/** Whether a rebuild has begun and has not yet replaced the tables. It may still be running. */
export async function isBegun(client: Pick<Pool, "query">): Promise<boolean> {
  const { rows } = await client.query<{ begun: boolean }>("select to_regclass('rebuild.run') is not null as begun");
  return rows[0]?.begun ?? false;
}

/** Whether this version can continue an interrupted rebuild. A rebuild of another version is dropped, which frees its disk space. */
export async function mayContinue(alone: PoolClient, signal: AbortSignal): Promise<boolean> {
  if (!(await isBegun(alone))) return false;
  const { rowCount } = await alone.query("select from rebuild.run where made_by = $1", [MADE_BY]);
  if (rowCount === 1) return true;
  await withPatience(alone, signal, (client) => client.query("select drop_rebuild()"));
  return false;
}

export const begin = (client: ClientBase) => client.query("select begin_rebuild($1, $2)", [REBUILT, MADE_BY]);

const INDEXES = "select indexname as name from pg_indexes where schemaname = 'public' and tablename = any($1)";

/** The indexes to build at the end, on the largest tables first. */
export async function listIndexes(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `${INDEXES} order by array_position($1, tablename), indexname`,
    [[...OF_FILINGS].reverse().concat(FACTS)],
  );
  return rows.map(({ name }) => name);
}

/** Lists look up the marks of rows, and whether their notes state facts. */
const MARKS = [
  supersededRow,
  tradeReading,
  implausibleRow,
  eventRow,
  rowCheck,
  tradeHistory,
  rowPattern,
  tradeCluster,
  lateness,
  amendmentLink,
  searchedNote,
].map((table) => getTableName(table));

/** The tables from which those of a stage are made. Their primary keys are built before the stage. */
export const READ_BY: Partial<Record<RebuildStage, readonly string[]>> = { listing: MARKS, lines: [FACTS] };

export async function listPrimaryKeys(pool: Pool, tables: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from (${INDEXES}) as index where name ~ '_pk(ey)?$'`,
    [tables],
  );
  return rows.map(({ name }) => name);
}

/** Indexes and checks take as long as their table is large, which is known only now. The index of words in notes takes longer. */
export const measure = (pool: Pool, stage: "indexes" | "keys") =>
  pool.query(
    `update rebuild.work set size = 1 + pg_relation_size(to_regclass('rebuild.' || coalesce(task->>'table', (
          select tablename from pg_indexes where schemaname = 'public' and indexname = task->>'index')))) / 1000000
        * case when task->>'index' like '%words' then 4 else 1 end
      where stage = $1`,
    [stage],
  );

/** Call when all indexes are built. From then on, the keys remove what is derived from filings that are deleted. */
export async function addKeys(pool: Pool): Promise<void> {
  await pool.query("select add_rebuilt_keys()");
  await forgetChanged(pool);
}

export const analyze = (pool: Pool, tables: readonly string[] = REBUILT) =>
  pool.query(`analyze ${tables.map((table) => `rebuild.${table}`).join(", ")}`);

/**
 * Deletes what was derived from filings that were deleted or have changed since. These are in the queue of the rebuild, and derived
 * again. Until the keys are added, a filing that changed may even have been derived twice.
 */
export const forgetChanged = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ gone: string[]; waiting: boolean }>(
      `select array(select accession_number from rebuild.gone) as gone, exists (select from rebuild.${QUEUE}) as waiting`,
    );
    const [{ gone, waiting } = { gone: [], waiting: false }] = rows;
    if (gone.length === 0 && !waiting) return;
    // A deleted filing may have been stored again.
    await client.query(
      `insert into rebuild.${QUEUE} select accession_number from filing where accession_number = any($1) on conflict do nothing`,
      [gone],
    );
    for (const table of OF_FILINGS)
      await client.query(
        `delete from rebuild.${table} where accession_number in (
          select unnest($1::text[]) union select accession_number from rebuild.${QUEUE})`,
        [gone],
      );
    await client.query(`
      delete from rebuild.${QUEUE} held where not exists (
        select from filing where filing.accession_number = held.accession_number)`);
    await client.query("delete from rebuild.gone where accession_number = any($1)", [gone]);
  });

/**
 * Nobody waits longer than this for the exchange, which is then tried again. It is less than PostgreSQL's `deadlock_timeout`, so the
 * exchange always gives way, and never a reader.
 */
const PATIENCE = "400ms";
const AGAIN_MS = 2_000;

/**
 * Swaps the rebuilt tables with those that pages read, in one transaction. Filings that the rebuild does not have yet keep what was
 * derived from them before, and stay queued.
 * @param alone the connection that holds the lock of the rebuild: one that lost it replaces nothing, because another may have begun.
 * @returns false if it was interrupted while it waited for long readers, such as a backup.
 */
export const exchange = (alone: PoolClient, signal: AbortSignal): Promise<boolean> =>
  withPatience(alone, signal, async (client) => {
    // Everything that stores or derives uses the queue first.
    await client.query(`lock table ${QUEUE} in exclusive mode`);
    await keepDerivedOfQueued(client);
    await client.query(`set local statement_timeout = '${PATIENCE}'`);
    await client.query(`lock table filing, ${REBUILT.join(", ")} in access exclusive mode`);
    await client.query("set local statement_timeout = 0");
    await client.query("select swap_rebuilt()");
  });

/** Does work that locks out readers for a moment, as soon as nobody has to wait for it. */
async function withPatience(
  client: PoolClient,
  signal: AbortSignal,
  work: (client: PoolClient) => Promise<unknown>,
): Promise<boolean> {
  while (!signal.aborted) {
    try {
      await asTransaction(client, async () => {
        await client.query(`set local lock_timeout = '${PATIENCE}'`);
        await work(client);
      });
      return true;
    } catch (error) {
      if (!mayRetry(error) && !isTimedOut(error)) throw error;
    }
    await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

async function keepDerivedOfQueued(client: PoolClient): Promise<void> {
  const queued = `(select accession_number from rebuild.${QUEUE})`;
  for (const table of TABLES_OF_FILINGS) {
    const name = getTableName(table);
    const columns = columnNames(table).join(", ");
    await client.query(`delete from rebuild.${name} where accession_number in ${queued}`);
    await client.query(
      `insert into rebuild.${name} (${columns}) select ${columns} from public.${name} where accession_number in ${queued}`,
    );
  }
  await client.query(`
    insert into rebuild.${FACTS} select * from public.${FACTS} where text_md5 in (
      select md5(text)::uuid from footnote where accession_number in ${queued}
      union all select md5(remarks)::uuid from filing where accession_number in ${queued})
    on conflict do nothing`);
}
