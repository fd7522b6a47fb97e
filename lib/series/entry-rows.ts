import { NOTHING_DERIVED } from "@/lib/derive/derived-filing";
import type { FilingEntry } from "@/lib/edgar/filing";
import { rowId } from "@/lib/edgar/reported-row";
import type { SeriesFiling, SeriesRow } from "./series-row";

/** All rows of filings as series take them. Rows of one filing share its facts. */
export const entryRows = (entries: readonly FilingEntry[]): SeriesRow[] =>
  entries.flatMap(({ filing, rows, notes, derived }) => {
    const shared: SeriesFiling = {
      accessionNumber: filing.accessionNumber,
      filedAt: filing.filedAt,
      filingDate: filing.filingDate,
      periodOfReport: filing.periodOfReport,
      documentType: filing.documentType ?? "",
      aff10b5One: filing.aff10b5One,
      orderedAt: filing.orderedAt,
      owners: filing.owners.flatMap(({ cik, name }) => cik ?? name ?? []).sort(),
      notes,
    };
    return rows.map((row) => ({
      row,
      filing: shared,
      issuerCik: filing.issuer.cik,
      derived: derived.rows[rowId(row)] ?? NOTHING_DERIVED,
    }));
  });
