import { filingsFeed } from "@/app/rows-feed";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { loadWatchView, readWatchQuery } from "@/app/watch/view";
import type { WatchAnswer } from "@/lib/answers/lists";
import { listedRows } from "@/lib/lists/matching-rows";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { filterRecord, unknownRecord } from "@/lib/representations/filter-record";
import { filingRecord, rowRecord } from "@/lib/representations/row-columns";
import { inFormat } from "@/lib/urls";
import type { WatchView } from "@/lib/views/watch";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json" && format !== "atom") return noSuchFormat(format, ["json", "atom"]);
  const asked = readWatchQuery(paramsOf(request));
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;
  const view = await loadWatchView(asked);
  return format === "json" ? linkedAnswer(request, json(view)) : filingsFeed({ ...view, entries: view.page.entries });
}

const json = (view: WatchView): WatchAnswer => ({
  title: view.title,
  url: siteUrl() + view.url,
  filter: filterRecord(view.filter),
  ignored: view.ignored,
  count: view.counts.filings.count,
  countAtLeast: view.counts.filings.countAtLeast,
  unknown: unknownRecord(view.unknown),
  rows: view.page.entries.map((entry) => ({
    ...filingRecord(entry.filing, siteUrl()),
    amendedBy: entry.derived.amendedBy,
    rows: listedRows(entry, view.filter).map((row) => rowRecord(entry, row, siteUrl())),
  })),
  previous: view.previous ? siteUrl() + inFormat(view.previous, "json") : null,
  next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
});
