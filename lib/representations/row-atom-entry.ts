import type { Filing } from "@/lib/edgar/filing";
import { type ReportedRow, rowId } from "@/lib/edgar/reported-row";
import { describeRow } from "@/lib/format/row-sentence";
import { type AtomEntry, entryId } from "@/lib/representations/atom";
import { rowUrl } from "@/lib/urls";

/** A row as an entry of a feed. Its id never changes, whatever its title says later. */
export function rowAtomEntry(filing: Filing, row: ReportedRow, siteUrl: string): AtomEntry {
  const owners = filing.owners.flatMap((owner) => owner.name ?? []);
  const issuer = filing.issuer.name ?? "an issuer that is not named";
  return {
    id: entryId(filing.accessionNumber, rowId(row)),
    title: `${owners.join(", ") || "An owner that is not named"}, ${issuer}: ${describeRow(row)}`,
    url: siteUrl + rowUrl(filing.accessionNumber, rowId(row)),
    updated: filing.orderedAt,
    authors: owners,
    summary: `Form ${filing.documentType ?? "not stated"}, accession number ${filing.accessionNumber}, row ${rowId(row)}. ${describeRow(row)}`,
  };
}
