import Big from "big.js";
import { isUnderPlan } from "@/lib/plans/plan-of-row";
import { type CountedTrade, countedTrade } from "@/lib/record/counted-trade";
import type { TableNumber } from "@/lib/record/reported-row";
import { type SeriesRow, uniqueRows } from "@/lib/record/row-in-filing";
import { transactionValue } from "@/lib/record/transaction-value";
import { parseDecimal } from "@/lib/values/decimal";

/** Purchases or sales added up. */
export type TradeTotals = {
  rows: number;
  shares: string;
  /** In dollars, of the rows that state shares and a price. */
  value: string;
  /** The part of the value under a 10b5-1 plan. */
  underPlan: string;
  /** Rows without a price or shares, which are not in the value. */
  valueMissing: number;
  /** Rows of securities held indirectly: others than the owner who files may have traded. */
  indirect: number;
};

export type TradeSums = {
  bought: TradeTotals;
  sold: TradeTotals;
  /** The same in Table II. They are in neither sum. */
  derivatives: { bought: TradeTotals; sold: TradeTotals };
  /** Purchases and sales in neither sum because their letter A or D contradicts the code. */
  contradicting: number;
  /** Purchases and sales in neither sum because a footnote says that their price is not in US dollars. */
  otherCurrency: number;
  /** Rows of Table I from paper in neither sum because one of their figures is unread or uncertain. */
  unsure: number;
};

/**
 * Shares bought (code P, acquired) and sold (code S, disposed of) on Table I. Rows without a price are counted but add no value,
 * and implausible rows are left out. Each trade must be passed only once: see `countedRows`.
 */
export function sumTrades(rows: readonly SeriesRow[]): TradeSums {
  const trades = uniqueRows(rows).flatMap((source) => {
    const counted = countedTrade(source);
    return counted ? [{ source, ...counted }] : [];
  });
  const totalOf = (table: TableNumber, side: CountedTrade["side"]) =>
    total(trades.filter((trade) => trade.table === table && trade.side === side).map(({ source }) => source));
  const apart = (reason: CountedTrade["apart"]) =>
    trades.filter((trade) => trade.table === "I" && trade.apart === reason).length;
  return {
    bought: totalOf("I", "bought"),
    sold: totalOf("I", "sold"),
    derivatives: { bought: totalOf("II", "bought"), sold: totalOf("II", "sold") },
    contradicting: apart("letter"),
    otherCurrency: apart("currency"),
    unsure: apart("unsure"),
  };
}

function total(rows: readonly SeriesRow[]): TradeTotals {
  const valued = rows.flatMap(({ row, derived }) => {
    const value = parseDecimal(transactionValue(row.transactionShares.value, row.pricePerShare.value));
    return value ? [{ value, isPlanned: isUnderPlan(derived) }] : [];
  });
  const sum = (values: readonly Big[]) => values.reduce((all, value) => all.plus(value), new Big(0)).toFixed();
  return {
    rows: rows.length,
    shares: sum(rows.flatMap(({ row }) => parseDecimal(row.transactionShares.value) ?? [])),
    value: sum(valued.map(({ value }) => value)),
    underPlan: sum(valued.filter(({ isPlanned }) => isPlanned).map(({ value }) => value)),
    valueMissing: rows.length - valued.length,
    indirect: rows.filter(({ row }) => row.directOrIndirect.value === "I").length,
  };
}
