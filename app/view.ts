import { loadRowMarks } from "@/app/row-marks";
import { type FilingListQuery, PAGE_SIZE, readTransactionsQuery } from "@/app/transactions/view";
import { countFilings, type FilingPage, listFilings } from "@/db/queries/list-filings";
import { findNewestFilingDate, summarizeTrades } from "@/db/queries/summarize-trades";
import { database } from "@/db/server/client";
import { printCursor } from "@/lib/filters/cursor";
import { filterUrl, type IgnoredValue, NO_FILTER, type Params } from "@/lib/filters/filing-filter";
import type { ListMarks } from "@/lib/lists/row-marks";
import type { DaySum } from "@/lib/series/day-sum";
import { latestUrl } from "@/lib/urls";
import type { Count } from "@/lib/values/counts";
import { daysBefore } from "@/lib/values/days-before";

/** The week whose finding heads the page, and the weeks before it that the chart shows. Calendar days. */
const HEADLINE_DAYS = 7;
const CHART_DAYS = 42;

export type LatestView = {
  title: string;
  url: string;
  ignored: IgnoredValue[];
  /** All rows held, and the filings they stand on. */
  counts: { rows: Count; filings: Count };
  /** Purchases and sales up to the newest filing date; null where no filing date is known. */
  recent: {
    chart: { from: string; to: string };
    week: { from: string; to: string };
    sums: DaySum[];
    weekSums: DaySum[];
  } | null;
  page: FilingPage;
  marks: ListMarks;
  isFirstPage: boolean;
  next: string | null;
};

/** `/` takes no filter: where an address has one, the list under it is at `/transactions`. */
export const readLatestQuery = (params: Params): FilingListQuery => readTransactionsQuery(params);

export async function loadLatestView({ ignored, cursor }: FilingListQuery, limit = PAGE_SIZE): Promise<LatestView> {
  const db = database();
  const [page, counts, recent] = await Promise.all([
    listFilings(db, NO_FILTER, { after: cursor, limit, onlyTransactions: false }),
    countFilings(db, NO_FILTER, false),
    cursor === null ? loadRecent() : null,
  ]);
  return {
    title: "Latest filings",
    url: latestUrl(),
    ignored,
    counts,
    recent,
    page,
    marks: await loadRowMarks(db, page.entries),
    isFirstPage: cursor === null,
    next: page.next ? filterUrl(latestUrl(), NO_FILTER, { after: printCursor(page.next) }) : null,
  };
}

async function loadRecent(): Promise<LatestView["recent"]> {
  const db = database();
  const to = await findNewestFilingDate(db);
  if (to === null) return null;
  const chart = { from: daysBefore(to, CHART_DAYS - 1), to };
  const week = { from: daysBefore(to, HEADLINE_DAYS - 1), to };
  const sums = await summarizeTrades(db, { ...NO_FILTER, filedFrom: chart.from, filedTo: to });
  return { chart, week, sums, weekSums: sums.filter(({ day }) => day !== null && day >= week.from) };
}
