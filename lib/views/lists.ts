import type { Cursor } from "@/lib/filters/cursor";
import type { PartyNames } from "@/lib/filters/describe-filter";
import type { ShownFacets } from "@/lib/filters/facets";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { ListColumn } from "@/lib/filters/list-columns";
import type { ListOrder } from "@/lib/filters/list-order";
import type { ListMarks } from "@/lib/lists/row-marks";
import type { FilingEntry } from "@/lib/record/filing";
import type { ReadingNames } from "@/lib/record/filing-names";
import type { DaySum } from "@/lib/series/day-sum";
import type { SparklineSeries } from "@/lib/series/sparkline";
import type { Count } from "@/lib/values/counts";
import type { BroaderList, UnknownName } from "./nothing-found";
import type { DateSpan } from "./party";

/** Filings one page at a time, where the page before ends, and where the next one begins. */
export type FilingPage = { entries: FilingEntry[]; previous: Cursor | null; next: Cursor | null };

/** What totals leave out. */
export type LeftOut = {
  /** Rows that evidence contradicts, and how many of those that were counted in the price. */
  implausible: Count;
  prices: number;
  /** The address of the list of them. */
  url: string;
};

type FilingList = {
  /** The canonical address of this view, without the page's cursor. */
  url: string;
  ignored: IgnoredValue[];
  page: FilingPage;
  marks: ListMarks;
  isFirstPage: boolean;
  /** The addresses of the page before and of the next one. */
  previous: string | null;
  next: string | null;
};

/** What a page adds to the filings that it lists. Data formats have the names as filed, and no pictures. */
export type ListExtras = {
  names: ReadingNames;
  /** By the CIK of the issuer, if the list shows industries. */
  industries: Readonly<Record<string, { code: string; name: string }>>;
  /** By accession number: the 24 months before a filing of the line that traded most in it. */
  months: Readonly<Record<string, SparklineSeries>>;
};

/** The newest filings, whatever they report. */
export type LatestView = FilingList & {
  title: string;
  counts: { rows: Count; filings: Count };
  /** Purchases and sales up to the newest filing; null if no filing has a date. */
  recent: {
    /** The date that decides a trade's day: the trade date if the filing date of most filings is not known. */
    by: "filed" | "traded";
    chart: DateSpan;
    week: DateSpan;
    sums: DaySum[];
    weekSums: DaySum[];
    /** Of the week. */
    leftOut: LeftOut;
    /** Filings of these days that are left out because their filing date is not known. */
    undated: number;
  } | null;
};

/** Filings under a filter. */
export type FilteredList = FilingList & {
  filter: FilingFilter;
  /** The filter in words; empty for none. */
  words: string;
  names: PartyNames;
  /** Filings left out by a date filter because they have no filing date; null without such a filter. */
  undated: Count | null;
  unknown: UnknownName[];
  /** If nothing is found: the nearest lists that are not empty, with their counts. */
  relaxed: BroaderList[];
};

/** Filings under a filter, whatever they report. */
export type FilingsView = FilteredList & { title: string; counts: { filings: Count } };

/** Filings with transactions that match a filter. */
export type TransactionsView = FilteredList & {
  title: string;
  /** Transactions that match, and their filings. */
  counts: { rows: Count; filings: Count };
  /** Null if there is too much to add up. */
  sums: DaySum[] | null;
  leftOut: LeftOut;
  facets: ShownFacets;
  order: ListOrder;
  columns: readonly ListColumn[];
  /** Transactions without anything to be sorted by, which come last; null in the order of filings. */
  withoutKey: Count | null;
};
