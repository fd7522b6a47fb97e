import Big from "big.js";
import type { TableNumber } from "@/lib/record/reported-row";
import type { BoughtAndSold } from "@/lib/series/bought-and-sold";
import { unitSpans, unitStart } from "@/lib/series/bought-and-sold";
import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import { compareText } from "@/lib/values/compare-text";

/** Purchases (code P) or sales (code S), filed or traded on one day. */
export type DaySum = {
  /** Filing date, or trade date; null if not known. */
  day: string | null;
  table: TableNumber;
  /** Null for rows that are counted separately. */
  code: "P" | "S" | null;
  /**
   * The reason: the letter A or D contradicts the code, the price is not in US dollars, or a figure on paper is unread or
   * uncertain.
   */
  apart: "letter" | "currency" | "unsure" | null;
  underPlan: boolean;
  rows: number;
  /** Sum of shares over the rows that state them. */
  shares: string;
  /** Sum of shares × price over the rows that state both, as decimal text. */
  value: string;
  /** Rows without a price or shares, which are not in `value`. */
  valueMissing: number;
  /** Rows of securities held indirectly. */
  indirect: number;
};

/** The totals of a list of days, and the counts of rows that are in neither sum. */
export const sumsOf = (sums: readonly DaySum[]): TradeSums => ({
  bought: tradeTotals(sums, "P"),
  sold: tradeTotals(sums, "S"),
  derivatives: { bought: tradeTotals(sums, "P", "II"), sold: tradeTotals(sums, "S", "II") },
  contradicting: tradesApart(sums, "letter"),
  otherCurrency: tradesApart(sums, "currency"),
  unsure: tradesApart(sums, "unsure"),
});

/** The totals of the days for one code, in Table I unless otherwise asked. */
export function tradeTotals(sums: readonly DaySum[], code: "P" | "S", table: TableNumber = "I"): TradeTotals {
  const ofCode = sums.filter((sum) => sum.code === code && sum.table === table);
  const total = (of: readonly DaySum[]) => of.reduce((sum, { value }) => sum.plus(value), new Big(0)).toFixed();
  return {
    rows: ofCode.reduce((n, { rows }) => n + rows, 0),
    shares: ofCode.reduce((sum, { shares }) => sum.plus(shares), new Big(0)).toFixed(),
    value: total(ofCode),
    underPlan: total(ofCode.filter(({ underPlan }) => underPlan)),
    valueMissing: ofCode.reduce((n, { valueMissing }) => n + valueMissing, 0),
    indirect: ofCode.reduce((n, { indirect }) => n + indirect, 0),
  };
}

/** Rows of Table I that are counted separately for a reason. */
const tradesApart = (sums: readonly DaySum[], reason: DaySum["apart"]): number =>
  sums.filter(({ table, apart }) => table === "I" && apart === reason).reduce((n, { rows }) => n + rows, 0);

/**
 * The days as bars, one for each unit of the span. A day that is no working day has a bar only if something happened on it.
 * @param sums days in the span
 */
export function barsOf(
  sums: readonly DaySum[],
  span: { from: string; to: string },
  { unit, by = "traded", implausible }: Pick<BoughtAndSold, "unit" | "by" | "implausible">,
): BoughtAndSold {
  const bars = new Map(
    unitSpans(span, unit).map((bar) => [unitStart(bar.from, unit), { ...bar, sums: [] as DaySum[] }]),
  );
  for (const sum of sums) {
    if (sum.day === null) continue;
    const start = unitStart(sum.day, unit);
    const bar = bars.get(start) ?? { from: start, to: start, sums: [] };
    bar.sums.push(sum);
    bars.set(start, bar);
  }
  const [contradicting, unsure] = [tradesApart(sums, "letter"), tradesApart(sums, "unsure")];
  return {
    unit,
    by,
    contradicting,
    ...(unsure > 0 ? { unsure } : {}),
    ...(implausible && implausible.rows.countAtLeast > 0 ? { implausible } : {}),
    bins: [...bars.values()]
      .sort((a, b) => compareText(a.from, b.from))
      .map(({ from, to, sums }) => {
        const [bought, sold] = [tradeTotals(sums, "P"), tradeTotals(sums, "S")];
        return {
          from,
          to,
          bought: bought.value,
          boughtUnderPlan: bought.underPlan,
          sold: sold.value,
          soldUnderPlan: sold.underPlan,
          purchases: bought.rows,
          sales: sold.rows,
          priceMissing: bought.valueMissing + sold.valueMissing,
        };
      }),
  };
}
