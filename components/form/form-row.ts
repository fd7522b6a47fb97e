import type { OtherSide } from "@/lib/holdings/transfer-pairs";
import type { BalanceCheck } from "@/lib/record/balance-check";
import type { DerivedRow, RowLateness } from "@/lib/record/derived-filing";
import type { ROW_FIELDS } from "@/lib/record/filing-fields";
import type { ReportedRow } from "@/lib/record/reported-row";
import type { EventReport } from "@/lib/views/event-report";
import type { FilingPlace } from "@/lib/views/filing-place";
import type { ValueMark } from "@/paper/form/value-marks";

/** A row of the form with what we derived about it. */
export type FormRow = {
  id: string;
  row: ReportedRow;
  /** Fields that are in the original but missing from our text. */
  unread: ReadonlySet<keyof typeof ROW_FIELDS>;
  /** For a row read from paper: where its values are in the source, and whether they are certain. */
  marks: ReadonlyMap<keyof typeof ROW_FIELDS, ValueMark>;
  derived: DerivedRow;
  check: BalanceCheck | null;
  /** Where the previous balance was reported, and where the reason for a gap is stated. */
  priorAt: FilingPlace | null;
  reasonAt: FilingPlace | null;
  underPlan: boolean;
  hasExercisePrice: boolean;
  /** The rows of this filing that report the other side of the transaction. */
  otherSide: OtherSide | null;
  /** The row of an amendment that replaced it. */
  replacedBy: FilingPlace | null;
  /** The other reports of the same trade, the counted one first. Empty if this row is the only report. */
  reports: EventReport[];
  lateness: RowLateness | null;
  /** Its footnotes, in the order of its cells. */
  notes: readonly { id: string; text: string }[];
};

export type FieldName = {
  [K in keyof ReportedRow]: ReportedRow[K] extends ReportedRow["securityTitle"] ? K : never;
}[keyof ReportedRow];

/** Whether a field of the row has a value or a footnote, or could not be read. */
export const isStated = ({ row, unread }: FormRow, name: FieldName): boolean =>
  row[name].value !== null || row[name].footnotes.length > 0 || unread.has(name);

export const isSuperseded = ({ derived }: FormRow): boolean => derived.supersededBy !== null;
