import type { FoundPage, PageOfList } from "@/db/queries/list-filings";
import type { Industries } from "@/db/queries/read-parties";
import { type Cursor, parseCursor, printCursor } from "@/lib/filters/cursor";
import type { Facets } from "@/lib/filters/facets";
import { type FilingFilter, filterParams, type IgnoredValue, parseFilter } from "@/lib/filters/filing-filter";
import { type Grouping, readGrouping, type TradeGroups } from "@/lib/filters/grouping";
import { type ListOrder, parseListOrder } from "@/lib/filters/list-order";
import { printSortOrder } from "@/lib/filters/sort-order";
import type { DaySum } from "@/lib/series/day-sum";
import type { Count } from "@/lib/values/counts";
import type { Directory } from "@/lib/views/directory";

/** Whom a filter asks for, by CIK; null if it asks for no such party. */
export type AskedParties = { issuers: string[] | null; insiders: string[] | null; industries: Industries | null };

/** A filter whose parties are known. */
export type ResolvedFilter = {
  filter: FilingFilter;
  /** For dates that are relative to it. */
  today: string;
} & AskedParties;

/** A filter in a question: as in addresses, and never as SQL. */
export type SentFilter = { filter: [name: string, value: string][] } & Omit<ResolvedFilter, "filter">;

/** How much a filter finds, and which filings those are; null if they are too many to name. */
export type NamedFilings = { counts: { rows: Count; filings: Count }; filings: readonly string[] | null };

/** Insiders or issuers, by CIK; null if there are more than are counted. */
export type FoundParties = { ciks: string[] | null };

/** The newest filings of an insider or issuer under a filter. */
export type FilingsOfParty = { cik: string; filings: Listed[] };

type Listed = Pick<Cursor, "orderedAt" | "accessionNumber">;

/** Whose filings are asked for, and how many of each. Those of an insider are the ones that name him or her first. */
export type AskedOfParties = {
  directory: Directory;
  ciks: readonly string[];
  limit: number;
  /** Of some of them, only filings that are older than one. */
  older: { ciks: readonly string[]; than: Listed } | null;
};

/** A page of a list, as in its address. */
type SentPlace = {
  sort: string;
  start: { cursor: string; isBack: boolean } | null;
  limit: number;
  onlyTransactions: boolean;
};

/** What the process with the copy is asked, one line of JSON each. */
export type Question =
  | { ask: "state" }
  | ({ ask: "facets" } & SentFilter)
  | ({ ask: "names"; onlyTransactions: boolean } & SentFilter)
  | ({ ask: "places"; place: SentPlace } & SentFilter)
  | ({ ask: "of-parties" } & AskedOfParties & SentFilter)
  | ({ ask: "unsorted"; sort: string } & SentFilter)
  | ({ ask: "sums" } & SentFilter)
  | ({ ask: "parties"; directory: Directory } & SentFilter)
  | ({ ask: "groups"; grouping: [name: string, value: string][]; limit: number; withMonths: boolean } & SentFilter);

export type Answers = {
  /** How many lines the copy has, when it was filled and last compared with the database, in milliseconds, and how often they differed. */
  state: { lines: number; filledAt: number; comparedAt: number | null; differences: number };
  facets: Facets;
  names: NamedFilings;
  /** Null if the copy does not know what they are sorted by. */
  places: FoundPage | null;
  /** Without parties that have none; null if only the database can find them. */
  "of-parties": FilingsOfParty[] | null;
  /** How many transactions have no value to sort by; null if the copy does not know. */
  unsorted: Count | null;
  sums: DaySum[];
  parties: FoundParties;
  groups: TradeGroups;
};

/** An answer, and the version of the record that it is from. */
export type Answered<Answer> = { answer: Answer; version: string; asOf: number };

/** The line in reply. Without an answer, there is no copy yet, or it cannot answer. */
export type Reply = { id: number; answered: Answered<unknown> | null };

export const sentFilter = ({ filter, ...asked }: ResolvedFilter): SentFilter => ({
  filter: filterParams({ ...filter, issuer: [], insider: [], sic: [] }),
  ...asked,
});

/** @throws if it is not a filter */
export function readFilter({ filter: params, today, issuers, insiders, industries }: SentFilter): ResolvedFilter {
  const { filter, ignored } = parseFilter(params, { today });
  const lists = [issuers, insiders, industries?.ciks, industries?.orAllBut];
  const areCiks = lists.every((ciks) => ciks?.every((cik) => /^\d{1,10}$/.test(cik)) ?? true);
  if (ignored.length > 0 || !areCiks) throw new Error("This is not a filter.");
  return { filter, today, issuers, insiders, industries };
}

export const sentPlace = ({ order, start, ...place }: PageOfList): SentPlace => ({
  sort: printSortOrder(order),
  start: start && { ...start, cursor: printCursor(start.cursor) },
  ...place,
});

/** @throws if it is not a page of a list */
export function readSentPlace({ sort, start, ...place }: SentPlace): PageOfList {
  const order = readOrder(sort);
  const cursor = start && parseCursor(start.cursor, order);
  if (start !== null && !cursor) throw new Error("This is not a page of a list.");
  return { order, start: start && cursor && { ...start, cursor }, ...place };
}

/** @throws if it is not an order of a list */
export function readOrder(sort: string): ListOrder {
  const order = parseListOrder(sort);
  if (order === null) throw new Error("This is not an order of a list.");
  return order;
}

/** @throws if it is not a grouping */
export function readSentGrouping(params: [name: string, value: string][], filter: FilingFilter): Grouping {
  const ignored: IgnoredValue[] = [];
  const grouping = readGrouping(params, filter, ignored);
  if (grouping === null || ignored.length > 0) throw new Error("This is not a grouping.");
  return grouping;
}
