import { describeFilings, loadFilingsView } from "@/app/filings/view";
import { readListQuery } from "@/app/filtered-list";
import { loadLeftOut } from "@/app/left-out";
import { filingsFeed } from "@/app/rows-feed";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { wholeTable } from "@/app/whole-table";
import { streamFilings } from "@/db/queries/list-filings";
import { database } from "@/db/server/client";
import type { ListedFilingAnswer } from "@/lib/answers/filing";
import type { FilingsAnswer } from "@/lib/answers/lists";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { listedRows } from "@/lib/lists/matching-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { FILING_CSV_HEADER, filingCsvCells } from "@/lib/representations/filing-columns";
import { filterRecord, unknownRecord } from "@/lib/representations/filter-record";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { filingRecord, rowRecord } from "@/lib/representations/row-columns";
import { TABLE_FORMATS } from "@/lib/representations/table";
import { inFormat } from "@/lib/urls";
import type { FilingsView, LeftOut } from "@/lib/views/lists";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const asked = readListQuery(paramsOf(request));
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;

  switch (format) {
    case "json": {
      const view = await loadFilingsView(asked);
      return linkedAnswer(request, json(view, await loadLeftOut(database(), view.filter)));
    }
    case "csv":
    case "ndjson": {
      const { filter, title } = await describeFilings(asked.filter);
      return wholeTable(request, format, {
        title,
        header: FILING_CSV_HEADER,
        cells: (entry) => filingCsvCells(entry, siteUrl()),
        record: (entry) => listedRecord(entry, filter),
        batches: () => batchesOf(filter),
      });
    }
    case "atom": {
      const view = await loadFilingsView(asked);
      return filingsFeed({ ...view, entries: view.page.entries });
    }
    default:
      return noSuchFormat(format, ["json", ...TABLE_FORMATS, "atom"]);
  }
}

/** A filing with the rows of its tables that the list shows. */
const listedRecord = (entry: FilingEntry, filter: FilingFilter): ListedFilingAnswer => ({
  ...filingRecord(entry.filing, siteUrl()),
  amendedBy: entry.derived.amendedBy,
  rows: listedRows(entry, filter).map((row) => rowRecord(entry, row, siteUrl())),
});

const json = (view: FilingsView, leftOut: LeftOut): FilingsAnswer => ({
  title: view.title,
  url: siteUrl() + view.url,
  filter: filterRecord(view.filter),
  ignored: view.ignored,
  count: view.counts.filings.count,
  countAtLeast: view.counts.filings.countAtLeast,
  withoutFilingDate: view.undated,
  unknown: unknownRecord(view.unknown),
  leftOut: leftOutRecord(leftOut),
  rows: view.page.entries.map((entry) => listedRecord(entry, view.filter)),
  previous: view.previous ? siteUrl() + inFormat(view.previous, "json") : null,
  next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
});

async function* batchesOf(filter: FilingFilter) {
  for await (const entry of streamFilings(database(), filter, false)) yield [entry];
}
