import type { ListFromCopy } from "@/app/from-copy";
import { countBroader, findUnknownNames } from "@/app/nothing-found";
import { loadRowMarks } from "@/app/row-marks";
import { oneParam } from "@/app/search-params";
import { countListed, countUndated, listFilings } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { type Db, database } from "@/db/server/client";
import { type Cursor, parseCursor, printCursor } from "@/lib/filters/cursor";
import { describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import {
  asksForRows,
  type FilingFilter,
  filterUrl,
  type IgnoredValue,
  isFiltered,
  type Params,
  parseFilter,
} from "@/lib/filters/filing-filter";
import { unknownGroups } from "@/lib/filters/grouping";
import { COLUMNS_PARAM, type ListColumn, readColumns, STANDARD_COLUMNS, withColumns } from "@/lib/filters/list-columns";
import { isNewestFirst, LIST_ORDERS, type ListOrder, NEWEST_FIRST, parseListOrder } from "@/lib/filters/list-order";
import { relaxedFilters } from "@/lib/filters/relaxed-filters";
import { printSortOrder } from "@/lib/filters/sort-order";
import { filingsUrl, transactionsUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";
import type { FilingPage, FilteredList } from "@/lib/views/lists";

/** Filings per page in data formats. */
export const FILINGS_A_PAGE = 50;
/** Filings on a page. Pages show more of each row and include the footnotes, so 50 would be half a megabyte. */
export const LISTED_ON_PAGE = 24;

export type FilingListQuery = {
  filter: FilingFilter;
  ignored: IgnoredValue[];
  cursor: Cursor | null;
  /** Whether the page leads up to the cursor, and does not begin after it. */
  isBack?: boolean;
  /** Only the list of transactions can have another order, and other columns. */
  order?: ListOrder;
  columns?: readonly ListColumn[];
};

/** Parses the address of a list of filings, without reading the database. */
export function readListQuery(params: Params): FilingListQuery {
  const { filter, ignored } = readFilter(params, ["after", "before"]);
  return { filter, ignored, ...readPlace(params, ignored) };
}

/** The same for the list of transactions, which can be sorted and whose columns can be chosen. */
export function readSortedQuery(
  params: Params,
): FilingListQuery & { order: ListOrder; columns: readonly ListColumn[] } {
  const { filter, ignored } = readFilter(params, ["after", "before", "sort", "group", COLUMNS_PARAM]);
  ignored.push(...unknownGroups(params));
  const order = readOrder(params, ignored);
  const columns = readColumns(params, ignored);
  return { filter, ignored, order, columns, ...readPlace(params, ignored, order) };
}

const readFilter = (params: Params, others: readonly string[]) =>
  parseFilter(params, { others, today: newYorkDate(new Date()) });

function readOrder(params: Params, ignored: IgnoredValue[]): ListOrder {
  const sort = oneParam(params, "sort", ignored);
  const order = sort === undefined ? NEWEST_FIRST : parseListOrder(sort);
  if (order !== null) return order;
  const reason = `not one of ${LIST_ORDERS.join(", ")}, with or without - in front`;
  ignored.push({ kind: "value", name: "sort", value: sort ?? "", reason });
  return NEWEST_FIRST;
}

export function readPlace(params: Params, ignored: IgnoredValue[], order?: ListOrder) {
  const [after, before] = ["after", "before"].map((name) => {
    const value = oneParam(params, name, ignored);
    const cursor = value === undefined ? null : parseCursor(value, order);
    if (value !== undefined && cursor === null) {
      ignored.push({ kind: "value", name, value, reason: "not a position in this list" });
    }
    return cursor;
  });
  return { cursor: after ?? before ?? null, isBack: !after && !!before };
}

/** How a query for a page gets its place. */
export const afterOrBefore = ({ cursor, isBack = false }: Pick<FilingListQuery, "cursor" | "isBack">) =>
  isBack ? { after: null, before: cursor } : { after: cursor };

/** The addresses of the pages around a page. */
export const pagesAround = ({ previous, next }: FilingPage, hrefOf: (place: Record<string, string>) => string) => ({
  previous: previous && hrefOf({ before: printCursor(previous) }),
  next: next && hrefOf({ after: printCursor(next) }),
});

/** The list of transactions leaves out filings without a transaction that matches. */
const onlyTransactions = (path: string) => path === transactionsUrl();

/** One page of the filings under a filter, at the address of either list. */
export async function loadFilteredList(
  { filter, ignored, cursor, isBack, order = NEWEST_FIRST, columns = STANDARD_COLUMNS }: FilingListQuery,
  path: string,
  limit: number,
  { among, findElsewhere, findParties }: ListFromCopy,
): Promise<FilteredList> {
  const db = database();
  const [page, undated, names, unknown] = await Promise.all([
    listFilings(db, filter, {
      ...afterOrBefore({ cursor, isBack }),
      limit,
      onlyTransactions: onlyTransactions(path),
      order,
      among,
      findElsewhere,
      findParties,
    }),
    countUndated(db, filter, onlyTransactions(path)),
    findPartyNames(db, filter),
    findUnknownNames(db, filter, (other) => filterUrl(path, other)),
  ]);
  const sort = isNewestFirst(order) ? undefined : printSortOrder(order);
  const hrefOf = (place: Record<string, string> = {}) =>
    withColumns(filterUrl(path, filter, { sort, ...place }), columns);
  const isEmpty = page.entries.length === 0 && cursor === null;
  const [marks, relaxed] = await Promise.all([
    loadRowMarks(db, page.entries),
    isEmpty && isFiltered(filter) ? countBroader(db, broaderLists(filter, names, path), "filing") : [],
  ]);
  return {
    url: hrefOf(),
    filter,
    words: describeFilter(filter, names),
    names,
    ignored,
    undated,
    unknown,
    page,
    relaxed,
    marks,
    isFirstPage: cursor === null,
    ...pagesAround(page, hrefOf),
  };
}

/** The lists that are nearest to an empty one. */
function broaderLists(filter: FilingFilter, names: PartyNames, path: string) {
  const list = (path: string, other: FilingFilter) => ({
    href: filterUrl(path, other),
    count: (client: Db) => countListed(client, other, onlyTransactions(path)),
  });
  // Filings may match that report no transactions.
  const whole = { label: "Filings that match, with or without transactions", ...list(filingsUrl(), filter) };
  return [
    ...(onlyTransactions(path) && !asksForRows(filter) ? [whole] : []),
    ...relaxedFilters(filter, names).map(({ filter: other, ...said }) => ({ ...list(path, other), ...said })),
  ];
}
