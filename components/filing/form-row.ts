import type { ROW_FIELDS } from "@/lib/edgar/filing-fields";
import type { ReportedRow } from "@/lib/edgar/reported-row";
import type { RowCheck } from "@/lib/holdings/filing-checks";

/** A row of the form with what we conclude about it. */
export type FormRow = {
  id: string;
  row: ReportedRow;
  /** Values that the original holds and our text lacks. */
  unread: ReadonlySet<keyof typeof ROW_FIELDS>;
  check: RowCheck | null;
  underPlan: boolean;
  hasExercisePrice: boolean;
  /** Of an exercise: the id of the row in the other table. */
  otherSide: string | null;
  hasNotes: boolean;
};

export type FieldName = {
  [K in keyof ReportedRow]: ReportedRow[K] extends ReportedRow["securityTitle"] ? K : never;
}[keyof ReportedRow];

/** Whether the row says anything in a field: a value, a note, or something that could not be read. */
export const isStated = ({ row, unread }: FormRow, name: FieldName): boolean =>
  row[name].value !== null || row[name].footnotes.length > 0 || unread.has(name);
