import type { Pool } from "pg";
import { OPERATIONS, RECORD } from "@/db/schema";
import { inTransaction } from "@/db/server/in-transaction";

/** Migrating uses lock 1616, loading 1617, rebuilding 1618, and following 1620. */
export const FOLDING = 1619;

const KEY = "subject, day, document_type, schema_version, source, is_sample";

/**
 * Adds the changes of finished statements to the counts and to the versions of pages, so that few rows have to be read. One process
 * at a time does it.
 */
export const foldTallies = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_xact_lock($1) as free", [FOLDING]);
    if (!rows[0]?.free) return;
    await client.query(`
      with added as (delete from tally_change returning *)
      insert into tally (${KEY}, n)
      select ${KEY}, sum(n) from added group by ${KEY} having sum(n) <> 0
      on conflict on constraint tally_key do update set n = tally.n + excluded.n`);
    await client.query({
      text: `
        with added as (delete from page_change returning *),
          sums as (
            select subject, stamp from added union all select $1, stamp from added where subject <> $2
          )
        insert into page_version select subject, bit_xor(stamp) from sums group by subject
        on conflict (subject) do update set stamp = page_version.stamp # excluded.stamp`,
      values: [RECORD, OPERATIONS],
    });
  });
