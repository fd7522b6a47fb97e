import { cache } from "react";
import { loadRowMarks } from "@/app/row-marks";
import { askedParams, oneParam } from "@/app/search-params";
import { countFilings, countUndated, listFilings } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { summarizeTrades } from "@/db/queries/summarize-trades";
import { database } from "@/db/server/client";
import { type Cursor, parseCursor, printCursor } from "@/lib/filters/cursor";
import { describeFilter } from "@/lib/filters/describe-filter";
import { type FilingFilter, filterUrl, type IgnoredValue, type Params, parseFilter } from "@/lib/filters/filing-filter";
import { transactionsUrl } from "@/lib/urls";
import type { TransactionsView } from "@/lib/views/lists";

/** Filings per page in data formats. */
export const FILINGS_A_PAGE = 50;
/** Filings on a page. Pages show more of each row and include the footnotes, so 50 would be half a megabyte. */
export const LISTED_ON_PAGE = 24;

export type FilingListQuery = { filter: FilingFilter; ignored: IgnoredValue[]; cursor: Cursor | null };

/** Parses the address, without reading the database. */
export function readTransactionsQuery(params: Params): FilingListQuery {
  const { filter, ignored } = parseFilter(params, { others: ["after"] });
  const after = oneParam(params, "after", ignored);
  const cursor = after === undefined ? null : parseCursor(after);
  if (after !== undefined && cursor === null) {
    ignored.push({ kind: "value", name: "after", value: after, reason: "not a position in this list" });
  }
  return { filter, ignored, cursor };
}

/** Cached per request, because the page and its metadata both load it. */
export const loadTransactionsPage = cache(async () =>
  loadTransactionsView(readTransactionsQuery(await askedParams()), LISTED_ON_PAGE),
);

export async function loadTransactionsView(
  { filter, ignored, cursor }: FilingListQuery,
  limit = FILINGS_A_PAGE,
): Promise<TransactionsView> {
  const db = database();
  const [page, counts, undated, names] = await Promise.all([
    listFilings(db, filter, { after: cursor, limit, onlyTransactions: true }),
    countFilings(db, filter, true),
    countUndated(db, filter, true),
    findPartyNames(db, filter),
  ]);
  const words = describeFilter(filter, names);
  const [marks, sums] = await Promise.all([
    loadRowMarks(db, page.entries),
    counts.rows.count === null ? null : summarizeTrades(db, filter),
  ]);
  return {
    title: words === "" ? "Transactions" : `Transactions: ${words}`,
    url: filterUrl(transactionsUrl(), filter),
    filter,
    words,
    names,
    ignored,
    counts,
    undated,
    sums,
    page,
    marks,
    isFirstPage: cursor === null,
    next: page.next ? filterUrl(transactionsUrl(), filter, { after: printCursor(page.next) }) : null,
  };
}
