import { cache } from "react";
import {
  FILINGS_A_PAGE,
  type FilingListQuery,
  LISTED_ON_PAGE,
  loadFilteredList,
  readSortedQuery,
} from "@/app/filtered-list";
import { loadFacets } from "@/app/from-copy";
import { loadLeftOut } from "@/app/left-out";
import { askedParams } from "@/app/search-params";
import { readTickers } from "@/db/queries/asked-parties";
import { countFilings } from "@/db/queries/list-filings";
import { countUnsorted } from "@/db/queries/sorted-filings";
import { summarizeTrades } from "@/db/queries/summarize-trades";
import { database } from "@/db/server/client";
import { NEWEST_FIRST } from "@/lib/filters/list-order";
import { transactionsUrl } from "@/lib/urls";
import type { TransactionsView } from "@/lib/views/lists";

/** Cached per request, because the page and its metadata both load it. */
export const loadTransactionsPage = cache(async () =>
  loadTransactionsView(readSortedQuery(await askedParams()), LISTED_ON_PAGE),
);

export async function loadTransactionsView(query: FilingListQuery, limit = FILINGS_A_PAGE): Promise<TransactionsView> {
  const db = database();
  const filter = await readTickers(db, query.filter);
  const { order = NEWEST_FIRST } = query;
  const [list, counts, leftOut, facets, withoutKey] = await Promise.all([
    loadFilteredList({ ...query, filter }, transactionsUrl(), limit),
    countFilings(db, filter),
    loadLeftOut(db, filter),
    loadFacets(db, filter),
    countUnsorted(db, filter, order),
  ]);
  return {
    ...list,
    title: list.words === "" ? "Transactions" : `Transactions: ${list.words}`,
    counts,
    sums: counts.rows.count === null ? null : await summarizeTrades(db, filter),
    leftOut,
    facets,
    order,
    withoutKey,
  };
}
