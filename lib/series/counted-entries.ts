import type { FilingEntry } from "@/lib/edgar/filing";
import { isAmendment } from "@/lib/edgar/form-name";

export type CountedEntries = {
  /** Filings that sums, charts and balances are made from. */
  counted: FilingEntry[];
  /** Amendments: their rows restate what an original says and would count it twice. */
  leftOut: FilingEntry[];
};

const issuerOf = ({ filing }: FilingEntry) => filing.issuer.cik ?? filing.issuer.name ?? "";

/** Leaves out the amendments of each issuer, unless amendments are all that is held of it. */
export function countedEntries(entries: readonly FilingEntry[]): CountedEntries {
  const withOriginals = new Set(entries.filter((entry) => !isAmendment(entry.filing.documentType)).map(issuerOf));
  const isLeftOut = (entry: FilingEntry) =>
    isAmendment(entry.filing.documentType) && withOriginals.has(issuerOf(entry));
  return { counted: entries.filter((entry) => !isLeftOut(entry)), leftOut: entries.filter(isLeftOut) };
}
