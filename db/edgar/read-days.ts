import type { Edgar } from "@/db/edgar/edgar";
import { readDayIndex, readQuarterIndex, settleMissingDays } from "@/db/edgar/read-index";
import { earlierOf, laterOf } from "@/lib/values/compare-text";
import { daysBefore } from "@/lib/values/days-before";
import { federalHoliday } from "@/lib/values/federal-holiday";
import { newYorkClock } from "@/lib/values/new-york-time";
import { firstDayOf, lastDayOf, quarterOf, quartersBetween } from "@/lib/values/quarter";
import { weekdaysBetween } from "@/lib/values/weekdays";

export type DaysRead = {
  read: number;
  /** Weekdays without an index: EDGAR was closed. */
  closed: string[];
  /** Today, or a day so recent that its index may still be published. */
  notYet: string[];
};

type Options = { onProgress?: (done: number, reading: string) => void };

/** EDGAR rebuilds a quarter's index some days after the quarter has ended. */
const isSettled = (day: string, today: string) => day < daysBefore(today, 10);

/** EDGAR publishes the index of a day in the following night; a late one is there by the end of the next day. */
const isPast = (day: string, today: string) => day < daysBefore(today, 1);

/** Records what EDGAR lists from one day to another: whole quarters by their own index, the rest day by day. */
export async function readDays(
  edgar: Edgar,
  from: string,
  to: string,
  { onProgress = () => {} }: Options = {},
): Promise<DaysRead> {
  const today = newYorkClock(edgar.clock.now()).day;
  const result: DaysRead = { read: 0, closed: [], notYet: [] };
  let done = 0;
  for (const quarter of quartersBetween(quarterOf(from), quarterOf(to))) {
    const first = laterOf(firstDayOf(quarter), from);
    const last = earlierOf(lastDayOf(quarter), to);
    const days = weekdaysBetween(first, last);
    const isWhole = first === firstDayOf(quarter) && last === lastDayOf(quarter) && isSettled(last, today);
    if (isWhole && (await readQuarterIndex(edgar, quarter)).outcome === "read") {
      result.read += days.length;
      done += days.length;
      onProgress(done, `${quarter.year} Q${quarter.quarter}`);
      continue;
    }
    const missing = new Map<string, number>();
    for (const day of days) {
      edgar.signal?.throwIfAborted();
      await readDay(edgar, day, today, result, missing);
      done += 1;
      onProgress(done, day);
    }
    const closed = missing.size > 0 ? await settleMissingDays(edgar, [...missing.keys()]) : [];
    for (const [day, status] of missing) {
      const isClosed = closed.includes(day);
      if (isClosed) result.closed.push(day);
      else result.read += 1;
      edgar.tell({ kind: "day without index", day, status, holiday: federalHoliday(day), isInQuarter: !isClosed });
    }
  }
  return result;
}

async function readDay(
  edgar: Edgar,
  day: string,
  today: string,
  result: DaysRead,
  missing: Map<string, number>,
): Promise<void> {
  const index = day > today ? null : await readDayIndex(edgar, day);
  if (index?.outcome === "read") result.read += 1;
  else if (index && isPast(day, today)) missing.set(day, index.status);
  else result.notYet.push(day);
}
