import type { PartyNames } from "@/lib/filters/describe-filter";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { NameCursor } from "@/lib/filters/name-cursor";
import type { Implausible } from "@/lib/record/implausible";
import type { Count } from "@/lib/values/counts";
import type { BroaderList, UnknownName } from "./nothing-found";
import type { MentionedFiling } from "./party";

export type Directory = "insiders" | "issuers";

export type DirectoryTrade = {
  accessionNumber: string;
  /** `I-2` */
  row: string;
  code: string | null;
  hasExercisePrice: boolean;
  date: string | null;
  shares: string | null;
  acquiredDisposedCode: string | null;
  sharesOwnedFollowing: string | null;
  /** Null if nothing contradicts its figures. */
  implausible: Implausible | null;
};

/** What a person or company filed, and with whom. */
export type PartyActivity = {
  filings: number;
  lastFiling: MentionedFiling | null;
  /** "President and COO, Director", as in the last filing. Null for an issuer, or if that filing names no relationship. */
  role: string | null;
  /** In the newest filing with a transaction; the last row of Table I, or else of Table II. */
  lastTrade: DirectoryTrade | null;
  /** The issuers of an insider or the insiders of an issuer, newest first: a few by name, and the total number. */
  others: { cik: string; name: string | null; tradingSymbol: string | null }[];
  othersInAll: number;
};

/** A line of a directory: a person or company with what it filed that matches the filter. */
export type DirectoryEntry = PartyActivity & {
  cik: string;
  name: string | null;
  /** Only for an issuer. */
  tradingSymbol: string | null;
};

export type DirectoryView = {
  directory: Directory;
  title: string;
  url: string;
  filter: FilingFilter;
  words: string;
  names: PartyNames;
  ignored: IgnoredValue[];
  page: { entries: DirectoryEntry[]; next: NameCursor | null; count: Count };
  unknown: UnknownName[];
  /** If nothing is found: the nearest lists that are not empty. */
  relaxed: BroaderList[];
  isFirstPage: boolean;
  next: string | null;
};
