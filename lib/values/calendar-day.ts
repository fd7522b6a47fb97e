import { remembered } from "./remembered";

const millisecondsInDay = 86_400_000;
const MOST_DATES = 50_000;

/** The first and last day that charts show. A date outside this range is a typing error, and would stretch every axis. */
export const FIRST_DRAWN = "1900-01-01";
export const LAST_DRAWN = "2199-12-31";

/**
 * Days from 1970-01-01 to a calendar date, for its place on an axis; `null` for text that is not a date, and for dates that
 * charts do not show.
 */
export const dayNumber = (date: string | null): number | null => (date === null ? null : dayOf(date));

/** There are few distinct days, in millions of rows. */
const dayOf = remembered((date): number | null => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (!year || !month || !day || date < FIRST_DRAWN || date > LAST_DRAWN) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A day that its month does not have (February 30) would become a day of the next month.
  return new Date(time).getUTCDate() === Number(day) ? time / millisecondsInDay : null;
});

/** Whole days from one calendar date to another, negative if it is earlier; null if either is not a date. */
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

export const isMonday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 === 0;
