import { describeRow } from "@/lib/headlines/row-sentence";
import type { Filing } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { type AtomEntry, entryId } from "@/lib/representations/atom";
import { filingUrl, rowUrl } from "@/lib/urls";

/** A row as an entry of a feed. Its id never changes, even if its title does. */
export function rowAtomEntry(filing: Filing, row: ReportedRow, siteUrl: string): AtomEntry {
  return {
    ...entryOf(filing),
    id: entryId(filing.accessionNumber, rowId(row)),
    title: `${namesOn(filing)}: ${describeRow(row)}`,
    url: siteUrl + rowUrl(filing.accessionNumber, rowId(row)),
    summary: `${formAndNumber(filing)}, row ${rowId(row)}. ${describeRow(row)}`,
  };
}

/** A filing without rows, as an entry of a feed. */
export function filingAtomEntry(filing: Filing, siteUrl: string): AtomEntry {
  return {
    ...entryOf(filing),
    id: entryId(filing.accessionNumber),
    title: `${namesOn(filing)}: ${filing.noSecuritiesOwned ? "owns no securities" : "reports no rows"}`,
    url: siteUrl + filingUrl(filing.accessionNumber),
    summary: `${formAndNumber(filing)}.`,
  };
}

const ownerNames = ({ owners }: Filing) => owners.flatMap((owner) => owner.name ?? []);

const entryOf = (filing: Filing) => ({ updated: filing.orderedAt, authors: ownerNames(filing) });

const namesOn = (filing: Filing) =>
  `${ownerNames(filing).join(", ") || "An unnamed owner"}, ${filing.issuer.name ?? "an unnamed issuer"}`;

const formAndNumber = ({ documentType, accessionNumber }: Filing) =>
  `Form ${documentType ?? "not stated"}, accession number ${accessionNumber}`;
