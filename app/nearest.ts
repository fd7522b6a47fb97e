import { suggestionsFor } from "@/app/search/suggestions/view";
import { database } from "@/db/server/client";
import { parseSearchQuery, type SearchQuery } from "@/lib/filters/search-query";
import { nearestSection } from "@/lib/requests/nearest-section";
import { thingInPath } from "@/lib/requests/page-address";
import {
  clustersUrl,
  codesUrl,
  dataUrl,
  filingsUrl,
  footnotesUrl,
  insidersUrl,
  issuersUrl,
  latestUrl,
  methodsUrl,
  searchUrl,
  transactionsUrl,
  viewsUrl,
} from "@/lib/urls";
import type { Suggestion } from "@/lib/views/suggestions";

const SECTIONS = [
  transactionsUrl(),
  filingsUrl(),
  insidersUrl(),
  issuersUrl(),
  clustersUrl(),
  viewsUrl(),
  footnotesUrl(),
  codesUrl(),
  dataUrl(),
  methodsUrl(),
  searchUrl(),
];

export type Nearest = {
  /** A section of the site with a similar address. */
  section: string | null;
  /** Filings, insiders and issuers that have the words of the address in their name, or a number that begins like the one in it. */
  suggestions: Suggestion[];
};

/** Whether an address has a page, as far as we can tell from the address alone. `proxy.ts` has checked that what it names exists. */
export const hasPage = (path: string): boolean =>
  path === latestUrl() || SECTIONS.includes(path) || thingInPath(path) !== null;

/** A number without its last digits, which may be mistyped: the last two, then an accession number's last six. */
function widened(query: SearchQuery): SearchQuery[] {
  switch (query.kind) {
    case "accession number":
      return [-2, -6].map((end) => parseSearchQuery(`#${query.accessionNumber.slice(0, end)}`));
    case "cik":
      return [parseSearchQuery(query.cik.slice(0, -2))];
    default:
      return [query];
  }
}

/** What a reader may have meant by an unknown address. */
export async function loadNearest(path: string): Promise<Nearest> {
  const words = path
    .split("/")
    .findLast((part) => part !== "")
    ?.replace(/\.[a-z]+$/, "")
    .replace(/[_+]+|(?<=\D)-(?=\D)/g, " ");
  let suggestions: Suggestion[] = [];
  for (const query of widened(parseSearchQuery(words ?? ""))) {
    if (suggestions.length > 0) break;
    suggestions = await suggestionsFor(database(), query);
  }
  return {
    section: nearestSection(path, SECTIONS),
    suggestions: suggestions.filter((row) => row.kind !== "footnotes" || row.count.countAtLeast > 0),
  };
}
