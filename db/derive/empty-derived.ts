import { getTableName } from "drizzle-orm";
import type { PoolClient } from "pg";
import { DERIVED_TABLES } from "@/db/derive/derived-tables";
import { eventRow, filingToDerive, listing, searchedNote, statedFacts } from "@/db/schema";
import { beginLoading, endLoading, isAlone, makePostponedIndexes } from "@/db/server/postponed-indexes";

/** A run that derives everything from nothing holds this lock. All other runs share it, and so wait for that one. */
const FROM_NOTHING = 1618;

/** Waits for a run that derives everything from nothing, and keeps another from starting until the transaction ends. */
export const waitForRebuild = (client: PoolClient) =>
  client.query({ name: "wait_for_rebuild", text: "select pg_advisory_xact_lock_shared($1)", values: [FROM_NOTHING] });

const TABLES = [...Object.values(DERIVED_TABLES), eventRow, listing, searchedNote].map((table) => getTableName(table));
/** Its key finds the facts of a text while the search lines are made. */
const FACTS = getTableName(statedFacts);

/** An entry among the indexes to make, which queues all filings again after a killed run. */
const LIST = "filing_to_derive_of_all";

/**
 * Empties the derived tables and the queue, and drops the tables' keys and indexes for the time being: millions of rows in random
 * order load several times as fast without. Only if nobody else is connected, who would miss them. After a killed run, the next
 * command that starts makes the keys and queues all filings.
 * @returns a function that ends the run and makes the keys again; null if everything was left as it is.
 */
export async function emptyDerived(client: PoolClient): Promise<(() => Promise<void>) | null> {
  if (!(await isAlone(client)) || !(await beginLoading(client))) return null;
  const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [FROM_NOTHING]);
  if (!rows[0]?.locked) {
    await endLoading(client);
    return null;
  }
  await client.query("begin");
  await client.query(`truncate ${TABLES.join(", ")}, ${FACTS}, ${getTableName(filingToDerive)}`);
  await client.query("select set_indexes_aside($1, true)", [TABLES]);
  await client.query("commit");
  return async () => {
    await client.query("delete from postponed_index where name = $1", [LIST]);
    await makePostponedIndexes(client, { isOwn: true });
    await client.query(`analyze ${TABLES.join(", ")}, ${FACTS}`);
    await client.query("select pg_advisory_unlock($1)", [FROM_NOTHING]);
    await endLoading(client);
  };
}
