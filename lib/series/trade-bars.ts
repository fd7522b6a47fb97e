import type { TradeMonth } from "@/lib/filters/grouping";
import { formatMonth } from "@/lib/values/dates";

/** A bar for each of these is legible beside a group. */
const MOST_BARS = 36;
const UNITS = [
  { unit: "month", months: 1 },
  { unit: "quarter", months: 3 },
  { unit: "year", months: 12 },
] as const;

/** The bars that all groups of a page share: as many months each as makes them few enough, from the first trade to the last. */
export type BarAxis = (typeof UNITS)[number] & { first: string; last: string; bars: number };

/** @property at the number of the bar, from 0 */
export type TradeBar = { at: number; purchases: number; sales: number };

/** Null if no group has a purchase or sale. */
export function barAxis(groups: readonly { months: TradeMonth[] | null }[]): BarAxis | null {
  const months = groups.flatMap(({ months }) => months?.map(({ month }) => month) ?? []).sort();
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const axes = UNITS.map((of) => ({ ...of, first, last, bars: barAt(last, of.months) - barAt(first, of.months) + 1 }));
  return axes.find(({ bars }) => bars <= MOST_BARS) ?? axes.at(-1) ?? null;
}

export function tradeBars({ first, months: width }: BarAxis, months: readonly TradeMonth[]): TradeBar[] {
  const bars = new Map<number, TradeBar>();
  for (const { month, purchases, sales } of months) {
    const at = barAt(month, width) - barAt(first, width);
    const bar = bars.get(at) ?? { at, purchases: 0, sales: 0 };
    bars.set(at, { at, purchases: bar.purchases + purchases, sales: bar.sales + sales });
  }
  return [...bars.values()];
}

/** "by month, May 2024 to June 2025" */
export const describeBarAxis = ({ unit, first, last }: BarAxis): string =>
  `by ${unit}, ${first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`}`;

const barAt = (month: string, width: number) =>
  Math.floor((Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1) / width);
