import type { IgnoredValue } from "@/lib/filters/filing-filter";
import type { SearchQuery } from "@/lib/filters/search-query";
import type { Count } from "@/lib/values/counts";

/** The name and ticker of an issuer, if known. */
export type SuggestedIssuer = { cik: string | null; name: string | null; tradingSymbol: string | null };

/** Something that a reader who has typed this much may be looking for. */
export type Suggestion = { url: string } & (
  | {
      kind: "issuer";
      cik: string;
      name: string | null;
      tradingSymbol: string | null;
      /** The name that matched, if it is not the current one. */
      matchedName: string | null;
      /** The day of the newest filing. */
      lastFiled: string;
    }
  | {
      kind: "insider";
      cik: string;
      /** As filed. */
      name: string | null;
      /** Only if a signature confirms it. */
      nameInReadingOrder?: string;
      matchedName: string | null;
      /** Their relationship in their newest filing, and the issuer. Null if it is not known. */
      newest: { role: string | null; issuer: SuggestedIssuer } | null;
      lastFiled: string;
    }
  | {
      kind: "filing";
      accessionNumber: string;
      documentType: string | null;
      filingDate: string | null;
      /** The first owner, as filed. */
      insider: string | null;
      insiderCik: string | null;
      nameInReadingOrder?: string;
      issuer: SuggestedIssuer;
    }
  /** Transactions at several issuers, from a list of their tickers. */
  | { kind: "tickers"; issuers: SuggestedIssuer[]; unknown: { symbol: string; nearest: SuggestedIssuer | null }[] }
  /** A list that answers a common question. */
  | { kind: "view"; title: string }
  /** No name matches. This is the search for the nearest one that is known. */
  | { kind: "nearest"; words: string }
  /** No name matches. Footnotes and remarks may have the words. */
  | { kind: "footnotes"; count: Count }
);

/** What we offer if no name has the words. */
export type InsteadOfName = Extract<Suggestion, { kind: "nearest" | "footnotes" }>;

export type SuggestionsView = {
  title: string;
  /** The page of the whole search. */
  url: string;
  query: SearchQuery;
  ignored: IgnoredValue[];
  /** At most eight, of the same kind side by side. */
  rows: Suggestion[];
};
