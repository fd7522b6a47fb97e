import Big from "big.js";
import type { BoughtAndSold } from "@/lib/series/bought-and-sold";
import { unitSpans } from "@/lib/series/bought-and-sold";
import type { TradeSums } from "@/lib/series/trade-sums";

/** Purchases (code P) or sales (code S) of Table I in the filings of one day. */
export type DaySum = {
  /** Filing date; null where it is not known. */
  day: string | null;
  /** Null for what is counted apart. */
  code: "P" | "S" | null;
  /** Why: the letter A or D contradicts the code, the price is in another currency than US dollars, or a figure on paper is unread or uncertain. */
  apart: "letter" | "currency" | "unsure" | null;
  underPlan: boolean;
  rows: number;
  /** Sum of shares over the rows that state them. */
  shares: string;
  /** Sum of shares × price over the rows that state both, as decimal text. */
  value: string;
  /** Rows that state no price or no shares, and are not in `value`. */
  valueMissing: number;
};

export type TradeTotals = { rows: number; shares: string; value: string; underPlan: string; valueMissing: number };

/** What a list of days comes to, and what is in neither sum. */
export const sumsOf = (sums: readonly DaySum[]): TradeSums => ({
  bought: tradeTotals(sums, "P"),
  sold: tradeTotals(sums, "S"),
  contradicting: contradictingTrades(sums),
  otherCurrency: tradesInOtherCurrency(sums),
  unsure: unsureTrades(sums),
});

/** What days of one code come to. */
export function tradeTotals(sums: readonly DaySum[], code: "P" | "S"): TradeTotals {
  const ofCode = sums.filter((sum) => sum.code === code);
  const total = (of: readonly DaySum[]) => of.reduce((sum, { value }) => sum.plus(value), new Big(0)).toFixed();
  return {
    rows: ofCode.reduce((n, { rows }) => n + rows, 0),
    shares: ofCode.reduce((sum, { shares }) => sum.plus(shares), new Big(0)).toFixed(),
    value: total(ofCode),
    underPlan: total(ofCode.filter(({ underPlan }) => underPlan)),
    valueMissing: ofCode.reduce((n, { valueMissing }) => n + valueMissing, 0),
  };
}

/** Purchases marked disposed and sales marked acquired: neither, until someone reads the filing. */
export const contradictingTrades = (sums: readonly DaySum[]): number =>
  sums.filter(({ apart }) => apart === "letter").reduce((n, { rows }) => n + rows, 0);

/** Purchases and sales whose price a note states in another currency. */
export const tradesInOtherCurrency = (sums: readonly DaySum[]): number =>
  sums.filter(({ apart }) => apart === "currency").reduce((n, { rows }) => n + rows, 0);

/** Rows from paper of which a figure is unread or uncertain. */
export const unsureTrades = (sums: readonly DaySum[]): number =>
  sums.filter(({ apart }) => apart === "unsure").reduce((n, { rows }) => n + rows, 0);

/** The days as bars, by filing date, working days without a filing among them. */
export function daysBoughtAndSold(sums: readonly DaySum[], span: { from: string; to: string }): BoughtAndSold {
  const days = new Set([...unitSpans(span, "day").map(({ from }) => from), ...sums.flatMap(({ day }) => day ?? [])]);
  return {
    unit: "day",
    contradicting: contradictingTrades(sums),
    unsure: unsureTrades(sums),
    bins: [...days].sort().map((day) => {
      const ofDay = sums.filter((sum) => sum.day === day);
      const [bought, sold] = [tradeTotals(ofDay, "P"), tradeTotals(ofDay, "S")];
      return {
        from: day,
        to: day,
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
