import { sql } from "drizzle-orm";
import { followPosition } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { daysBefore } from "@/lib/values/days-before";
import { weekdaysBetween } from "@/lib/values/weekdays";

export type FollowPosition = {
  /** The last day that is complete, with all days before it since following began. */
  reconciledThrough: string;
  polledAt: Date | null;
};

/** A data set ends with its quarter, and is published some weeks later: a first start fills the gap after it. */
const LONGEST_GAP_DAYS = 120;

/**
 * How far following has come. On the first start, this is the end of the data sets if that is near; otherwise the day before the
 * last whole weekday, so that there is something to see at once.
 */
export async function openPosition(db: Db, today: string): Promise<FollowPosition> {
  const [known] = await db.select().from(followPosition);
  if (known) return known;
  const { rows } = await db.execute<{ day: string | null }>(sql`
    select filing_date::text as day from filing
    where source = 'data-set' and filing_date >= ${daysBefore(today, LONGEST_GAP_DAYS)}
    order by filing_date desc limit 1`);
  const yesterday = daysBefore(today, 1);
  const lastWhole = weekdaysBetween(daysBefore(yesterday, 6), yesterday).at(-1) ?? yesterday;
  // The last day of a data set may be incomplete.
  const start = daysBefore(rows[0]?.day ?? lastWhole, 1);
  await db.insert(followPosition).values({ reconciledThrough: start }).onConflictDoNothing();
  return { reconciledThrough: start, polledAt: null };
}

export async function moveReconciled(db: Db, day: string) {
  await db
    .update(followPosition)
    .set({ reconciledThrough: sql`greatest(${followPosition.reconciledThrough}, ${day}::date)` });
}

export async function notePoll(db: Db, at: Date) {
  await db.update(followPosition).set({ polledAt: at, failure: null, failingSince: null });
}

export async function noteFailure(db: Db, failure: string, at: Date) {
  await db
    .update(followPosition)
    .set({ failure, failingSince: sql`coalesce(${followPosition.failingSince}, ${at.toISOString()}::timestamptz)` });
}
