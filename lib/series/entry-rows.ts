import type { FilingEntry } from "@/lib/edgar/filing";
import type { SeriesFiling, SeriesRow } from "./series-row";

/** All rows of filings as series take them. Rows of one filing share its facts. */
export const entryRows = (entries: readonly FilingEntry[]): SeriesRow[] =>
  entries.flatMap(({ filing, rows, notes }) => {
    const shared: SeriesFiling = {
      accessionNumber: filing.accessionNumber,
      filedAt: filing.filedAt,
      filingDate: filing.filingDate,
      periodOfReport: filing.periodOfReport,
      documentType: filing.documentType ?? "",
      aff10b5One: filing.aff10b5One,
      notes,
    };
    return rows.map((row) => ({ row, filing: shared, issuerCik: filing.issuer.cik }));
  });
