import type { PlaceInFiling } from "@/app/filings/[accession]/place";
import { siteUrl } from "@/app/site-url";
import type { FilingView } from "@/components/filing/filing-view";
import type { CitedFiling } from "@/lib/citations/citation";
import { isLocalAccessionNumber } from "@/lib/record/accession-number";
import { filedOn, ownerNames } from "@/lib/record/filing-names";
import { placePageUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";

/** What a citation of a filing, or of one of its rows or notes, states if it is made today. */
export function citedFiling(view: FilingView, at: PlaceInFiling | null): CitedFiling {
  const { filing } = view.entry;
  return {
    authors: ownerNames(view.form),
    title: `${filing.documentType === null ? "Ownership form" : `Form ${filing.documentType}`}: ${filing.issuer.name ?? "issuer not stated"}`,
    place: at && placeName(at.place, at.name),
    filedOn: filedOn(filing),
    accessed: newYorkDate(new Date()),
    accessionNumber: isLocalAccessionNumber(filing.accessionNumber) ? null : filing.accessionNumber,
    url: siteUrl() + (at ? placePageUrl(filing.accessionNumber, at.place) : view.url),
    sha256: view.versions.at(-1)?.sha256 ?? null,
  };
}

/** Rows are cited with their table: "Table I, row 2". */
function placeName(place: string, name: string): string {
  const [, table, line] = /^(I{1,2})-(\d+)$/.exec(place) ?? [];
  return table === undefined ? name : `Table ${table}, row ${line}`;
}
