import { cache } from "react";
import {
  FILINGS_A_PAGE,
  type FilingListQuery,
  LISTED_ON_PAGE,
  loadFilteredList,
  readSortedQuery,
} from "@/app/filtered-list";
import { type ListFromCopy, listFromCopy, loadFacets } from "@/app/from-copy";
import { loadLeftOut } from "@/app/left-out";
import { askedParams } from "@/app/search-params";
import { answerWithin } from "@/db/queries/answer-within";
import { readTickers } from "@/db/queries/asked-parties";
import { countFilings } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { countUnsorted } from "@/db/queries/sorted-filings";
import { summarizeTrades } from "@/db/queries/summarize-trades";
import { type Db, database } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { STANDARD_COLUMNS } from "@/lib/filters/list-columns";
import { isNewestFirst, type ListOrder, NEWEST_FIRST } from "@/lib/filters/list-order";
import { markIncomplete } from "@/lib/requests/guarded-request";
import { transactionsUrl } from "@/lib/urls";
import type { Count } from "@/lib/values/counts";
import type { TransactionsView } from "@/lib/views/lists";

/** Cached per request, because the page and its metadata both load it. */
export const loadTransactionsPage = cache(async () =>
  loadTransactionsView(readSortedQuery(await askedParams()), LISTED_ON_PAGE),
);

export async function loadTransactionsView(query: FilingListQuery, limit = FILINGS_A_PAGE): Promise<TransactionsView> {
  const db = database();
  const filter = await readTickers(db, query.filter);
  const { order = NEWEST_FIRST, columns = STANDARD_COLUMNS } = query;
  const fromCopy = await listFromCopy(db, filter, true);
  const { among } = fromCopy;
  const counted = Promise.resolve(fromCopy.counts ?? countFilings(db, filter));
  const sums = async () => {
    if ((await counted).rows.count === null) return null;
    return (await fromCopy.summarize()) ?? summarizeTrades(db, filter, "filed", among);
  };
  const [list, counts, added, leftOut, facets, withoutKey] = await Promise.all([
    loadFilteredList({ ...query, filter }, transactionsUrl(), limit, fromCopy),
    counted,
    sums(),
    loadLeftOut(db, filter),
    loadFacets(db, filter),
    countWithoutKey(db, filter, order, fromCopy),
  ]);
  return {
    ...list,
    title: titleOf(list.words),
    counts,
    sums: added,
    leftOut,
    facets,
    order,
    columns,
    withoutKey,
  };
}

const titleOf = (words: string) => (words === "" ? "Transactions" : `Transactions: ${words}`);

/** What a file of a whole list needs: the filter with its tickers read, and the title. */
export async function describeTransactions(asked: FilingFilter) {
  const filter = await readTickers(database(), asked);
  return { filter, title: titleOf(describeFilter(filter, await findPartyNames(database(), filter))) };
}

/** How long we count transactions without a value to sort by, in milliseconds. */
const COUNTED_WITHIN = 1_000;

/** Null also if there are too many transactions to look through. */
async function countWithoutKey(
  db: Db,
  filter: FilingFilter,
  order: ListOrder,
  fromCopy: ListFromCopy,
): Promise<Count | null> {
  if (isNewestFirst(order)) return null;
  const { among } = fromCopy;
  const known = among === null ? await fromCopy.countUnsorted(order) : null;
  if (known !== null) return known;
  const found = await answerWithin(db, COUNTED_WITHIN, (client) => countUnsorted(client, filter, order, among));
  // The database may be less busy for the next reader.
  if (found === null) markIncomplete();
  return found;
}
