import { isAmendment } from "@/lib/record/form-name";
import { inFilingOrder, rowKey, type SeriesRow } from "@/lib/record/row-in-filing";

/** Rows of one holding line in time, as derived. */
export type DerivedLine = {
  /** The row at which the line begins, whether or not it is among these. */
  id: string;
  rows: SeriesRow[];
};

/** The holding lines of some rows, each with those of its rows that are given; a superseded row is on no line. */
export function derivedLines(rows: readonly SeriesRow[]): DerivedLine[] {
  const lines = new Map<string, Map<number, SeriesRow>>();
  for (const source of rows) {
    const { holdingLine } = source.derived;
    if (holdingLine === null) continue;
    const line = lines.get(holdingLine) ?? new Map<number, SeriesRow>();
    lines.set(holdingLine, line);
    const place = source.derived.linePosition ?? 0;
    const held = line.get(place);
    if (!held || standsBefore(source, held)) line.set(place, source);
  }
  return [...lines].map(([id, line]) => ({ id, rows: [...line.values()].sort(byPosition) }));
}

/**
 * A trade that several filings report has one place on the line, held by the corrected row of an amendment or else the counted
 * row.
 */
function standsBefore(source: SeriesRow, held: SeriesRow): boolean {
  const isOfAmendment = isAmendment(source.filing.documentType);
  if (isOfAmendment !== isAmendment(held.filing.documentType)) return isOfAmendment;
  return isOfAmendment ? inFilingOrder(held, source) < 0 : source.derived.event?.counted === rowKey(source);
}

const byPosition = (a: SeriesRow, b: SeriesRow) => (a.derived.linePosition ?? 0) - (b.derived.linePosition ?? 0);
