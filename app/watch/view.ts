import { cache } from "react";
import {
  afterOrBefore,
  FILINGS_A_PAGE,
  type FilingListQuery,
  LISTED_ON_PAGE,
  pagesAround,
  readPlace,
} from "@/app/filtered-list";
import { findUnknownNames } from "@/app/nothing-found";
import { loadRowMarks } from "@/app/row-marks";
import { askedParams } from "@/app/search-params";
import { readTickers } from "@/db/queries/asked-parties";
import { countListed, listFilings } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { database } from "@/db/server/client";
import { filterUrl, type Params, parseFilter } from "@/lib/filters/filing-filter";
import { MOST_VIEWS } from "@/lib/filters/saved-views";
import { watchUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import type { WatchView } from "@/lib/views/watch";

/** Reads the names in a link. Those after the first 200 are ignored: a browser keeps no more. */
export function readWatchQuery(params: Params): FilingListQuery {
  const { filter, ignored } = parseFilter(params, { only: ["insider", "issuer"], others: ["after", "before"] });
  const left = { room: MOST_VIEWS };
  for (const name of ["issuer", "insider"] as const) {
    const removed = filter[name].splice(left.room);
    left.room -= filter[name].length;
    if (removed.length > 0)
      ignored.push({
        kind: "value",
        name,
        value: plural(removed.length, "name"),
        reason: `more than ${MOST_VIEWS} names`,
      });
  }
  return { filter, ignored, ...readPlace(params, ignored) };
}

/** Cached per request, because the page and its metadata both load it. */
export const loadWatchPage = cache(async () => loadWatchView(readWatchQuery(await askedParams()), LISTED_ON_PAGE));

/** The filings of the insiders or on the issuers that a link names, newest first. */
export async function loadWatchView(query: FilingListQuery, limit = FILINGS_A_PAGE): Promise<WatchView> {
  const db = database();
  const filter = await readTickers(db, query.filter);
  const of = { onlyTransactions: false, ofEitherParty: true };
  const isAnyoneNamed = filter.insider.length + filter.issuer.length > 0;
  const hrefOf = (place: Record<string, string> = {}) => filterUrl(watchUrl(), filter, place);
  const [page, filings, names, unknown] = await Promise.all([
    isAnyoneNamed
      ? listFilings(db, filter, { ...of, ...afterOrBefore(query), limit })
      : { entries: [], previous: null, next: null },
    isAnyoneNamed ? countListed(db, filter, of.onlyTransactions, of) : { count: 0, countAtLeast: 0 },
    findPartyNames(db, filter),
    findUnknownNames(db, filter, (other) => filterUrl(watchUrl(), other)),
  ]);
  return {
    title: "Watch list",
    url: hrefOf(),
    filter,
    names,
    isAnyoneNamed,
    ignored: query.ignored,
    unknown,
    counts: { filings },
    page,
    marks: await loadRowMarks(db, page.entries),
    isFirstPage: query.cursor === null,
    ...pagesAround(page, hrefOf),
  };
}
