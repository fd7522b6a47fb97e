import { readListQuery } from "@/app/filtered-list";
import { loadLeftOut } from "@/app/left-out";
import { filingsFeed } from "@/app/rows-feed";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { loadLatestView } from "@/app/view";
import { wholeTable } from "@/app/whole-table";
import { streamFilings } from "@/db/queries/list-filings";
import { database } from "@/db/server/client";
import type { LatestAnswer } from "@/lib/answers/lists";
import { isFiltered, NO_FILTER } from "@/lib/filters/filing-filter";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { filingRecord, rowRecord, rowTable } from "@/lib/representations/row-columns";
import { TABLE_FORMATS } from "@/lib/representations/table";
import { filingsUrl, inFormat, latestUrl } from "@/lib/urls";
import type { LatestView, LeftOut } from "@/lib/views/lists";

type Context = { params: Promise<{ format: string }> };

const FORMATS = ["json", ...TABLE_FORMATS, "atom"] as const;

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const query = paramsOf(request);
  const asked = readListQuery(query);
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;
  const known = FORMATS.find((one) => one === format);
  if (known && isFiltered(asked.filter)) {
    return Response.redirect(siteUrl() + inFormat(`${filingsUrl()}?${new URLSearchParams(query)}`, known), 307);
  }

  switch (known) {
    case "json":
      return linkedAnswer(
        request,
        json(...(await Promise.all([loadLatestView(asked), loadLeftOut(database(), NO_FILTER)]))),
      );
    case "csv":
    case "ndjson":
      return wholeTable(request, known, { ...rowTable(siteUrl()), title: "Filings", batches: batchesOfAll });
    case "atom": {
      const view = await loadLatestView(asked);
      return filingsFeed({ ...view, filter: NO_FILTER, entries: view.page.entries });
    }
    default:
      return noSuchFormat(format, FORMATS);
  }
}

const json = (view: LatestView, leftOut: LeftOut): LatestAnswer => ({
  title: view.title,
  url: siteUrl() + latestUrl(),
  filter: {},
  ignored: view.ignored,
  count: view.counts.rows.count,
  countAtLeast: view.counts.rows.countAtLeast,
  filings: view.counts.filings,
  leftOut: leftOutRecord(leftOut),
  rows: view.page.entries.flatMap((entry) => entry.rows.map((row) => rowRecord(entry, row, siteUrl()))),
  // Their stated facts are given here, because they have no row to carry them (for example a Form 3 that reports no securities).
  filingsWithoutRows: view.page.entries
    .filter(({ rows }) => rows.length === 0)
    .map(({ filing }) => filingRecord(filing, siteUrl())),
  previous: view.previous ? siteUrl() + inFormat(view.previous, "json") : null,
  next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
});

async function* batchesOfAll() {
  for await (const entry of streamFilings(database(), NO_FILTER, false)) {
    yield entry.rows.map((row) => ({ entry, row }));
  }
}
