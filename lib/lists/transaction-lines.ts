import { isUnderPlan } from "@/lib/plans/plan-of-row";
import type { BalanceCheck } from "@/lib/record/balance-check";
import { type DerivedRow, NOTHING_DERIVED } from "@/lib/record/derived-filing";
import { hasExercisePrice } from "@/lib/record/exercise-price";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";
import { rowValue } from "@/lib/record/transaction-value";
import type { RowMarks } from "./row-marks";

/** A transaction as a line of a table: what was filed, and what we derived. */
export type TransactionLine = {
  /** `0001365555-13-000001#I-2` */
  key: string;
  entry: FilingEntry;
  row: ReportedRow;
  underPlan: boolean;
  hasExercisePrice: boolean;
  /** The total as filed, else shares × price; null if neither is known. */
  value: string | null;
  /** Null if no balance in shares is reported, or the row is superseded. */
  check: BalanceCheck | null;
  derived: DerivedRow;
  /** What a page shows next to the line. Not loaded for lines that no page shows. */
  marks?: RowMarks;
};

/** The requested rows of each filing, as lines. */
export function transactionLines(
  asked: readonly { entry: FilingEntry; rows: readonly ReportedRow[] }[],
): TransactionLine[] {
  return asked.flatMap(({ entry, rows }) =>
    rows.map((row) => {
      const derived = entry.derived.rows[rowId(row)] ?? NOTHING_DERIVED;
      return {
        key: keyInFiling(entry.filing.accessionNumber, rowId(row)),
        entry,
        row,
        underPlan: isUnderPlan(derived),
        hasExercisePrice: hasExercisePrice(row, entry.rows),
        value: rowValue(row),
        check: derived.check,
        derived,
      };
    }),
  );
}
