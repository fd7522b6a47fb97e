import { readSortedQuery } from "@/app/filtered-list";
import { rowsFeed } from "@/app/rows-feed";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { loadTransactionsView } from "@/app/transactions/view";
import { wholeTable } from "@/app/whole-table";
import { readTickers } from "@/db/queries/asked-parties";
import { streamFilings } from "@/db/queries/list-filings";
import { database } from "@/db/server/client";
import { NEWEST_FIRST } from "@/lib/filters/list-order";
import { printSortOrder } from "@/lib/filters/sort-order";
import { matchingRows } from "@/lib/lists/matching-rows";
import { rowId } from "@/lib/record/reported-row";
import { answer, jsonAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { facetsRecord } from "@/lib/representations/facets-record";
import { filterRecord, unknownRecord } from "@/lib/representations/filter-record";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { CSV_HEADER, csvCells, rowRecord } from "@/lib/representations/row-columns";
import { inFormat } from "@/lib/urls";
import type { TransactionsView } from "@/lib/views/lists";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const query = paramsOf(request);
  const asked = readSortedQuery(query);
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;

  switch (format) {
    case "json":
      return jsonAnswer(json(await loadTransactionsView(asked)));
    case "csv":
      return wholeTable(request, { name: "transactions.csv", header: CSV_HEADER, batches: () => csvRows(asked) });
    case "atom": {
      // A feed is always in the order of filings.
      const view = await loadTransactionsView({ ...asked, order: NEWEST_FIRST });
      return answer(rowsFeed({ ...view, entries: view.page.entries }), "atom");
    }
    default:
      return noSuchFormat(format, ["json", "csv", "atom"]);
  }
}

const rowsOf = (view: TransactionsView) =>
  view.page.entries.flatMap((entry) => matchingRows(entry, view.filter).map((row) => ({ entry, row })));

function json(view: TransactionsView) {
  return {
    title: view.title,
    url: siteUrl() + view.url,
    filter: filterRecord(view.filter),
    ignored: view.ignored,
    count: view.counts.rows.count,
    countAtLeast: view.counts.rows.countAtLeast,
    filings: view.counts.filings,
    withoutFilingDate: view.undated,
    unknown: unknownRecord(view.unknown),
    leftOut: leftOutRecord(view.leftOut),
    ...facetsRecord(view.facets),
    sort: printSortOrder(view.order),
    withoutValue: view.withoutKey?.count ?? null,
    rows: rowsOf(view).map(({ entry, row }) => ({
      ...rowRecord(entry, row, siteUrl()),
      lateness: view.marks[entry.filing.accessionNumber]?.[rowId(row)]?.lateness ?? null,
    })),
    previous: view.previous ? siteUrl() + inFormat(view.previous, "json") : null,
    next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
  };
}

async function* csvRows({ filter: asked, order }: Pick<TransactionsView, "filter" | "order">) {
  const filter = await readTickers(database(), asked);
  for await (const entry of streamFilings(database(), filter, true, order)) {
    yield matchingRows(entry, filter).map((row) => csvCells(entry, row, siteUrl()));
  }
}
