import type { Field, ReportedRow } from "@/lib/record/reported-row";
import { asWritten } from "@/lib/values/as-written";
import { parseDecimal } from "@/lib/values/decimal";

/** The content of one field: the value as filed, and the notes that it cites. */
export type Said = { value: string | null; notes: { id: string; text: string }[] };

/** The fields of a row, in the form's order. */
const COMPARED_FIELDS = [
  "securityTitle",
  "conversionOrExercisePrice",
  "transactionDate",
  "deemedExecutionDate",
  "transactionFormType",
  "transactionCode",
  "equitySwapInvolved",
  "timeliness",
  "transactionShares",
  "transactionTotalValue",
  "pricePerShare",
  "acquiredDisposedCode",
  "exerciseDate",
  "expirationDate",
  "underlyingSecurityTitle",
  "underlyingSecurityShares",
  "underlyingSecurityValue",
  "sharesOwnedFollowing",
  "valueOwnedFollowing",
  "directOrIndirect",
  "natureOfOwnership",
  "row",
] as const;

/** A field of a row; `row` is the row itself, which may cite notes. */
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export type FieldChange = { field: ComparedField; original: Said; amendment: Said };

type RowWithNotes = { row: ReportedRow; notes: Readonly<Record<string, string>> };

/**
 * The fields in which two rows differ. Numbers are compared by amount and not by spelling, and notes by their text, because every
 * filing numbers its notes again.
 */
export function fieldChanges(original: RowWithNotes, amendment: RowWithNotes): FieldChange[] {
  return COMPARED_FIELDS.flatMap((field) => {
    const [before, after] = [said(original, field), said(amendment, field)];
    return meaning(before) === meaning(after) ? [] : [{ field, original: before, amendment: after }];
  });
}

function said({ row, notes }: RowWithNotes, field: ComparedField): Said {
  const { value, footnotes } = fieldOf(row, field);
  return { value, notes: [...new Set(footnotes)].map((id) => ({ id, text: notes[id] ?? "" })) };
}

function fieldOf(row: ReportedRow, field: ComparedField): Field {
  switch (field) {
    case "row":
      return { value: null, footnotes: row.rowFootnotes };
    case "transactionCode":
      return { value: row.transactionCode, footnotes: row.transactionCodingFootnotes };
    case "transactionFormType":
      return { value: row.transactionFormType, footnotes: [] };
    case "equitySwapInvolved":
      // An unchecked box and a missing one mean the same.
      return { value: row.equitySwapInvolved === true ? "true" : null, footnotes: [] };
    default:
      return row[field];
  }
}

const meaning = ({ value, notes }: Said): string => {
  const texts = notes.map(({ text }) => asWritten(text)).sort();
  return JSON.stringify([value === null ? null : (parseDecimal(value)?.toFixed() ?? asWritten(value)), ...texts]);
};
