import type { Field, ReportedRow } from "@/lib/record/reported-row";
import { rowId } from "@/lib/record/reported-row";

type FieldName = { [K in keyof ReportedRow]: ReportedRow[K] extends Field ? K : never }[keyof ReportedRow];

/** The name in a sentence of each place in a row that can have a note. */
const WORDS: Record<FieldName | "code" | "row", string> = {
  securityTitle: "title",
  conversionOrExercisePrice: "exercise price",
  transactionDate: "date",
  deemedExecutionDate: "deemed date",
  code: "code",
  timeliness: "timeliness",
  transactionShares: "amount",
  transactionTotalValue: "total value",
  pricePerShare: "price",
  acquiredDisposedCode: "(A) or (D)",
  exerciseDate: "exercise date",
  expirationDate: "expiration date",
  underlyingSecurityTitle: "underlying title",
  underlyingSecurityShares: "underlying shares",
  underlyingSecurityValue: "underlying value",
  sharesOwnedFollowing: "balance",
  valueOwnedFollowing: "value owned",
  directOrIndirect: "direct or indirect",
  natureOfOwnership: "nature of ownership",
  row: "whole row",
};

/** A place on the form, and the rows in which it has one note. */
export type NoteUse = { place: string; rows: string[] };

/** By footnote id: the cells that refer to it, in the form's order of places. */
export function noteUses(rows: readonly ReportedRow[]): ReadonlyMap<string, NoteUse[]> {
  const uses = new Map<string, NoteUse[]>();
  const add = (footnoteId: string, place: string, row: string) => {
    const places = uses.get(footnoteId) ?? [];
    uses.set(footnoteId, places);
    const known = places.find((use) => use.place === place);
    if (!known) places.push({ place, rows: [row] });
    else if (!known.rows.includes(row)) known.rows.push(row);
  };
  for (const row of rows) {
    for (const [name, word] of Object.entries(WORDS) as [keyof typeof WORDS, string][]) {
      for (const id of notesAt(row, name)) add(id, word, rowId(row));
    }
  }
  return uses;
}

function notesAt(row: ReportedRow, name: keyof typeof WORDS): readonly string[] {
  if (name === "code") return row.transactionCodingFootnotes;
  return name === "row" ? row.rowFootnotes : row[name].footnotes;
}
