import type { CodeGroup } from "@/lib/record/transaction-codes";
import { calendarDate, dayNumber } from "@/lib/values/calendar-day";
import type { HoldingLine, HoldingPoint } from "./holding-points";

/** `at` runs from 0 to 1 over the time, levels from 0 (lowest) to 1 (highest) on the line's own scale. */
type SparklineStep = { at: number; from: number; to: number; group: CodeGroup | null };

export type SparklineSeries = {
  /** The place and level at which the line begins. */
  start: { at: number; level: number };
  steps: SparklineStep[];
  end: { at: number; level: number };
  /** Both ends as reported, exact decimal text. */
  first: string;
  last: string;
  asOf: string;
};

/** The same day some months before, or the last day of a shorter month. */
export function monthsBefore(date: string, months: number): string {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const month = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}`;
  for (let day = Number(date.slice(8, 10)); day > 0; day--) {
    const candidate = `${month}-${String(day).padStart(2, "0")}`;
    if (dayNumber(candidate) !== null) return candidate;
  }
  return `${month}-01`;
}

/** The last 24 months of a line up to `to`; `null` if it has no report in them. Reports of the same day become one step. */
export function sparkline(line: HoldingLine, to: string, months = 24): SparklineSeries | null {
  const lastDay = dayNumber(to);
  const firstDay = dayNumber(monthsBefore(to, months));
  if (lastDay === null || firstDay === null) return null;
  const points = line.points.filter(({ day }) => day >= firstDay && day <= lastDay);
  const entering = line.points.findLast(({ day }) => day < firstDay);
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return null;

  const startLevel = entering?.balance ?? first.start;
  const startsAt = entering ? firstDay : first.day;
  const perDay = new Map<number, HoldingPoint[]>();
  for (const point of points) perDay.set(point.day, [...(perDay.get(point.day) ?? []), point]);
  const levels = [startLevel, ...[...perDay.values()].map((sameDay) => sameDay.at(-1)?.balance ?? 0)];
  const lowest = Math.min(...levels);
  const range = Math.max(...levels) - lowest;
  const level = (value: number) => (range === 0 ? 0.5 : (value - lowest) / range);
  const at = (day: number) => (day - firstDay) / Math.max(1, lastDay - firstDay);

  let current = startLevel;
  const steps: SparklineStep[] = [];
  for (const [day, sameDay] of perDay) {
    const balance = sameDay.at(-1)?.balance ?? current;
    // The row with the largest change that day gives the colour.
    const cause = sameDay.reduce((a, b) => (Math.abs(b.balance - b.start) > Math.abs(a.balance - a.start) ? b : a));
    if (balance !== current) steps.push({ at: at(day), from: level(current), to: level(balance), group: cause.group });
    current = balance;
  }
  return {
    start: { at: at(startsAt), level: level(startLevel) },
    steps,
    end: { at: at(last.day), level: level(last.balance) },
    first: entering?.reported ?? String(first.start),
    last: last.reported,
    asOf: calendarDate(last.day),
  };
}
