import { findFor, NO_PARTIES } from "@/app/search/find";
import { NO_FILINGS } from "@/db/queries/search-filings";
import { database } from "@/db/server/client";
import type { IgnoredValue, Params } from "@/lib/filters/filing-filter";
import { LONGEST_QUERY, parseSearchQuery, type SearchQuery } from "@/lib/filters/search-query";
import { searchUrl } from "@/lib/urls";
import type { SearchView } from "@/lib/views/search";

/** Parses the address, without reading the database. */
export function readSearchQuery(params: Params): { query: SearchQuery; ignored: IgnoredValue[] } {
  let q: string | null = null;
  const ignored: IgnoredValue[] = [];
  for (const [name, given] of params) {
    const value = given.trim();
    if (value === "") continue;
    if (name !== "q") ignored.push({ kind: "name", name, value, reason: "not a search field" });
    else if (q === null) q = value;
    else if (q !== value) ignored.push({ kind: "value", name, value, reason: `given twice: ${q} is used` });
  }
  const query = parseSearchQuery(q ?? "");
  if (query.kind === "too long") {
    const reason = `longer than ${LONGEST_QUERY} characters`;
    ignored.push({ kind: "value", name: "q", value: `${query.text.slice(0, 60)}…`, reason });
  }
  return { query, ignored };
}

export async function loadSearchView({ query, ignored }: ReturnType<typeof readSearchQuery>): Promise<SearchView> {
  const isRun = query.kind !== "empty" && query.kind !== "too long";
  return {
    title: isRun ? `Search: ${query.text}` : "Search",
    url: searchUrl(isRun ? query.text : undefined),
    query,
    ignored,
    goesTo: null,
    notHeld: null,
    issuers: NO_PARTIES,
    insiders: NO_PARTIES,
    filings: { ...NO_FILINGS, all: [] },
    wordsAlone: [],
    instead: [],
    examples: null,
    ...(await findFor(database(), query)),
  };
}
