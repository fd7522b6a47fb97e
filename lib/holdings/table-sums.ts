import type Big from "big.js";
import type { ReportedRow } from "@/lib/record/reported-row";
import { transactionValue } from "@/lib/record/transaction-value";
import { parseDecimal } from "@/lib/values/decimal";

/** Rows of one table with the same security, code and letter, added up. */
export type SumOfRows = {
  code: string;
  security: string | null;
  rows: number;
  /** Exact decimal text; null if a row states no number of shares. */
  shares: string | null;
  /** Shares × price over the rows that have both, as exact decimal text; null if none has. */
  value: string | null;
  /** Rows that add nothing to the value. */
  withoutPrice: number;
};

/** The sums of a table's transactions, for each security, code and letter that is on more than one row. */
export function tableSums(rows: readonly ReportedRow[]): SumOfRows[] {
  const groups = new Map<string, ReportedRow[]>();
  for (const row of rows) {
    if (row.kind !== "transaction" || row.transactionCode === null) continue;
    const key = JSON.stringify([row.securityTitle.value, row.transactionCode, row.acquiredDisposedCode.value]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map(sumOf);
}

function sumOf(rows: readonly ReportedRow[]): SumOfRows {
  const shares = rows.map((row) => parseDecimal(row.transactionShares.value));
  const values = rows.map((row) =>
    parseDecimal(transactionValue(row.transactionShares.value, row.pricePerShare.value)),
  );
  const valued = values.filter((value) => value !== null);
  return {
    code: rows[0]?.transactionCode ?? "",
    security: rows[0]?.securityTitle.value ?? null,
    rows: rows.length,
    shares: shares.every((count) => count !== null) ? total(shares) : null,
    value: valued.length > 0 ? total(valued) : null,
    withoutPrice: rows.length - valued.length,
  };
}

const total = (amounts: readonly Big[]) => amounts.reduce((sum, amount) => sum.plus(amount)).toFixed();
