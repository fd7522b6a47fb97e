import { daysBefore } from "@/lib/values/days-before";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

/** Dates relative to today, as a link keeps them, and what they are today. */
export type RelativeDates = {
  /** `7d`, `3m`, `1y`, `this-year`, `last-year` */
  words: string;
  from: string;
  to: string;
  /** Whether they reach to today. After 5:30 pm, the latest filings have the date of the next business day. */
  isCurrent: boolean;
};

const MOST: Record<string, number> = { d: 9999, m: 1200, y: 100 };

/** `7d` is today and the six days before it, `1d` only today, and `1m` the month that ends today. */
export function parseRelativeDates(text: string, today: string): RelativeDates | null {
  const year = Number(today.slice(0, 4));
  if (text === "this-year") return { words: text, from: `${year}-01-01`, to: today, isCurrent: true };
  if (text === "last-year")
    return { words: text, from: `${year - 1}-01-01`, to: `${year - 1}-12-31`, isCurrent: false };
  const [, digits = "", unit = ""] = /^0*([1-9]\d{0,3})([dmy])$/.exec(text) ?? [];
  const count = Number(digits);
  if (count < 1 || count > (MOST[unit] ?? 0)) return null;
  const from =
    unit === "d" ? daysBefore(today, count - 1) : daysBefore(monthsBack(today, unit === "m" ? count : count * 12), -1);
  return { words: `${count}${unit}`, from, to: today, isCurrent: true };
}

/** The same day of an earlier month, or that month's last day. */
function monthsBack(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const all = year * 12 + month - 1 - months;
  const beginning = `${String(Math.floor(all / 12)).padStart(4, "0")}-${String((all % 12) + 1).padStart(2, "0")}`;
  const days = [day, 30, 29, 28].map((each) => `${beginning}-${String(each).padStart(2, "0")}`);
  return days.find(isCalendarDate) ?? date;
}

const UNITS: Record<string, string> = { d: "day", m: "month", y: "year" };

/** "today", "in the last 7 days", "this year", "last year" */
export function describeRelativeDates({ words }: RelativeDates): string {
  if (words === "1d") return "today";
  if (!/^\d/.test(words)) return words.replace("-", " ");
  const [count, unit] = [words.slice(0, -1), UNITS[words.slice(-1)]];
  return count === "1" ? `in the last ${unit}` : `in the last ${count} ${unit}s`;
}
