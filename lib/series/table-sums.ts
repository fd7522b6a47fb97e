import type { ReportedRow } from "@/lib/record/reported-row";
import { transactionValue } from "@/lib/record/transaction-value";
import { parseDecimal, sumOfKnown } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";

/** Rows of one table with the same security, code and letter, added up. */
export type SumOfRows = {
  code: string;
  acquiredDisposedCode: string | null;
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
  const transactions = rows.filter(({ kind, transactionCode }) => kind === "transaction" && transactionCode !== null);
  const groups = groupBy(transactions, ({ securityTitle, transactionCode, acquiredDisposedCode }) =>
    JSON.stringify([securityTitle.value, transactionCode, acquiredDisposedCode.value]),
  );
  return [...groups.values()].filter((group) => group.length > 1).map(sumOf);
}

function sumOf(rows: readonly ReportedRow[]): SumOfRows {
  const shares = rows.map(({ transactionShares }) => transactionShares.value);
  const values = rows.map((row) => transactionValue(row.transactionShares.value, row.pricePerShare.value));
  return {
    code: rows[0]?.transactionCode ?? "",
    acquiredDisposedCode: rows[0]?.acquiredDisposedCode.value ?? null,
    security: rows[0]?.securityTitle.value ?? null,
    rows: rows.length,
    shares: shares.some((count) => parseDecimal(count) === null) ? null : sumOfKnown(shares),
    value: sumOfKnown(values),
    withoutPrice: values.filter((value) => value === null).length,
  };
}
