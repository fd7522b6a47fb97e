import type { OtherSide } from "@/lib/holdings/transfer-pairs";
import type { RowLateness } from "@/lib/lateness/lateness";
import type { BalanceCheck } from "@/lib/record/balance-check";
import type { DerivedRow } from "@/lib/record/derived-filing";
import type { ROW_FIELDS } from "@/lib/record/filing-fields";
import type { ReportedRow } from "@/lib/record/reported-row";
import type { EventReport } from "@/lib/views/event-report";
import type { Place } from "@/lib/views/place";
import type { ValueMark } from "@/paper/form/value-marks";

/** A row of the form with what we conclude about it. */
export type FormRow = {
  id: string;
  row: ReportedRow;
  /** Values that the original holds and our text lacks. */
  unread: ReadonlySet<keyof typeof ROW_FIELDS>;
  /** Of a row that was read from paper: where its values stand in the source, and how far they are to be trusted. */
  marks: ReadonlyMap<keyof typeof ROW_FIELDS, ValueMark>;
  derived: DerivedRow;
  check: BalanceCheck | null;
  /** Where the balance before was reported, and where the reason of a gap is said. */
  priorAt: Place | null;
  reasonAt: Place | null;
  underPlan: boolean;
  hasExercisePrice: boolean;
  /** The rows of this filing that report the other side of it. */
  otherSide: OtherSide | null;
  /** The row of an amendment that took its place. */
  replacedBy: Place | null;
  /** The other reports of the same trade, the counted one first; none where this row is all there is of it. */
  reports: EventReport[];
  lateness: RowLateness | null;
  hasNotes: boolean;
};

export type FieldName = {
  [K in keyof ReportedRow]: ReportedRow[K] extends ReportedRow["securityTitle"] ? K : never;
}[keyof ReportedRow];

/** Whether the row says anything in a field: a value, a note, or something that could not be read. */
export const isStated = ({ row, unread }: FormRow, name: FieldName): boolean =>
  row[name].value !== null || row[name].footnotes.length > 0 || unread.has(name);

export const isSuperseded = ({ derived }: FormRow): boolean => derived.supersededBy !== null;
