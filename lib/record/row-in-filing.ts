import { keyInFiling } from "@/lib/record/row-key";
import { compareText } from "@/lib/values/compare-text";
import type { DerivedRow, NoteFacts } from "./derived-filing";
import { type Field, type ReportedRow, rowId } from "./reported-row";

/** What a chart needs to know about the filing of a row. Rows of one filing may share the object. */
export type SeriesFiling = {
  accessionNumber: string;
  /** An instant as ISO text; null if not known. */
  filedAt: string | null;
  filingDate: string | null;
  periodOfReport: string | null;
  documentType: string;
  /** The instant that filings are sorted by. */
  orderedAt: string;
  /** CIKs of its owners, sorted. An owner without a known CIK is given by name. */
  owners: readonly string[];
  aff10b5One: boolean | null;
  /** The text of the filing's footnotes by id (`F1`), and what they state. */
  notes: Readonly<Record<string, string>>;
  facts: NoteFacts;
};

/**
 * A row with its filing, the input of all series. The caller leaves out superseded rows. A row that appears twice (once for each
 * owner of a joint filing) is counted once.
 */
export type SeriesRow = { row: ReportedRow; filing: SeriesFiling; issuerCik: string | null; derived: DerivedRow };

/** `0001365555-13-000001#I-2` */
export const rowKey = ({ row, filing }: SeriesRow): string => keyInFiling(filing.accessionNumber, rowId(row));

export const uniqueRows = (rows: readonly SeriesRow[]): SeriesRow[] => [
  ...new Map(rows.map((row) => [rowKey(row), row])).values(),
];

/** By order of acceptance, then by accession number, then in the form's own order. */
export const inFilingOrder = (a: SeriesRow, b: SeriesRow): number =>
  compareText(a.filing.orderedAt, b.filing.orderedAt) ||
  compareText(a.filing.accessionNumber, b.filing.accessionNumber) ||
  compareText(a.row.tableNumber, b.row.tableNumber) ||
  a.row.line - b.row.line;

type DatedRow = {
  row: Pick<ReportedRow, "kind" | "transactionDate">;
  filing: Pick<SeriesFiling, "periodOfReport" | "filingDate">;
};

/** The day that a row is about: the date of a transaction or, for a holding, the period of report, else the filing date. */
export const rowDate = ({ row, filing }: DatedRow): string | null =>
  row.kind === "transaction" ? row.transactionDate.value : (filing.periodOfReport ?? filing.filingDate);

const isField = (value: ReportedRow[keyof ReportedRow]): value is Field =>
  typeof value === "object" && value !== null && "footnotes" in value;

/** Whether a row is a sale in an underwritten offering, according to its footnotes. */
export const isUnderwritten = (row: ReportedRow, facts: NoteFacts): boolean =>
  row.transactionCode === "S" && rowNotes(row).some((id) => facts.get(id)?.underwritten);

/** Ids of all footnotes of a row and its fields. */
export function rowNotes(row: ReportedRow): string[] {
  const ids = new Set([...row.rowFootnotes, ...row.transactionCodingFootnotes]);
  for (const value of Object.values(row)) {
    if (isField(value)) for (const id of value.footnotes) ids.add(id);
  }
  return [...ids];
}
