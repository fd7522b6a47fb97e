import { remembered } from "./remembered";

const millisecondsInDay = 86_400_000;
const MOST_DATES = 50_000;

/** The first and last day that charts are drawn to. What is dated outside is a slip of the pen, and would stretch every axis. */
export const FIRST_DRAWN = "1900-01-01";
export const LAST_DRAWN = "2199-12-31";

/**
 * Days since 1970-01-01 of a calendar date, to place it on an axis; `null` for text that is no date, and for dates that no
 * chart is drawn to.
 */
export const dayNumber = (date: string | null): number | null => (date === null ? null : dayOf(date));

/** There are few days, and millions of rows name them. */
const dayOf = remembered((date): number | null => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (!year || !month || !day || date < FIRST_DRAWN || date > LAST_DRAWN) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A day that its month does not have (February 30) would slide into the next.
  return new Date(time).getUTCDate() === Number(day) ? time / millisecondsInDay : null;
});

/** Whole days from one calendar date to another, negative where it comes before; null where either is no date. */
export function daysBetween(from: string | null, to: string | null): number | null {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return start === null || end === null ? null : end - start;
}

const dates = new Map<number, string>();

/** The calendar date of a day number. */
export function calendarDate(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * millisecondsInDay).toISOString().slice(0, 10);
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(day, date);
  return date;
}

/** True from Monday to Friday. Day 0 was a Thursday. */
export const isWeekday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5;
