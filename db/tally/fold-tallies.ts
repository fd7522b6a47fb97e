import type { Pool } from "pg";
import { inTransaction } from "@/db/server/in-transaction";

/** Migrating uses lock 1616, loading 1617, rebuilding 1618, and following 1620. */
export const FOLDING = 1619;

const KEY = "subject, day, document_type, schema_version, source, is_sample";

/** Adds the changes of finished statements to the counts, so that few rows have to be read. One process at a time does it. */
export const foldTallies = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_xact_lock($1) as free", [FOLDING]);
    if (!rows[0]?.free) return;
    await client.query(`
      with added as (delete from tally_change returning *)
      insert into tally (${KEY}, n)
      select ${KEY}, sum(n) from added group by ${KEY} having sum(n) <> 0
      on conflict on constraint tally_key do update set n = tally.n + excluded.n`);
  });
