import { LONGEST_QUERY } from "@/lib/filters/search-query";
import { describeCount } from "@/lib/values/counts";
import type { SearchView } from "@/lib/views/search";

/** Whether nothing of any kind was found. */
export const foundNothing = ({ issuers, insiders, filings }: SearchView) =>
  issuers.hits.length + insiders.hits.length + filings.entries.length === 0;

/** Summarises the results of a search in one sentence. */
export function searchHeadline(view: SearchView): string {
  const { query, issuers, insiders, filings, notHeld } = view;
  if (query.kind === "empty") return "Find an insider, an issuer or a filing";
  if (query.kind === "too long")
    return `A search can have up to ${LONGEST_QUERY} characters; yours has ${query.length}`;
  if (query.kind === "no words") return `“${query.text}” contains no letters or digits`;
  if (foundNothing(view)) return notHeld ? `We could not find ${notHeld.what}` : `No results for “${query.text}”`;
  const groups = [
    issuers.hits.length > 0 ? describeCount(issuers.inAll, "issuer") : null,
    insiders.hits.length > 0 ? describeCount(insiders.inAll, "insider") : null,
    filings.entries.length > 0 ? describeCount(filings.inAll, "filing") : null,
  ].filter((group) => group !== null);
  const listed = groups.length < 3 ? groups.join(" and ") : `${groups[0]}, ${groups[1]} and ${groups[2]}`;
  return `${listed} for “${query.text}”`;
}
