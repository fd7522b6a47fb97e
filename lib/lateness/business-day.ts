import { calendarDate, dayNumber, FIRST_DRAWN, isWeekday, LAST_DRAWN } from "@/lib/values/calendar-day";
import { federalHolidays } from "@/lib/values/federal-holiday";

/** Weekdays on which EDGAR was closed without a regular federal holiday. It stays open during a government shutdown. */
export const EDGAR_CLOSURES: readonly string[] = ["2018-12-05", "2019-12-24", "2020-12-24", "2021-06-18", "2025-01-09"];

/** Business days by day number (`dayNumber`). The result is null for a day outside the calendar. */
export type BusinessCalendar = {
  /** Business days after `from` up to and including `to`; 0 if they are equal, and negative if `to` comes first. */
  between(from: number, to: number): number;
  /** The `n`th business day after a day, `n` from 1. */
  add(from: number, n: number): number | null;
  /** The day itself if it is a business day, or else the next one. */
  onOrAfter(day: number): number | null;
};

const calendars = new WeakMap<ReadonlySet<string>, BusinessCalendar>();

/**
 * The calendar for a set of extra closures: days without a daily index at the SEC. It is built once per set, which must not
 * change later.
 */
export function businessCalendar(closures: ReadonlySet<string>): BusinessCalendar {
  const known = calendars.get(closures);
  if (known) return known;
  const made = makeCalendar(closures);
  calendars.set(closures, made);
  return made;
}

function makeCalendar(closures: ReadonlySet<string>): BusinessCalendar {
  const first = dayNumber(FIRST_DRAWN) ?? 0;
  const last = dayNumber(LAST_DRAWN) ?? 0;
  const closed = new Set([...EDGAR_CLOSURES, ...closures].map(dayNumber));
  for (let year = Number(FIRST_DRAWN.slice(0, 4)); year <= Number(LAST_DRAWN.slice(0, 4)); year++) {
    for (const day of federalHolidays(year).keys()) closed.add(day);
  }
  /** The business days, and for each calendar day the number of them up to and including it. */
  const days: number[] = [];
  const upTo = new Int32Array(last - first + 1);
  for (let day = first; day <= last; day++) {
    if (isWeekday(day) && !closed.has(day)) days.push(day);
    upTo[day - first] = days.length;
  }
  const countUpTo = (day: number) => (day < first ? 0 : (upTo[day - first] ?? days.length));
  return {
    between: (from, to) => countUpTo(to) - countUpTo(from),
    add: (from, n) => days[countUpTo(from) + n - 1] ?? null,
    onOrAfter: (day) => days[countUpTo(day - 1)] ?? null,
  };
}

const dateOf = (day: number | null): string | null => (day === null ? null : calendarDate(day));

/** Business days from one calendar date to another, the day after `from` as 1; null if either is not a date. */
export function businessDaysBetween(from: string, to: string, closures: ReadonlySet<string>): number | null {
  const first = dayNumber(from);
  const last = dayNumber(to);
  return first === null || last === null ? null : businessCalendar(closures).between(first, last);
}

/** The `n`th business day after a calendar date, `n` from 1. */
export function addBusinessDays(from: string, n: number, closures: ReadonlySet<string>): string | null {
  const first = dayNumber(from);
  return first === null ? null : dateOf(businessCalendar(closures).add(first, n));
}

/** The date itself if it is a business day, or else the next one: a filing due on a closed day is on time then (Rule 0-3). */
export function nextBusinessDay(day: string, closures: ReadonlySet<string>): string | null {
  const first = dayNumber(day);
  return first === null ? null : dateOf(businessCalendar(closures).onOrAfter(first));
}
