import { type LatenessRecord, latenessRecord } from "@/lib/lateness/describe-lateness";
import type { Lateness } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { filedOn } from "@/lib/record/filing-names";
import type { ReportedRow } from "@/lib/record/reported-row";
import { compareText } from "@/lib/values/compare-text";

/** How many of some connected filings were late. */
export type LatenessCounts = Omit<LatenessRecord, "of"> & {
  /** The first of their accession numbers. */
  accessionNumber: string;
  issuerCik: string | null;
  /** Filings for which we know whether they were late. */
  known: number;
  /** Filings with a row that the filer marked as late, and those of them that are late by our count too. */
  marked: number;
  markedAndLate: number;
  /** The accession numbers of the newest that are late by our count or by the filer's mark, newest first. */
  newest: string[];
};

/** A page names this many late filings of an issuer, which may all be of one group of connected filings. */
export const NEWEST_LATE = 5;

/** @param latenessOf by accession number; a filing without one is not known to be late or in time */
export function latenessCounts(
  entries: readonly FilingEntry[],
  latenessOf: ReadonlyMap<string, Lateness>,
): LatenessCounts {
  const found = entries.map(({ filing, rows }) => ({
    filing,
    filedOn: filedOn(filing),
    lateness: latenessOf.get(filing.accessionNumber) ?? null,
    isMarked: rows.some(isMarkedLate),
  }));
  const { of: known, ...record } = latenessRecord(found);
  const marked = found.filter(({ isMarked }) => isMarked);
  const [first] = entries.map(({ filing }) => filing.accessionNumber).sort(compareText);
  return {
    accessionNumber: first ?? "",
    issuerCik: entries[0]?.filing.issuer.cik ?? null,
    known,
    ...record,
    marked: marked.length,
    markedAndLate: marked.filter(({ lateness }) => lateness?.late).length,
    newest: found
      .filter(({ isMarked, lateness }) => isMarked || lateness?.late)
      .map(({ filing }) => filing)
      .sort((a, b) => compareText(b.orderedAt, a.orderedAt) || compareText(b.accessionNumber, a.accessionNumber))
      .slice(0, NEWEST_LATE)
      .map(({ accessionNumber }) => accessionNumber),
  };
}

const isMarkedLate = ({ timeliness }: ReportedRow) => timeliness.value?.trim().toUpperCase() === "L";
