import Big from "big.js";
import { parseDecimal } from "@/lib/edgar/decimal";
import type { ReportedRow } from "@/lib/edgar/reported-row";
import { transactionValue } from "@/lib/edgar/transaction-value";
import type { TradeTotals } from "./day-sum";
import { rowKey, type SeriesRow, uniqueRows } from "./series-row";

export type TradeSums = {
  bought: TradeTotals;
  sold: TradeTotals;
  /** Purchases and sales in neither sum because their letter A or D contradicts the code. */
  contradicting: number;
};

const isTrade = (row: ReportedRow, code: "P" | "S") =>
  row.kind === "transaction" && row.tableNumber === "I" && row.transactionCode === code;

/**
 * What was bought (code P, acquired) and sold (code S, disposed of) on Table I. Rows without a price are counted and add no
 * value. Amendments are to be left out by the caller.
 * @param underPlan keys of the rows under a 10b5-1 plan
 */
export function sumTrades(rows: readonly SeriesRow[], underPlan: ReadonlySet<string>): TradeSums {
  const unique = uniqueRows(rows);
  const letter = ({ row }: SeriesRow) => row.acquiredDisposedCode.value;
  const bought = unique.filter((source) => isTrade(source.row, "P") && letter(source) === "A");
  const sold = unique.filter((source) => isTrade(source.row, "S") && letter(source) === "D");
  const trades = unique.filter(({ row }) => isTrade(row, "P") || isTrade(row, "S"));
  return {
    bought: total(bought, underPlan),
    sold: total(sold, underPlan),
    contradicting: trades.length - bought.length - sold.length,
  };
}

function total(rows: readonly SeriesRow[], underPlan: ReadonlySet<string>): TradeTotals {
  const valued = rows.flatMap((source) => {
    const value = parseDecimal(transactionValue(source.row.transactionShares.value, source.row.pricePerShare.value));
    return value ? [{ value, isPlanned: underPlan.has(rowKey(source)) }] : [];
  });
  const sum = (values: typeof valued) => values.reduce((all, { value }) => all.plus(value), new Big(0)).toFixed();
  return {
    rows: rows.length,
    value: sum(valued),
    underPlan: sum(valued.filter(({ isPlanned }) => isPlanned)),
    valueMissing: rows.length - valued.length,
  };
}
