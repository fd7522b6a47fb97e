import type { IgnoredValue } from "@/lib/filters/filing-filter";
import type { SearchQuery } from "@/lib/filters/search-query";
import type { FilingEntry } from "@/lib/record/filing";
import type { Count } from "@/lib/values/counts";
import type { DirectoryEntry } from "./directory";

type PartyHit = DirectoryEntry & {
  /** The name that matched, where it is not today's. */
  matchedName: string | null;
};

export type PartyGroup = {
  hits: PartyHit[];
  inAll: Count;
  /** The same names in the directory, where all of them are. */
  all: string | null;
};

/** Something in the database, to show what can be searched for. */
export type SearchExamples = { name: string; tradingSymbol: string; cik: string; accessionNumber: string };

export type SearchView = {
  title: string;
  url: string;
  query: SearchQuery;
  ignored: IgnoredValue[];
  /** The one page that an exact form leads to. */
  goesTo: string | null;
  /** An exact form that is well-formed, and nothing is held under it. */
  notHeld: { what: string; edgarUrl: string | null } | null;
  issuers: PartyGroup;
  insiders: PartyGroup;
  filings: { entries: FilingEntry[]; inAll: Count; all: { label: string; href: string }[] };
  /** Where several words find nothing together: what each finds alone. */
  wordsAlone: { word: string; url: string; count: string }[];
  /** For a page without a query. */
  examples: SearchExamples | null;
};
