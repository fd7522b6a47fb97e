import { readSortedQuery } from "@/app/filtered-list";
import { listFromCopy } from "@/app/from-copy";
import { rowsFeed } from "@/app/rows-feed";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { GROUPS_A_PAGE, type GroupsQuery, loadGroupsView, readGroupsQuery } from "@/app/transactions/groups";
import { noGroupsAnswer } from "@/app/transactions/no-groups-answer";
import { describeTransactions, loadTransactionsView } from "@/app/transactions/view";
import { wholeTable } from "@/app/whole-table";
import { streamRows } from "@/db/queries/list-filings";
import { database } from "@/db/server/client";
import type { GroupsAnswer, TransactionsAnswer } from "@/lib/answers/lists";
import { NEWEST_FIRST } from "@/lib/filters/list-order";
import { printSortOrder } from "@/lib/filters/sort-order";
import { matchingRows } from "@/lib/lists/matching-rows";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { facetsRecord } from "@/lib/representations/facets-record";
import { filterRecord, unknownRecord } from "@/lib/representations/filter-record";
import { groupRecord, groupTable } from "@/lib/representations/group-record";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { rowRecord, rowTable } from "@/lib/representations/row-columns";
import { isTableFormat, TABLE_FORMATS, type TableFormat } from "@/lib/representations/table";
import { inFormat } from "@/lib/urls";
import type { GroupsView } from "@/lib/views/groups";
import type { TransactionsView } from "@/lib/views/lists";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const query = paramsOf(request);
  const grouped = readGroupsQuery(query);
  if (grouped) return groupsAnswer(request, format, grouped);
  const asked = readSortedQuery(query);
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;

  switch (format) {
    case "json":
      return linkedAnswer(request, json(await loadTransactionsView(asked)));
    case "csv":
    case "ndjson": {
      const { filter, title } = await describeTransactions(asked.filter);
      const { among } = await listFromCopy(database(), filter, true);
      const batches = () => streamRows(database(), filter, asked.order, among);
      return wholeTable(request, format, { ...rowTable(siteUrl()), title, batches });
    }
    case "atom": {
      // A feed is always in the order of filings.
      const view = await loadTransactionsView({ ...asked, order: NEWEST_FIRST });
      return rowsFeed({ ...view, entries: view.page.entries });
    }
    default:
      return noSuchFormat(format, ["json", ...TABLE_FORMATS, "atom"]);
  }
}

function json(view: TransactionsView): TransactionsAnswer {
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
    rows: view.page.entries.flatMap((entry) =>
      matchingRows(entry, view.filter).map((row) => rowRecord(entry, row, siteUrl())),
    ),
    previous: view.previous ? siteUrl() + inFormat(view.previous, "json") : null,
    next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
  };
}

/** Groups that are read together for a file. */
const GROUPS_AT_ONCE = 2_000;

async function groupsAnswer(request: Request, format: string, asked: GroupsQuery) {
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;
  if (format !== "json" && !isTableFormat(format)) return noSuchFormat(format, ["json", ...TABLE_FORMATS]);
  // Data has no open group: its rows are at `rowsUrl`.
  const list = { ...asked, open: null };
  const view = await (format === "json" ? loadGroupsView(list, GROUPS_A_PAGE) : loadGroupsOfFile(list, format));
  if (view.found === null) return noGroupsAnswer(view.missing);
  const { groups, count, ungrouped, asOf } = view.found;
  if (format !== "json")
    return wholeTable(request, format, {
      ...groupTable(siteUrl()),
      title: view.title,
      batches: () => groupBatches(list, format, view),
    });
  const data: GroupsAnswer = {
    title: view.title,
    url: siteUrl() + view.url,
    filter: filterRecord(view.filter),
    group: view.grouping.by,
    insidersFrom: view.grouping.insidersFrom,
    totalFrom: view.grouping.totalFrom,
    sort: printSortOrder(view.grouping.sort),
    count,
    ungrouped,
    asOf,
    ...facetsRecord(view.facets),
    groups: groups.map((group) => groupRecord(group, siteUrl())),
    next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
  };
  return linkedAnswer(request, data);
}

/** CSV has no months. */
const loadGroupsOfFile = (asked: GroupsQuery, format: TableFormat) =>
  loadGroupsView(asked, GROUPS_AT_ONCE, format !== "csv");

async function* groupBatches({ grouping, ...asked }: GroupsQuery, format: TableFormat, first: GroupsView) {
  for (let view = first; ; ) {
    if (view.found === null) throw new Error("The copy of the listing was lost during a download.");
    yield view.found.groups;
    if (view.next === null) return;
    const after = view.grouping.after + view.found.groups.length;
    view = await loadGroupsOfFile({ ...asked, grouping: { ...grouping, after } }, format);
  }
}
