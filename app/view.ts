import { afterOrBefore, FILINGS_A_PAGE, type FilingListQuery, pagesAround } from "@/app/filtered-list";
import { loadLeftOut } from "@/app/left-out";
import { loadRowMarks } from "@/app/row-marks";
import { countRecord, listFilings } from "@/db/queries/list-filings";
import { countDated, findNewestDay, summarizeTrades } from "@/db/queries/summarize-trades";
import { type Db, database } from "@/db/server/client";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { latestUrl } from "@/lib/urls";
import { daysBefore } from "@/lib/values/days-before";
import type { LatestView } from "@/lib/views/lists";

/** The days that the headline covers, and the days that the chart shows. Calendar days. */
const HEADLINE_DAYS = 7;
const CHART_DAYS = 42;

/** `/` does not filter. If the address has a filter, its list is at `/filings`. */
export async function loadLatestView(
  { ignored, cursor, isBack }: FilingListQuery,
  limit = FILINGS_A_PAGE,
): Promise<LatestView> {
  const db = database();
  const [{ page, marks }, counts, recent] = await Promise.all([
    loadPage(db, { cursor, isBack }, limit),
    countRecord(db),
    cursor === null ? loadRecent() : null,
  ]);
  return {
    title: "Latest filings",
    url: latestUrl(),
    ignored,
    counts,
    recent,
    page,
    marks,
    isFirstPage: cursor === null,
    ...pagesAround(page, (place) => filterUrl(latestUrl(), NO_FILTER, place)),
  };
}

async function loadPage(db: Db, place: Pick<FilingListQuery, "cursor" | "isBack">, limit: number) {
  const page = await listFilings(db, NO_FILTER, { ...afterOrBefore(place), limit, onlyTransactions: false });
  return { page, marks: await loadRowMarks(db, page.entries) };
}

/** By filing date, unless that of most filings is not known: then by trade date. */
async function loadRecent(): Promise<LatestView["recent"]> {
  const db = database();
  const to = await findNewestDay(db);
  if (to === null) return null;
  const chart = { from: daysBefore(to, CHART_DAYS - 1), to };
  const week = { from: daysBefore(to, HEADLINE_DAYS - 1), to };
  const { filings, dated } = await countDated(db, chart.from);
  const by = dated * 2 >= filings ? "filed" : "traded";
  const within = ({ from }: { from: string }) =>
    by === "filed" ? { ...NO_FILTER, filedFrom: from, filedTo: to } : { ...NO_FILTER, tradedFrom: from, tradedTo: to };
  const [sums, leftOut] = await Promise.all([summarizeTrades(db, within(chart), by), loadLeftOut(db, within(week))]);
  const weekSums = sums.filter(({ day }) => day !== null && day >= week.from);
  return { by, chart, week, sums, weekSums, leftOut, undated: by === "filed" ? filings - dated : 0 };
}
