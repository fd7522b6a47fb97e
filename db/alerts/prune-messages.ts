import { inArray, sql } from "drizzle-orm";
import { alertMatch, delivery, pastMatch } from "@/db/schema";
import { type Connection, type Db, databaseOn } from "@/db/server/client";
import { inTransaction } from "@/db/server/in-transaction";
import { DAYS_OF_MESSAGES } from "@/lib/alerts/kept-days";

const DAY = 86_400_000;
/** Messages and matches that are deleted together. */
const AT_ONCE = 1_000;

/**
 * Deletes old messages that were delivered or have failed, with their matches. `past_match` records that the matches were sent. What waits
 * for an alert that has been off for as long is deleted too, and what waits for an active one is kept, however old it is.
 * @returns how many messages and matches without a message were deleted
 */
export async function pruneMessages({ pool }: Pick<Connection, "pool">, now: Date): Promise<number> {
  const before = new Date(now.getTime() - DAYS_OF_MESSAGES * DAY);
  let pruned = 0;
  for (;;) {
    const some = await inTransaction(pool, (client) => pruneSome(databaseOn(client), before));
    pruned += some;
    if (some === 0) return pruned;
  }
}

async function pruneSome(db: Db, before: Date): Promise<number> {
  const isOff = sql`alert_id in (select alert_id from alert where state <> 'active' and state_at < ${before})`;
  // Locked, so that a day that is being sent again keeps its messages.
  const { rows: messages } = await db.execute<{ id: string }>(sql`
    select delivery_id as id from delivery
    where created_at < ${before}
      and (state <> 'waiting' and coalesce(last_try_at, created_at) < ${before} or state = 'waiting' and ${isOff})
    limit ${AT_ONCE} for update skip locked`);
  const { rows: unsent } = await db.execute<{ id: number }>(sql`
    select alert_match_id as id from alert_match where delivery_id is null and matched_at < ${before} and ${isOff}
    limit ${AT_ONCE} for update skip locked`);
  const deliveryIds = messages.map(({ id }) => id);
  const matchIds = unsent.map(({ id }) => id);
  await db.execute(sql`
    with forgotten as (
      delete from ${alertMatch}
      where ${inArray(alertMatch.deliveryId, deliveryIds)} or ${inArray(alertMatch.alertMatchId, matchIds)}
      returning alert_id, match_key, accession_number)
    insert into ${pastMatch} (alert_id, match_key, accession_number)
    select distinct alert_id, match_key, accession_number from forgotten
    on conflict do nothing`);
  await db.delete(delivery).where(inArray(delivery.deliveryId, deliveryIds));
  return deliveryIds.length + matchIds.length;
}
