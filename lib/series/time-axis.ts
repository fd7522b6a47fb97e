import { calendarDate, dayNumber } from "@/lib/values/calendar-day";
import { SHORT_MONTHS } from "@/lib/values/months";

/** The range includes both ends, which are calendar dates. */
export type TimeDomain = { from: string; to: string };

export type TimeTick = { day: number; label: string; onNarrow: boolean };

const yearInDays = 365.25;
const shortestSpan = 120;
/** Days around a day that the reader chose: enough for a balance before and after it, and for the start of a month. */
const shortestChosen = 35;

const part = (date: string, index: 0 | 1): number => Number(date.split("-")[index]);

const dateOf = (year: number, monthIndex: number): string =>
  `${year + Math.floor(monthIndex / 12)}-${String((((monthIndex % 12) + 12) % 12) + 1).padStart(2, "0")}-01`;

/**
 * The span of an axis: the reader's dates, with some days around them if they are few, or otherwise from the quarter of the first
 * date to the last date. It is never so short that days are wider than marks. `null` without any date.
 */
export function timeDomain(
  dates: readonly (string | null)[],
  chosen: { from?: string | null; to?: string | null } = {},
): TimeDomain | null {
  const days = dates.map(dayNumber).filter((day) => day !== null);
  const from = dayNumber(chosen.from ?? null);
  const to = dayNumber(chosen.to ?? null);
  if (days.length === 0 && (from === null || to === null)) return null;
  const first = from ?? days.reduce((a, b) => Math.min(a, b), to ?? Number.POSITIVE_INFINITY);
  const last = to ?? days.reduce((a, b) => Math.max(a, b), first);
  const margin = from === null ? 0 : Math.ceil(Math.max(0, shortestChosen - (last - from)) / 2);
  const start = (from ?? Math.min(first, Math.max(last, first) - shortestSpan)) - margin;
  const startDate = calendarDate(start);
  return {
    from: from === null ? dateOf(part(startDate, 0), Math.floor((part(startDate, 1) - 1) / 3) * 3) : startDate,
    to: calendarDate(Math.max(last + margin, start + 1)),
  };
}

/** The share of the axis that a label needs, on a plot of `plotWidth` pixels. */
const room = (plotWidth: number, labelWidth: number) => labelWidth / plotWidth;

const narrowPlot = 290;
const widePlot = 900;

/** Years at January 1, or months if the axis spans less than eighteen months. */
export function timeTicks(domain: TimeDomain): TimeTick[] {
  const from = dayNumber(domain.from) ?? 0;
  const to = dayNumber(domain.to) ?? from + 1;
  const years = (to - from) / yearInDays;
  const unit = years >= 1.5 ? 12 : 1;
  const count = unit === 12 ? years : years * 12;
  const labelWidth = unit === 12 ? 40 : 56;
  const step = Math.max(1, Math.ceil(count * room(widePlot, labelWidth)));
  const narrowEvery = Math.max(1, Math.ceil((count / step) * room(narrowPlot, labelWidth)));
  const firstYear = part(domain.from, 0);
  const firstIndex = unit === 12 ? 0 : part(domain.from, 1) - 1;
  const ticks: TimeTick[] = [];
  for (let index = 0; ; index++) {
    const months = firstIndex + index * unit;
    const date = dateOf(firstYear, months);
    const day = dayNumber(date);
    // No day after the last drawn one can be compared.
    if (day === null || day > to) return ticks;
    if (day < from) continue;
    const position = unit === 12 ? part(date, 0) : months;
    if (position % step !== 0) continue;
    const monthName = SHORT_MONTHS[part(date, 1) - 1] ?? "";
    const named = ticks.length === 0 || date.endsWith("-01-01") ? `${monthName} ${date.slice(0, 4)}` : monthName;
    ticks.push({ day, label: unit === 12 ? date.slice(0, 4) : named, onNarrow: ticks.length % narrowEvery === 0 });
  }
}

/** The place of a day on the axis, from 0 at its start to 1 at its end. */
export const timePosition = (domain: TimeDomain) => {
  const from = dayNumber(domain.from) ?? 0;
  const span = Math.max(1, (dayNumber(domain.to) ?? from) - from);
  return (day: number): number => (day - from) / span;
};
