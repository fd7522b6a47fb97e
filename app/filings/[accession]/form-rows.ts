import type { FormRow } from "@/components/form/form-row";
import { rowPointer, unreadColumns } from "@/lib/edgar/unread";
import { otherSides } from "@/lib/holdings/transfer-pairs";
import { isUnderPlan } from "@/lib/plans/plan-of-row";
import { type DerivedRow, NOTHING_DERIVED } from "@/lib/record/derived-filing";
import { hasExercisePrice } from "@/lib/record/exercise-price";
import type { FilingEntry } from "@/lib/record/filing";
import { ROW_FIELDS } from "@/lib/record/filing-fields";
import type { FilingRef } from "@/lib/record/filing-ref";
import { rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { keyInFiling, partsOfKey } from "@/lib/record/row-key";
import type { EventReport } from "@/lib/views/event-report";
import type { FilingPlace } from "@/lib/views/filing-place";
import { columnMarks, type ValueMarks } from "@/paper/form/value-marks";

type Beside = {
  /** JSON Pointers into the document. */
  unread: readonly string[];
  marks: ValueMarks;
  /** The filings that rows link to, by accession number. */
  refs: ReadonlyMap<string, FilingRef>;
  reports: ReadonlyMap<string, EventReport[]>;
};

/** The rows of a filing with what we derived about each. */
export function formRows(entry: FilingEntry, { unread, marks, refs, reports }: Beside): FormRow[] {
  const { filing, rows } = entry;
  const sides = otherSides(rows);
  const placeOf = (key: string | null): FilingPlace | null => {
    const { accessionNumber: number, id: at } = partsOfKey(key ?? "");
    const isHere = number === filing.accessionNumber;
    const ref = isHere ? filing : refs.get(number);
    return ref && at ? { filing: ref, isHere, at } : null;
  };
  return rows.map((row) => {
    const id = rowId(row);
    const derived = entry.derived.rows[id] ?? NOTHING_DERIVED;
    const { check, supersededBy } = derived;
    return {
      id,
      row,
      derived,
      unread: unreadColumns(unread, rowPointer(row), ROW_FIELDS),
      marks: columnMarks(marks, rowPointer(row), ROW_FIELDS),
      check,
      priorAt: placeOf(priorKey(derived)),
      reasonAt: placeOf(check?.reason?.from ?? null),
      underPlan: isUnderPlan(derived),
      hasExercisePrice: hasExercisePrice(row, rows),
      otherSide: sides.get(id) ?? null,
      replacedBy: placeOf(supersededBy),
      reports: reports.get(id) ?? [],
      lateness: derived.lateness,
      notes: rowNotes(row).map((note) => ({ id: note, text: entry.notes[note] ?? "" })),
    };
  });
}

const priorKey = ({ check }: DerivedRow): string | null =>
  check?.prior ? keyInFiling(check.prior.accessionNumber, check.prior.row) : null;

/** Accession numbers of the filings that the derived values of an entry refer to. */
export function filingsLedTo({ derived }: FilingEntry): string[] {
  const keys = Object.values(derived.rows).flatMap((row) => [
    row.supersededBy,
    priorKey(row),
    row.check?.reason?.from ?? null,
  ]);
  return [...new Set(keys.flatMap((key) => (key ? partsOfKey(key).accessionNumber : [])))];
}
