import { keyInFiling } from "@/lib/record/row-key";
import { compareText } from "@/lib/values/compare-text";
import type { DerivedRow, NoteFacts } from "./derived-filing";
import { type Field, type ReportedRow, rowId } from "./reported-row";

/** What a chart needs of the filing a row stands in. Rows of one filing may share the object. */
export type SeriesFiling = {
  accessionNumber: string;
  /** Instant as ISO text, where known. */
  filedAt: string | null;
  filingDate: string | null;
  periodOfReport: string | null;
  documentType: string;
  /** The instant that puts filings in order. */
  orderedAt: string;
  /** CIKs of its owners, sorted; the name of one whose CIK is not known. */
  owners: readonly string[];
  aff10b5One: boolean | null;
  /** Text of the filing's notes by id (`F1`), and what they state. */
  notes: Readonly<Record<string, string>>;
  facts: NoteFacts;
};

/**
 * A row with its filing, the input of all series. Superseded rows are to be left out by the caller; a row that comes
 * twice (once for each owner of a joint filing) is counted once.
 */
export type SeriesRow = { row: ReportedRow; filing: SeriesFiling; issuerCik: string | null; derived: DerivedRow };

/** `0001365555-13-000001#I-2` */
export const rowKey = ({ row, filing }: SeriesRow): string => keyInFiling(filing.accessionNumber, rowId(row));

export const uniqueRows = (rows: readonly SeriesRow[]): SeriesRow[] => [
  ...new Map(rows.map((row) => [rowKey(row), row])).values(),
];

/** The order of acceptance; then accession number; then the form's own order. */
export const inFilingOrder = (a: SeriesRow, b: SeriesRow): number =>
  compareText(a.filing.orderedAt, b.filing.orderedAt) ||
  compareText(a.filing.accessionNumber, b.filing.accessionNumber) ||
  compareText(a.row.tableNumber, b.row.tableNumber) ||
  a.row.line - b.row.line;

/** The day a row speaks of: a transaction's date, for a holding the period of the report, else the filing date. */
export const rowDate = ({ row, filing }: SeriesRow): string | null =>
  row.kind === "transaction" ? row.transactionDate.value : (filing.periodOfReport ?? filing.filingDate);

const isField = (value: ReportedRow[keyof ReportedRow]): value is Field =>
  typeof value === "object" && value !== null && "footnotes" in value;

/** Ids of all notes that hang on a row or on any of its fields. */
export function rowNotes(row: ReportedRow): string[] {
  const ids = new Set([...row.rowFootnotes, ...row.transactionCodingFootnotes]);
  for (const value of Object.values(row)) {
    if (isField(value)) for (const id of value.footnotes) ids.add(id);
  }
  return [...ids];
}
