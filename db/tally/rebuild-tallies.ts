import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { databaseOn } from "@/db/server/client";
import { COUNT_TABLES } from "@/db/tally/count-tables";
import { FOLDING } from "@/db/tally/fold-tallies";

/**
 * Counts everything again, while filings may be stored. Changes that are committed after the snapshot stay in `tally_change`:
 * the snapshot neither counts nor deletes them.
 */
export async function rebuildTallies(pool: Pool): Promise<void> {
  const client = await pool.connect();
  let failed = true;
  try {
    // Before the transaction, because its first statement takes the snapshot.
    await client.query("select pg_advisory_lock($1)", [FOLDING]);
    await client.query("begin isolation level repeatable read");
    const db = databaseOn(client);
    await db.execute(sql`delete from tally`);
    await db.execute(sql`delete from tally_change`);
    await db.execute(sql`
      insert into tally (subject, day, document_type, schema_version, source, is_sample, n) ${COUNT_TABLES}`);
    await client.query("commit");
    await client.query("select pg_advisory_unlock($1)", [FOLDING]);
    failed = false;
  } finally {
    // A connection that failed is closed, and its lock and transaction end with it.
    client.release(failed);
  }
}
