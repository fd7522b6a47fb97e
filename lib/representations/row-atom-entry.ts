import { describeRow } from "@/lib/headlines/row-sentence";
import { isSameHolder, onlyHolder } from "@/lib/holdings/row-holder";
import type { Filing, FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { type AtomEntry, entryId } from "@/lib/representations/atom";
import { filingUrl, rowUrl } from "@/lib/urls";
import { upperFirst } from "@/lib/values/upper-first";

/** A row as an entry of a feed. Its id never changes, even if its title does. */
export function rowAtomEntry(entry: FilingEntry, row: ReportedRow, siteUrl: string): AtomEntry {
  const { filing } = entry;
  const holder = row.kind === "transaction" ? onlyHolder(row, entry.derived.facts) : null;
  const subject = holder === null ? ownersOn(filing) : `${holder}${reportedBy(filing, holder)}`;
  return {
    ...entryOf(filing),
    id: entryId(filing.accessionNumber, rowId(row)),
    title: `${subject}, ${issuerOn(filing)}: ${describeRow(row, entry, { isHolderSubject: holder !== null })}`,
    url: siteUrl + rowUrl(filing.accessionNumber, rowId(row)),
    summary: `${formAndNumber(filing)}, row ${rowId(row)}. ${upperFirst(describeRow(row, entry))}`,
  };
}

/** " (reported by PLIMPTON ESPERANZA T)", without the holder, who may be an owner too. */
function reportedBy(filing: Filing, holder: string): string {
  const others = ownerNames(filing).filter((name) => !isSameHolder(name, holder));
  return others.length === 0 ? "" : ` (reported by ${others.join(", ")})`;
}

/** A filing without rows, as an entry of a feed. */
export function filingAtomEntry(filing: Filing, siteUrl: string): AtomEntry {
  return {
    ...entryOf(filing),
    id: entryId(filing.accessionNumber),
    title: `${ownersOn(filing)}, ${issuerOn(filing)}: ${filing.noSecuritiesOwned ? "owns no securities" : "reports no transactions or holdings"}`,
    url: siteUrl + filingUrl(filing.accessionNumber),
    summary: `${formAndNumber(filing)}.`,
  };
}

const ownerNames = ({ owners }: Filing) => owners.flatMap((owner) => owner.name ?? []);

const entryOf = (filing: Filing) => ({ updated: filing.orderedAt, authors: ownerNames(filing) });

const ownersOn = (filing: Filing) => ownerNames(filing).join(", ") || "An unnamed owner";

const issuerOn = ({ issuer }: Filing) => issuer.name ?? "an unnamed issuer";

const formAndNumber = ({ documentType, accessionNumber }: Filing) =>
  `Form ${documentType ?? "not stated"}, accession number ${accessionNumber}`;
