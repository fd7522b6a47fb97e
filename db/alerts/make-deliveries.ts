import { randomBytes } from "node:crypto";
import { and, asc, eq, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import { titleOfView } from "@/db/alerts/title-of-view";
import { alert, alertMatch, delivery } from "@/db/schema";
import { type Connection, type Db, databaseOn } from "@/db/server/client";
import { inTransaction } from "@/db/server/in-transaction";
import { type AlertRate, RATES } from "@/lib/alerts/alert";
import { lastDigestAt } from "@/lib/alerts/digest-time";
import { type MatchToSend, makeMessages } from "@/lib/alerts/message";

/** The most matches from which one message of a digest is made. */
const MOST_MATCHES = 5_000;

/**
 * Makes messages of matches that have not been sent yet: at once, or when their digest is due. A match and its message are
 * connected in one transaction, so that each match is in exactly one. Only one process may do this at a time.
 * @returns how many messages were made
 */
export async function makeDeliveries(
  { db, pool }: Connection,
  where: { siteUrl: string; now: number },
): Promise<number> {
  const due = await db
    .selectDistinct({ alertId: alertMatch.alertId, rate: alertMatch.rate })
    .from(alertMatch)
    .innerJoin(alert, eq(alert.alertId, alertMatch.alertId))
    .where(
      and(eq(alert.state, "active"), isNull(alertMatch.deliveryId), or(...RATES.map((rate) => isDue(rate, where.now)))),
    );
  let made = 0;
  for (const each of due) made += await inTransaction(pool, (client) => makeFor(databaseOn(client), each, where));
  return made;
}

const isDue = (rate: AlertRate, now: number): SQL | undefined =>
  and(
    eq(alertMatch.rate, rate),
    rate === "immediate" ? undefined : lt(alertMatch.matchedAt, new Date(lastDigestAt(rate, now))),
  );

async function makeFor(
  db: Db,
  { alertId, rate }: { alertId: string; rate: AlertRate },
  { siteUrl, now }: { siteUrl: string; now: number },
): Promise<number> {
  const [found] = await db.select().from(alert).where(eq(alert.alertId, alertId));
  const matches = await db
    .select()
    .from(alertMatch)
    .where(and(eq(alertMatch.alertId, alertId), isNull(alertMatch.deliveryId), isDue(rate, now)))
    .orderBy(asc(alertMatch.alertMatchId))
    .limit(MOST_MATCHES);
  if (!found) return 0;
  const title = await titleOfView(db, found.view);
  const toSend = matches.map(
    ({ alertMatchId, kind, matchedAt, what, changes }): MatchToSend => ({
      id: alertMatchId,
      kind,
      matchedAt: matchedAt.toISOString(),
      what,
      changes,
    }),
  );
  const messages = makeMessages({ ...found, title, rate }, toSend, { siteUrl, at: now });
  for (const { message, matchIds } of messages) {
    const deliveryId = `msg_${randomBytes(18).toString("base64url")}`;
    const at = new Date(now);
    await db
      .insert(delivery)
      .values({ deliveryId, alertId, createdAt: at, nextTryAt: at, body: JSON.stringify(message) });
    await db.update(alertMatch).set({ deliveryId }).where(inArray(alertMatch.alertMatchId, matchIds));
  }
  return messages.length;
}
