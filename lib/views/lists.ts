import type { Cursor } from "@/lib/filters/cursor";
import type { PartyNames } from "@/lib/filters/describe-filter";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { ListMarks } from "@/lib/lists/row-marks";
import type { FilingEntry } from "@/lib/record/filing";
import type { ReadingNames } from "@/lib/record/filing-names";
import type { DaySum } from "@/lib/series/day-sum";
import type { SparklineSeries } from "@/lib/series/sparkline";
import type { Count } from "@/lib/values/counts";
import type { DateSpan } from "./issuer";

/** Filings one page at a time, and where the next page begins. */
export type FilingPage = { entries: FilingEntry[]; next: Cursor | null };

type FilingList = {
  title: string;
  /** The canonical address of this view, without the page's cursor. */
  url: string;
  ignored: IgnoredValue[];
  /** Rows that match the filter, and their filings. */
  counts: { rows: Count; filings: Count };
  page: FilingPage;
  marks: ListMarks;
  isFirstPage: boolean;
  /** The address of the next page. */
  next: string | null;
};

/** What a page adds to the filings that it lists. Data formats have the names as filed, and no pictures. */
export type ListExtras = {
  names: ReadingNames;
  /** By accession number: the 24 months before a filing of the line that traded most in it. */
  months: Readonly<Record<string, SparklineSeries>>;
};

/** The newest filings, whatever they report. */
export type LatestView = FilingList & {
  /** Purchases and sales up to the newest filing date; null if no filing date is known. */
  recent: { chart: DateSpan; week: DateSpan; sums: DaySum[]; weekSums: DaySum[] } | null;
};

/** Filings with transactions that match a filter. */
export type TransactionsView = FilingList & {
  filter: FilingFilter;
  /** The filter in words; empty for none. */
  words: string;
  names: PartyNames;
  /** Filings left out by a date filter because they have no filing date; null without such a filter. */
  undated: Count | null;
  /** Null if there is too much to add up. */
  sums: DaySum[] | null;
};
