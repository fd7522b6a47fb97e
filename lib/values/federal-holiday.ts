import { dayNumber } from "./calendar-day";

const MONDAY = 1;
const THURSDAY = 4;

const at = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000;
/** Sunday is 0. Day 0 was a Thursday. */
const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7;

const nth = (year: number, month: number, weekday: number, n: number) => {
  const first = at(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
};

const last = (year: number, month: number, weekday: number) => {
  const end = at(year, month + 1, 1) - 1;
  return end - ((weekdayOf(end) - weekday + 7) % 7);
};

/** A holiday on a Saturday is observed on the Friday before, and one on a Sunday on the Monday after. */
const observed = (day: number) => day + (weekdayOf(day) === 6 ? -1 : weekdayOf(day) === 0 ? 1 : 0);

/** The federal holidays of a year by day number, with the next New Year's Day, which may be observed on December 31. */
export function federalHolidays(year: number): Map<number, string> {
  const fixed: [number, string][] = [
    [at(year, 1, 1), "New Year’s Day"],
    [at(year, 7, 4), "Independence Day"],
    [at(year, 11, 11), "Veterans Day"],
    [at(year, 12, 25), "Christmas Day"],
    [at(year + 1, 1, 1), "New Year’s Day"],
  ];
  if (year >= 2021) fixed.push([at(year, 6, 19), "Juneteenth"]);
  return new Map([
    ...fixed.map(([day, name]): [number, string] => [observed(day), name]),
    [nth(year, 1, MONDAY, 3), "the Birthday of Martin Luther King, Jr."],
    [nth(year, 2, MONDAY, 3), "Washington’s Birthday"],
    [last(year, 5, MONDAY), "Memorial Day"],
    [nth(year, 9, MONDAY, 1), "Labor Day"],
    [nth(year, 10, MONDAY, 2), "Columbus Day"],
    [nth(year, 11, THURSDAY, 4), "Thanksgiving Day"],
  ]);
}

/** The federal holiday observed on a calendar date (5 U.S.C. 6103), or null. */
export function federalHoliday(date: string): string | null {
  const day = dayNumber(date);
  return day === null ? null : (federalHolidays(Number(date.slice(0, 4))).get(day) ?? null);
}
