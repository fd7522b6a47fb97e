import { NOTHING_DERIVED, UNDERIVED_FILING } from "./derived-filing";
import type { Filing, FilingEntry } from "./filing";
import { rowId } from "./reported-row";
import type { SeriesFiling, SeriesRow } from "./row-in-filing";

/** All rows of the filings, as input for series. The rows of one filing share its facts. */
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
      owners: ownersOf(filing),
      notes,
      facts: derived.facts,
    };
    const isDerived = derived !== UNDERIVED_FILING;
    return rows.map((row) => ({
      row,
      filing: shared,
      issuerCik: filing.issuer.cik,
      derived: isDerived ? (derived.rows[rowId(row)] ?? NOTHING_DERIVED) : NOTHING_DERIVED,
    }));
  });

function ownersOf({ owners }: Filing): string[] {
  const named: string[] = [];
  for (const { cik, name } of owners) {
    const owner = cik ?? name;
    if (owner !== null) named.push(owner);
  }
  return named.length > 1 ? named.sort() : named;
}
