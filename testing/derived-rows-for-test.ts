import { UNDERIVED_FILING } from "@/lib/record/derived-filing";
import { entryRows } from "@/lib/record/entry-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { type SeriesRow, uniqueRows } from "@/lib/record/row-in-filing";
import { attachDerived } from "./attach-derived";
import { entryForTest } from "./entry-for-test";

/** The rows with what is derived from them, as the database would give them. */
export function derivedRows(rows: readonly SeriesRow[]): SeriesRow[] {
  const entries = new Map<string, FilingEntry>();
  for (const { row, filing, issuerCik } of uniqueRows(rows)) {
    const { accessionNumber, notes, owners, ...facts } = filing;
    const entry = entries.get(accessionNumber) ?? {
      filing: {
        ...entryForTest([]).filing,
        ...facts,
        accessionNumber,
        issuer: { cik: issuerCik, name: null, tradingSymbol: null, foreignTradingSymbol: null },
        owners: owners.map((cik) => ({ ...NO_RELATIONSHIP, cik })),
      },
      rows: [],
      notes: { ...notes },
      derived: UNDERIVED_FILING,
    };
    entry.rows.push(row);
    entries.set(accessionNumber, entry);
  }
  return entryRows(attachDerived([...entries.values()]));
}

const NO_RELATIONSHIP = {
  name: null,
  isDirector: null,
  isOfficer: null,
  isTenPercentOwner: null,
  isOther: null,
  officerTitle: null,
  otherText: null,
};
