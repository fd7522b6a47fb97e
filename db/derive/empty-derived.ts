import { getTableName } from "drizzle-orm";
import type { PoolClient } from "pg";
import { DERIVED_TABLES } from "@/db/derive/derived-tables";
import { eventRow, searchedNote, statedFacts } from "@/db/schema";
import { beginLoading, endLoading, isAlone, makePostponedIndexes } from "@/db/server/postponed-indexes";

/** Held by a run that derives everything from nothing; shared by all others that derive: they wait for it. */
const FROM_NOTHING = 1618;

export const waitForOthers = `select pg_advisory_xact_lock_shared(${FROM_NOTHING})`;

const TABLES = [...Object.values(DERIVED_TABLES), eventRow, searchedNote].map((table) => getTableName(table));
/** Its key finds the facts of a text while the lines of the search are made. */
const FACTS = getTableName(statedFacts);

/** What puts all filings on the list again after a run that was killed, among the keys to make. */
const LIST = "filing_to_derive_of_all";

/**
 * Empties the derived tables and the list of filings to derive, and sets the tables' keys and indexes aside: millions of rows
 * in no order go in several times as fast without. Only where nobody else is connected who would miss them. After a run that
 * was killed, the next start of a command makes the keys and puts all filings on the list.
 * @returns what ends the run: it makes the keys again; null where all was left as it is.
 */
export async function emptyDerived(client: PoolClient): Promise<(() => Promise<void>) | null> {
  if (!(await isAlone(client)) || !(await beginLoading(client))) return null;
  const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${FROM_NOTHING}) as locked`);
  if (!rows[0]?.locked) {
    await endLoading(client);
    return null;
  }
  await client.query("begin");
  await client.query(`truncate ${TABLES.join(", ")}, ${FACTS}, filing_to_derive`);
  await client.query("select set_indexes_aside($1, true)", [TABLES]);
  await client.query("commit");
  return async () => {
    await client.query("delete from postponed_index where name = $1", [LIST]);
    await makePostponedIndexes(client, { isOwn: true });
    await client.query(`analyze ${TABLES.join(", ")}, ${FACTS}`);
    await client.query(`select pg_advisory_unlock(${FROM_NOTHING})`);
    await endLoading(client);
  };
}
