import { cache } from "react";
import {
  FILINGS_A_PAGE,
  type FilingListQuery,
  LISTED_ON_PAGE,
  loadFilteredList,
  readListQuery,
} from "@/app/filtered-list";
import { listFromCopy } from "@/app/from-copy";
import { askedParams } from "@/app/search-params";
import { readTickers } from "@/db/queries/asked-parties";
import { countListed } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { database } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { filingsUrl } from "@/lib/urls";
import type { FilingsView } from "@/lib/views/lists";

/** Cached per request, because the page and its metadata both load it. */
export const loadFilingsPage = cache(async () => loadFilingsView(readListQuery(await askedParams()), LISTED_ON_PAGE));

/** Filings under a filter, whatever they report, including Form 3, holdings only and exits. */
export async function loadFilingsView(query: FilingListQuery, limit = FILINGS_A_PAGE): Promise<FilingsView> {
  const db = database();
  const filter = await readTickers(db, query.filter);
  const fromCopy = await listFromCopy(db, filter, false);
  const [list, filings] = await Promise.all([
    loadFilteredList({ ...query, filter }, filingsUrl(), limit, fromCopy),
    fromCopy.counts?.filings ?? countListed(db, filter, false),
  ]);
  return { ...list, title: titleOf(list.words), counts: { filings } };
}

const titleOf = (words: string) => (words === "" ? "Filings" : `Filings: ${words}`);

/** What a file of a whole list needs: the filter with its tickers read, and the title. */
export async function describeFilings(asked: FilingFilter) {
  const filter = await readTickers(database(), asked);
  return { filter, title: titleOf(describeFilter(filter, await findPartyNames(database(), filter))) };
}
