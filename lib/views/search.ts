import type { IgnoredValue } from "@/lib/filters/filing-filter";
import type { SearchQuery } from "@/lib/filters/search-query";
import type { FilingEntry } from "@/lib/record/filing";
import type { Count } from "@/lib/values/counts";
import type { DirectoryEntry } from "./directory";
import type { InsteadOfName } from "./suggestions";

type PartyHit = DirectoryEntry & {
  /** The name that matched, if it is not the current one. */
  matchedName: string | null;
};

export type PartyGroup = {
  hits: PartyHit[];
  inAll: Count;
  /** The same names in the directory, which lists all of them. */
  all: string | null;
};

/** Examples from the database of what can be searched for. */
export type SearchExamples = {
  name: string;
  insiderCik: string | null;
  tradingSymbol: string;
  cik: string;
  accessionNumber: string;
};

export type SearchView = {
  title: string;
  url: string;
  query: SearchQuery;
  ignored: IgnoredValue[];
  /** The one page that an exact form leads to. */
  goesTo: string | null;
  /** A well-formed number or name for which there is nothing in this database. */
  notHeld: { what: string; edgarUrl: string | null } | null;
  issuers: PartyGroup;
  insiders: PartyGroup;
  filings: { entries: FilingEntry[]; inAll: Count; all: { label: string; href: string }[] };
  /** If several words together find nothing: what each of them finds. */
  wordsAlone: { word: string; url: string; count: string }[];
  /** If no name has the words: the nearest name, and the footnotes with them. */
  instead: InsteadOfName[];
  /** For a page without a query. */
  examples: SearchExamples | null;
};
