import type { FormRow } from "@/components/filing/form-row";
import { hasExercisePrice } from "@/lib/edgar/exercise-price";
import type { Filing } from "@/lib/edgar/filing";
import { ROW_FIELDS } from "@/lib/edgar/filing-fields";
import { type ReportedRow, rowId } from "@/lib/edgar/reported-row";
import { rowPointer, unreadColumns } from "@/lib/edgar/unread";
import { exercisePairs } from "@/lib/holdings/exercise-pairs";
import type { RowCheck } from "@/lib/holdings/filing-checks";
import { rowNotes } from "@/lib/series/series-row";

type FormRowsOf = {
  rows: readonly ReportedRow[];
  /** JSON Pointers into the document. */
  unread: readonly string[];
  /** By row id. */
  checks: ReadonlyMap<string, RowCheck>;
  /** Keys of the rows under a 10b5-1 plan. */
  underPlan: ReadonlySet<string>;
};

/** The rows of a filing with what we conclude about each. */
export function formRows({ rows, unread, checks, underPlan }: FormRowsOf): FormRow[] {
  const pairs = exercisePairs(rows);
  return rows.map((row) => {
    const id = rowId(row);
    return {
      id,
      row,
      unread: unreadColumns(unread, rowPointer(row), ROW_FIELDS),
      check: checks.get(id) ?? null,
      underPlan: underPlan.has(`${row.accessionNumber}#${id}`),
      hasExercisePrice: hasExercisePrice(row, rows),
      otherSide: pairs.get(id) ?? null,
      hasNotes: rowNotes(row).length > 0,
    };
  });
}

const ciks = ({ owners }: Filing) => owners.map(({ cik }) => cik ?? "").sort();

/** Whether two filings have the very same owners. */
export const sameOwners = (a: Filing, b: Filing): boolean => ciks(a).join(" ") === ciks(b).join(" ");
