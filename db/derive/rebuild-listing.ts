import type { Pool } from "pg";
import type { Order } from "@/db/derive/do-order";
import { putStretchOnList } from "@/db/derive/note-parts";
import { listStretches } from "@/db/derive/rebuild-notes";
import type { DoOrders } from "@/db/derive/with-derivers";

/** What the lines of `listing` are made from, besides the record. */
const SOURCES = "superseded_row, trade_reading, implausible_row, event_row";

/** Writes all lines of `listing`, if there are none yet. Filings that are not done at the end are queued. */
export async function rebuildListing(pool: Pool, doOrders: DoOrders): Promise<void> {
  const stretches = (await listStretches(pool)).map((period) => ({ kind: "listing" as const, ...period }));
  const unwritten = new Set<Order>(stretches);
  try {
    // These tables have no keys now, and the planner must know that they are small.
    await pool.query(`analyze ${SOURCES}`);
    await doOrders(stretches, { onDone: (order) => unwritten.delete(order) });
  } finally {
    for (const stretch of stretches) if (unwritten.has(stretch)) await putStretchOnList(pool, stretch);
  }
}
