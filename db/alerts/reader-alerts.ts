import { randomBytes } from "node:crypto";
import { and, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { AlertChange, ReaderAlert } from "@/db/alerts/reader-requests";
import { alert } from "@/db/schema";
import { type Db, databaseOn } from "@/db/server/client";
import { inTransaction } from "@/db/server/in-transaction";
import type { AlertRate } from "@/lib/alerts/alert";
import { DAYS_AFTER_STOP, DAYS_TO_CONFIRM } from "@/lib/alerts/kept-days";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Anyone can type someone else's address, so we limit what an address gets before it is confirmed. */
const MOST_ASKED_OF_ADDRESS = 3;
const MOST_OF_ADDRESS = 100;
const MOST_ASKED_OF_ALL = 200;

const OF_READERS = eq(alert.origin, "reader");
const SHOWN = { id: alert.alertId, view: alert.view, rate: alert.rate, state: alert.state };

type Asked = { view: string; email: string; rate: AlertRate };

/**
 * Queues the email that asks a reader to confirm an alert.
 * @returns false if too many readers have asked in the past hour. True may also mean that no email is sent: if the address has this alert
 * already, or has been asked too often.
 */
export const askToConfirm = (pool: Pool, { view, email, rate }: Asked, now: Date): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    const tx = databaseOn(client);
    // One at a time, so that no limit is exceeded.
    await tx.execute(sql`lock table ${alert} in share row exclusive mode`);
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const isAsked = and(OF_READERS, eq(alert.state, "unconfirmed"));
    if ((await tx.$count(alert, and(isAsked, gt(alert.stateAt, ago(HOUR))))) >= MOST_ASKED_OF_ALL) return false;

    const ofAddress = and(OF_READERS, eq(alert.target, email));
    const [known] = await tx
      .select({ ...SHOWN, stateAt: alert.stateAt })
      .from(alert)
      .where(and(ofAddress, eq(alert.view, view)));
    if (known?.state === "active") return true;
    if (known?.state === "unconfirmed" && known.stateAt > ago(DAY)) return true;
    const wasAsked = and(ofAddress, isAsked, gt(alert.stateAt, ago(DAY)));
    if ((await tx.$count(alert, wasAsked)) >= MOST_ASKED_OF_ADDRESS) return true;
    if (!known && (await tx.$count(alert, ofAddress)) >= MOST_OF_ADDRESS) return true;

    const asked = {
      rate,
      state: "unconfirmed",
      stateAt: now,
      stateReason: null,
      refusals: 0,
      startsAt: now,
      confirmationSentAt: null,
    } as const;
    if (known) await tx.update(alert).set(asked).where(eq(alert.alertId, known.id));
    else
      await tx.insert(alert).values({
        ...asked,
        alertId: randomBytes(16).toString("base64url"),
        origin: "reader",
        view,
        channel: "mail",
        target: email,
        createdAt: now,
      });
    return true;
  });

export async function findReaderAlert(db: Db, id: string): Promise<ReaderAlert | null> {
  const [found] = await db
    .select(SHOWN)
    .from(alert)
    .where(and(OF_READERS, eq(alert.alertId, id)));
  return found ?? null;
}

/** Does what the reader of an alert wants, and returns the alert. Null if there is no such alert. */
export async function changeReaderAlert(
  db: Db,
  id: string,
  change: AlertChange,
  now: Date,
): Promise<ReaderAlert | null> {
  const mine = and(OF_READERS, eq(alert.alertId, id));
  if (change === "confirm")
    // What was filed before is not new.
    await db
      .update(alert)
      .set({ state: "active", stateAt: now, stateReason: null, refusals: 0, startsAt: now })
      .where(and(mine, inArray(alert.state, ["unconfirmed", "stopped", "paused", "disabled"])));
  else if (change === "stop")
    await db
      .update(alert)
      .set({ state: "stopped", stateAt: now, stateReason: "Stopped by the reader." })
      .where(and(mine, inArray(alert.state, ["unconfirmed", "active", "paused", "disabled"])));
  else await db.update(alert).set({ rate: change }).where(mine);
  return findReaderAlert(db, id);
}

/** Deletes readers' alerts that were never confirmed, or have not been active for long enough, with their addresses. */
export async function forgetReaderAlerts(db: Db, now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);
  await db
    .delete(alert)
    .where(
      and(
        OF_READERS,
        or(
          and(eq(alert.state, "unconfirmed"), lt(alert.stateAt, daysAgo(DAYS_TO_CONFIRM))),
          and(inArray(alert.state, ["stopped", "paused", "disabled"]), lt(alert.stateAt, daysAgo(DAYS_AFTER_STOP))),
        ),
      ),
    );
}

/** Alerts whose readers have not been sent the email to confirm, oldest first. */
export const alertsToConfirm = (db: Db, limit: number) =>
  db
    .select({ ...SHOWN, email: alert.target, askedAt: alert.stateAt })
    .from(alert)
    .where(and(OF_READERS, eq(alert.state, "unconfirmed"), isNull(alert.confirmationSentAt)))
    .orderBy(alert.stateAt, alert.alertId)
    .limit(limit);

/** Call when the email has been sent. */
export const wasAsked = (db: Db, id: string, now: Date) =>
  db.update(alert).set({ confirmationSentAt: now }).where(eq(alert.alertId, id));
