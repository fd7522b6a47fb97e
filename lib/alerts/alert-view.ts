import { CLUSTER_PARAMS } from "@/lib/clusters/cluster-rule";
import { describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import {
  type FilingFilter,
  type FilterName,
  filterUrl,
  type IgnoredValue,
  NO_FILTER,
  type Params,
  parseFilter,
} from "@/lib/filters/filing-filter";
import { GROUPING_PARAMS } from "@/lib/filters/grouping";
import { COLUMNS_PARAM } from "@/lib/filters/list-columns";
import { INSIDER_FILTERS, ISSUER_FILTERS, ROSTER_PARAM } from "@/lib/filters/page-filters";
import { noteSearchTitle } from "@/lib/note-search/describe-note-search";
import { filterOfSearch, noteSearchUrl, readNoteQuery } from "@/lib/note-search/note-query";
import type { NoteSearch } from "@/lib/note-search/note-search";
import { parseCik } from "@/lib/record/cik";
import { filingsUrl, footnotesUrl, insiderUrl, issuerUrl, latestUrl, transactionsUrl } from "@/lib/urls";

/** What a view lists. Equal views have equal addresses. */
export type AlertView = { url: string } & (
  | {
      kind: "filings";
      filter: FilingFilter;
      /** Whether filings without a transaction are left out. */
      onlyTransactions: boolean;
      /** The page of one party, whose filter also has that party. */
      of?: { insider: string } | { issuer: string };
    }
  | { kind: "footnotes"; search: NoteSearch }
);

/** What arranges a list, but does not change what is in it. */
const ARRANGING = ["after", "before", "open", COLUMNS_PARAM, ROSTER_PARAM, ...GROUPING_PARAMS, ...CLUSTER_PARAMS];

/**
 * Reads the address of a view: a path with a query, or all of it after the name of the site. Order and columns are ignored.
 * @param today the day in New York, for dates relative to it
 * @returns the view, or what is wrong with the address, as the end of a sentence
 */
export function readAlertView(address: string, today: string): { view: AlertView } | { problem: string } {
  const base = "http://this-site.invalid";
  if (!address.startsWith("/") || address.startsWith("//") || !URL.canParse(address, base))
    return { problem: "is not an address on this site, such as /transactions?code=P" };
  const { pathname, searchParams } = new URL(address, base);
  const params = [...searchParams];
  const [, directory, digits = ""] = pathname.match(/^\/(insiders|issuers)\/([^/]+)$/) ?? [];
  const cik = parseCik(digits);
  if (pathname === footnotesUrl()) return viewOfNotes(params);
  if (directory === "insiders" && cik !== null) {
    const { filter, ignored } = read(params, INSIDER_FILTERS, today);
    return unless(ignored, {
      kind: "filings",
      url: filterUrl(insiderUrl(cik), filter),
      filter: { ...filter, insider: [{ cik }] },
      onlyTransactions: false,
      of: { insider: cik },
    });
  }
  if (directory === "issuers" && cik !== null) {
    const { filter, ignored } = read(params, ISSUER_FILTERS, today);
    return unless(ignored, {
      kind: "filings",
      url: filterUrl(issuerUrl(cik), filter),
      filter: { ...filter, issuer: [{ cik }] },
      onlyTransactions: false,
      of: { issuer: cik },
    });
  }
  if (pathname === latestUrl()) {
    const { ignored } = read(params, [], today);
    return unless(ignored, { kind: "filings", url: latestUrl(), filter: NO_FILTER, onlyTransactions: false });
  }
  if (pathname === transactionsUrl() || pathname === filingsUrl()) {
    const { filter, ignored } = read(params, undefined, today);
    const url = filterUrl(pathname, filter);
    return unless(ignored, { kind: "filings", url, filter, onlyTransactions: pathname === transactionsUrl() });
  }
  return {
    problem: `is not a list that an alert can follow. These are ${transactionsUrl()}, ${filingsUrl()}, ${footnotesUrl()}, and the page of an insider or issuer, each with its filters`,
  };
}

const read = (params: Params, only: readonly FilterName[] | undefined, today: string) =>
  parseFilter(params, { only, others: ARRANGING, today });

function viewOfNotes(params: Params) {
  const { query, ignored } = readNoteQuery([...params].filter(([name]) => !["sort", ...ARRANGING].includes(name)));
  return unless(ignored, { kind: "footnotes", url: noteSearchUrl(query.search), search: query.search });
}

/** A page ignores what it cannot read, and says so. An alert would report more than was asked for. */
function unless([wrong]: readonly IgnoredValue[], view: AlertView): { view: AlertView } | { problem: string } {
  return wrong ? { problem: `has ${wrong.name}=${wrong.value}, which is ${wrong.reason}` } : { view };
}

const NO_NAMES: PartyNames = { issuers: {}, insiders: {} };

/** The view in words: "Transactions: code P, by a CFO". `names` has names by CIK. */
export function viewTitle(view: AlertView, names: PartyNames = NO_NAMES): string {
  if (view.kind === "footnotes")
    return noteSearchTitle(view.search, describeFilter(filterOfSearch(view.search), names));
  const { filter, of, onlyTransactions } = view;
  if (of === undefined) return titled(onlyTransactions ? "Transactions" : "Filings", describeFilter(filter, names));
  return "insider" in of
    ? titled(names.insiders[of.insider] ?? `Insider ${of.insider}`, describeFilter({ ...filter, insider: [] }, names))
    : titled(names.issuers[of.issuer] ?? `Issuer ${of.issuer}`, describeFilter({ ...filter, issuer: [] }, names));
}

const titled = (name: string, words: string) => (words === "" ? name : `${name}: ${words}`);
