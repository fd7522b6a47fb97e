import Big from "big.js";
import { isUnderPlan } from "@/lib/plans/plan-of-row";
import type { ReportedRow } from "@/lib/record/reported-row";
import { type SeriesRow, uniqueRows } from "@/lib/record/row-in-filing";
import { transactionValue } from "@/lib/record/transaction-value";
import { isUnsure } from "@/lib/record/unsure-row";
import { parseDecimal } from "@/lib/values/decimal";
import type { TradeTotals } from "./day-sum";

export type TradeSums = {
  bought: TradeTotals;
  sold: TradeTotals;
  /** Purchases and sales in neither sum because their letter A or D contradicts the code. */
  contradicting: number;
  /** Purchases and sales in neither sum because a footnote says that their price is not in US dollars. */
  otherCurrency: number;
  /** Rows of Table I from paper in neither sum because one of their figures is unread or uncertain. */
  unsure: number;
};

const isTrade = (row: ReportedRow, code: "P" | "S") =>
  row.kind === "transaction" && row.tableNumber === "I" && row.transactionCode === code;

const mayBeTrade = (row: ReportedRow) =>
  isTrade(row, "P") ||
  isTrade(row, "S") ||
  (row.kind === "transaction" && row.tableNumber === "I" && row.unread.includes("transactionCode"));

/**
 * Shares bought (code P, acquired) and sold (code S, disposed of) on Table I. Rows without a price are counted but add no value, and
 * implausible rows are left out.
 * Each trade must be passed only once: see `countedRows`.
 */
export function sumTrades(rows: readonly SeriesRow[]): TradeSums {
  const unique = uniqueRows(rows).filter(({ derived }) => derived.implausible === null);
  const trades = unique.filter(({ row }) => (isTrade(row, "P") || isTrade(row, "S")) && !isUnsure(row));
  const inDollars = trades.filter(({ derived }) => (derived.trade?.currency ?? null) === null);
  const letter = ({ row }: SeriesRow) => row.acquiredDisposedCode.value;
  const bought = inDollars.filter((source) => isTrade(source.row, "P") && letter(source) === "A");
  const sold = inDollars.filter((source) => isTrade(source.row, "S") && letter(source) === "D");
  return {
    bought: total(bought),
    sold: total(sold),
    contradicting: inDollars.length - bought.length - sold.length,
    otherCurrency: trades.length - inDollars.length,
    unsure: unique.filter(({ row }) => mayBeTrade(row) && isUnsure(row)).length,
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
  };
}
