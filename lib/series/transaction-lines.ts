import { hasExercisePrice } from "@/lib/edgar/exercise-price";
import type { FilingEntry } from "@/lib/edgar/filing";
import { type ReportedRow, rowId } from "@/lib/edgar/reported-row";
import { rowValue } from "@/lib/edgar/transaction-value";
import type { Continuity } from "@/lib/holdings/continuity";
import { entryRows } from "./entry-rows";
import { rowsUnderPlan } from "./under-plan";

/** A transaction as a line of a table: what was filed, and what is ours beside it. */
export type TransactionLine = {
  /** `0001365555-13-000001#I-2` */
  key: string;
  entry: FilingEntry;
  row: ReportedRow;
  underPlan: boolean;
  hasExercisePrice: boolean;
  /** As filed where a total is, else shares × price; null where neither can be told. */
  value: string | null;
  /** Null where the balance is not compared: none is reported, or the filing is an amendment left out of the lines. */
  check: Continuity | null;
};

/** The rows that are asked for of each filing, as lines. */
export function transactionLines(
  asked: readonly { entry: FilingEntry; rows: readonly ReportedRow[] }[],
  checks: ReadonlyMap<string, Continuity>,
): TransactionLine[] {
  const underPlan = rowsUnderPlan(entryRows(asked.map(({ entry }) => entry)));
  return asked.flatMap(({ entry, rows }) =>
    rows.map((row) => {
      const key = `${entry.filing.accessionNumber}#${rowId(row)}`;
      return {
        key,
        entry,
        row,
        underPlan: underPlan.has(key),
        hasExercisePrice: hasExercisePrice(row, entry.rows),
        value: rowValue(row),
        check: checks.get(key) ?? null,
      };
    }),
  );
}
