import { readAsOfDay } from "@/app/as-of";
import { oneParam } from "@/app/search-params";
import { COLUMN_IDS, NEWEST_TRADE_FIRST, SORTABLE_COLUMN_IDS } from "@/components/listing/transactions-model";
import { filterUrl, type Params, parseFilter } from "@/lib/filters/filing-filter";
import { AS_OF_PARAM, INSIDER_FILTERS } from "@/lib/filters/page-filters";
import { isSameOrder, parseSortOrder, printSortOrder } from "@/lib/filters/sort-order";
import type { InsiderHref, InsiderQuery } from "@/lib/views/insider";

/** Parses the address, without reading the database. */
export function readInsiderQuery(params: Params): InsiderQuery {
  const pairs = [...params];
  const { filter, ignored } = parseFilter(pairs, {
    only: INSIDER_FILTERS,
    others: ["after", "sort", "columns", AS_OF_PARAM],
  });
  const unread = (name: string, value: string, reason: string) => ignored.push({ kind: "value", name, value, reason });

  const asked = oneParam(pairs, "sort", ignored);
  const sort = asked === undefined ? NEWEST_TRADE_FIRST : parseSortOrder(asked, SORTABLE_COLUMN_IDS);
  if (asked !== undefined && sort === null) unread("sort", asked, `not one of ${SORTABLE_COLUMN_IDS.join(", ")}`);

  const named = pairs.filter(([name, value]) => name === "columns" && value.trim() !== "").map(([, v]) => v.trim());
  for (const value of named) {
    if (!COLUMN_IDS.includes(value)) unread("columns", value, `not one of ${COLUMN_IDS.join(", ")}`);
  }

  const after = oneParam(pairs, "after", ignored) ?? null;
  const isPlace = after !== null && /^[\w-]+\.I{1,2}-\d+$/.test(after);
  if (after !== null && !isPlace) unread("after", after, "not a position in this list");
  return {
    asOf: readAsOfDay(pairs, ignored),
    filter,
    ignored,
    sort: sort ?? NEWEST_TRADE_FIRST,
    columns: COLUMN_IDS.filter((id) => named.includes(id)),
    after: isPlace ? after : null,
  };
}

/** The canonical address of a query, with `after` for every page except the first. */
export function insiderQueryUrl(path: string, query: Omit<InsiderQuery, "ignored">): string {
  const sort = isSameOrder(query.sort, NEWEST_TRADE_FIRST) ? [] : [["sort", printSortOrder(query.sort)]];
  const more = new URLSearchParams([
    ...sort,
    ...query.columns.map((id) => ["columns", id]),
    ...(query.after === null ? [] : [["after", query.after]]),
    ...(query.asOf === null ? [] : [[AS_OF_PARAM, query.asOf]]),
  ]).toString();
  const url = filterUrl(path, query.filter);
  if (more === "") return url;
  return `${url}${url.includes("?") ? "&" : "?"}${more}`;
}

/** Links to the same page with some of the query changed. */
export const hrefWithin =
  (path: string, query: InsiderQuery): InsiderHref =>
  (changes) =>
    insiderQueryUrl(path, { ...query, after: null, ...changes });
