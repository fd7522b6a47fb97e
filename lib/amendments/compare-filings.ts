import type { FilingForm } from "@/lib/edgar/filing-form";
import type { ListedNote } from "@/lib/footnotes/listed-notes";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";
import { type FactChange, factChanges } from "./compare-facts";
import { type NoteChange, noteChanges } from "./compare-notes";
import { type FieldChange, fieldChanges } from "./compare-rows";

/** A filing to compare: its rows, its facts outside the tables, and its notes. */
export type ComparedFiling = {
  entry: Pick<FilingEntry, "filing" | "rows" | "notes" | "derived">;
  form: FilingForm;
  notes: readonly ListedNote[];
};

/** A row of the original and the row of the amendment that restates it, by their ids (`I-2`). */
type RowComparison = {
  original: string;
  amendment: string;
  /** Empty if it is repeated unchanged. */
  changes: FieldChange[];
};

/** What an amendment changed, cell by cell. */
export type FilingComparison = {
  /** Accession numbers. */
  original: string;
  amendment: string;
  /** In the order of the original. A row of the amendment that combines several comes once for each of them. */
  rows: RowComparison[];
  /** Rows of the amendment that restate no row of the original. */
  added: string[];
  /** Rows of the original that the amendment does not restate. */
  notRestated: string[];
  facts: FactChange[];
  notes: NoteChange[];
};

/**
 * Compares an amendment with the filing that it amends, the first of a chain. Two rows belong together if the same row finally
 * replaces both: a later amendment may have replaced either.
 */
export function compareFilings(original: ComparedFiling, amendment: ComparedFiling): FilingComparison {
  const restating = new Map<string, ReportedRow[]>();
  for (const row of amendment.entry.rows) {
    const stands = standingKey(amendment, row);
    restating.set(stands, [...(restating.get(stands) ?? []), row]);
  }
  const pairs = original.entry.rows.flatMap((row) => {
    const rows = restating.get(standingKey(original, row)) ?? [];
    // The last one is kept: the amendment, or a later one, may have combined several rows.
    const by = rows.length > 1 ? rows.shift() : rows[0];
    return by ? [{ row, by }] : [];
  });
  const restated = new Set(pairs.map(({ row }) => row));
  const restates = new Set(pairs.map(({ by }) => by));
  return {
    original: original.entry.filing.accessionNumber,
    amendment: amendment.entry.filing.accessionNumber,
    rows: pairs.map(({ row, by }) => ({
      original: rowId(row),
      amendment: rowId(by),
      changes: fieldChanges(
        { row, notes: original.entry.notes },
        {
          row: by,
          notes: amendment.entry.notes,
        },
      ),
    })),
    added: amendment.entry.rows.filter((row) => !restates.has(row)).map(rowId),
    notRestated: original.entry.rows.filter((row) => !restated.has(row)).map(rowId),
    facts: factChanges(original, amendment),
    notes: noteChanges(original.notes, amendment.notes),
  };
}

/** The row that finally replaces this one. */
const standingKey = ({ entry }: ComparedFiling, row: ReportedRow): string =>
  entry.derived.rows[rowId(row)]?.supersededBy ?? keyInFiling(entry.filing.accessionNumber, rowId(row));
