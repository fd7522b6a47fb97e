import { getTableName } from "drizzle-orm";
import type { PoolClient } from "pg";
import { beginLoading, endLoading, isAlone, makePostponedIndexes } from "@/db/dataset/postponed-indexes";
import { DERIVED_TABLES } from "@/db/derive/derived-tables";
import { eventRow, searchedNote, statedFacts } from "@/db/schema";

/** Held by a run that derives everything from nothing; shared by all others that derive: they wait for it. */
const FROM_NOTHING = 1618;

export const waitForOthers = `select pg_advisory_xact_lock_shared(${FROM_NOTHING})`;

const TABLES = [...Object.values(DERIVED_TABLES), eventRow, searchedNote].map((table) => getTableName(table));
/** Its key finds the facts of a text while the lines of the search are made. */
const FACTS = getTableName(statedFacts);

/** The list of filings to derive, among what is made again after a run was killed. */
const LIST = "filing_to_derive_of_all";
const REFILL = "insert into filing_to_derive select accession_number from filing order by 1 on conflict do nothing";

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
  await setKeysAside(client);
  await client.query("insert into postponed_index values ($1, $2)", [LIST, REFILL]);
  await client.query("commit");
  return async () => {
    await client.query("delete from postponed_index where name = $1", [LIST]);
    await makePostponedIndexes(client, { isOwn: true });
    await client.query(`analyze ${TABLES.join(", ")}, ${FACTS}`);
    await client.query(`select pg_advisory_unlock(${FROM_NOTHING})`);
    await endLoading(client);
  };
}

type Key = { name: string; definition: string; drop: string };

async function setKeysAside(client: PoolClient): Promise<void> {
  const { rows } = await client.query<Key>({
    text: `
      select i.relname as name,
        case when k.oid is null then pg_get_indexdef(i.oid)
          else format('alter table %I add constraint %I %s', t.relname, k.conname, pg_get_constraintdef(k.oid)) end as definition,
        case when k.oid is null then format('drop index %I', i.relname)
          else format('alter table %I drop constraint %I', t.relname, k.conname) end as drop
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        left join pg_constraint k on k.conindid = i.oid and k.contype = 'p'
      where t.relname = any($1) and t.relnamespace = current_schema::regnamespace`,
    values: [TABLES],
  });
  for (const { name, definition, drop } of rows) {
    await client.query("insert into postponed_index values ($1, $2)", [name, definition]);
    await client.query(drop);
  }
}
