import type { TradeMonth } from "@/lib/filters/grouping";
import { formatMonth } from "@/lib/values/dates";

/** A bar for each of these is legible beside a group. */
const MOST_BARS = 36;
const UNITS = [
  { unit: "month", months: 1 },
  { unit: "quarter", months: 3 },
  { unit: "year", months: 12 },
] as const;

/** An early date is often a typing error, and would leave no room for the others. */
const MOST_NOT_DRAWN = 0.05;

/**
 * The bars that all groups of a page share, up to the last trade: of the smallest unit that has room for nearly all trades.
 * @property first the first month that is drawn
 * @property notDrawn how many trades are earlier
 */
export type BarAxis = (typeof UNITS)[number] & { first: string; last: string; bars: number; notDrawn: number };

/** @property at the number of the bar, from 0 */
export type TradeBar = { at: number; purchases: number; sales: number };

/** Null if no group has a purchase or sale. */
export function barAxis(groups: readonly { months: TradeMonth[] | null }[]): BarAxis | null {
  const all = groups.flatMap(({ months }) => months ?? []);
  const months = all.map(({ month }) => month).sort();
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const axes = UNITS.map((of): BarAxis => {
    const start = Math.max(barAt(first, of.months), barAt(last, of.months) - MOST_BARS + 1);
    const from = start > barAt(first, of.months) ? monthOf(start * of.months) : first;
    return {
      ...of,
      first: from,
      last,
      bars: barAt(last, of.months) - start + 1,
      notDrawn: tradesIn(all.filter(({ month }) => month < from)),
    };
  });
  return axes.find(({ notDrawn }) => notDrawn <= MOST_NOT_DRAWN * tradesIn(all)) ?? axes.at(-1) ?? null;
}

const tradesIn = (months: readonly TradeMonth[]) =>
  months.reduce((sum, { purchases, sales }) => sum + purchases + sales, 0);

export function tradeBars({ first, months: width }: BarAxis, months: readonly TradeMonth[]): TradeBar[] {
  const bars = new Map<number, TradeBar>();
  for (const { month, purchases, sales } of months) {
    const at = barAt(month, width) - barAt(first, width);
    if (at < 0) continue;
    const bar = bars.get(at) ?? { at, purchases: 0, sales: 0 };
    bars.set(at, { at, purchases: bar.purchases + purchases, sales: bar.sales + sales });
  }
  return [...bars.values()];
}

/** "by month, May 2024 to June 2025" */
export const describeBarAxis = ({ unit, first, last }: BarAxis): string =>
  `by ${unit}, ${first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`}`;

/** 0 is January of the year 0. */
const monthOf = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

const barAt = (month: string, width: number) =>
  Math.floor((Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1) / width);
