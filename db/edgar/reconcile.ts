import { between } from "drizzle-orm";
import type { Edgar } from "@/db/edgar/edgar";
import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { moveReconciled } from "@/db/edgar/follow-position";
import { isDayFetched } from "@/db/edgar/listed-filings";
import { readDayIndex, settleMissingDays } from "@/db/edgar/read-index";
import { indexDay } from "@/db/schema";
import { daysBefore } from "@/lib/values/days-before";
import { federalHoliday } from "@/lib/values/federal-holiday";
import { newYorkClock } from "@/lib/values/new-york-time";
import { weekdaysBetween } from "@/lib/values/weekdays";

/** EDGAR closes at ten in the evening, and publishes the day's index after that. */
const INDEX_FROM = "22:00:00";
const ASK_AGAIN_MS = 15 * 60_000;

/** When this process last requested a day's index that was not there. */
export type AskedInVain = Map<string, number>;

/**
 * Reads the indexes of the days since the last complete one, as they are published, and moves on over days whose filings were all
 * fetched. A day's index is read once more on a later day, because filings may be added to it in the night.
 * @returns how many indexes were read
 */
export async function reconcile(edgar: Edgar, reconciledThrough: string, asked: AskedInVain): Promise<number> {
  const { clock, tell } = edgar;
  const { day: today, time } = newYorkClock(clock.now());
  const days = weekdaysBetween(daysBefore(reconciledThrough, -1), today);
  const states = await statesOf(edgar, days);
  let read = 0;
  for (const day of days) {
    const state = states.get(day);
    if (isDone(state, day) || (state && day === today) || (day === today && time < INDEX_FROM)) continue;
    if (clock.now() - (asked.get(day) ?? Number.NEGATIVE_INFINITY) < ASK_AGAIN_MS) continue;
    try {
      const index = await readDayIndex(edgar, day);
      if (index.outcome === "read") {
        read += 1;
        asked.delete(day);
      } else asked.set(day, clock.now());
    } catch (error) {
      if (!(error instanceof EdgarFailure) || error.kind !== "wrong page") throw error;
      asked.set(day, clock.now());
      tell({ kind: "failed", message: error.message, retrySeconds: ASK_AGAIN_MS / 1000 });
    }
  }
  await settlePastDays(edgar, days, today);
  await moveOn(edgar, days);
  return read;
}

type State = { state: "read" | "absent"; readOn: string };

const isDone = (state: State | undefined, day: string) =>
  state !== undefined && (state.state === "absent" || state.readOn > day);

async function statesOf({ connection: { db } }: Edgar, days: string[]): Promise<Map<string, State>> {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return new Map();
  const rows = await db
    .select()
    .from(indexDay)
    .where(between(indexDay.day, first, last));
  return new Map(rows.map(({ day, state, readAt }) => [day, { state, readOn: newYorkClock(readAt.getTime()).day }]));
}

/** Check a day without an index if it is a holiday, or if the index of a later day is there. */
async function settlePastDays(edgar: Edgar, days: string[], today: string) {
  const states = await statesOf(edgar, days);
  const lastRead = days.findLast((day) => states.get(day)?.state === "read") ?? "";
  const missing = days.filter(
    (day) => !states.has(day) && day < daysBefore(today, 1) && (day < lastRead || federalHoliday(day) !== null),
  );
  if (missing.length > 0) await settleMissingDays(edgar, missing);
}

async function moveOn(edgar: Edgar, days: string[]) {
  const { db } = edgar.connection;
  const states = await statesOf(edgar, days);
  let done: string | null = null;
  for (const day of days) {
    if (!isDone(states.get(day), day) || !(await isDayFetched(db, day))) break;
    done = day;
  }
  if (done) await moveReconciled(db, done);
}
