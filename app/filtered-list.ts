import { loadRowMarks } from "@/app/row-marks";
import { oneParam } from "@/app/search-params";
import { findUnknownParties } from "@/db/queries/asked-parties";
import { countListedWithin, countUndated, listFilings } from "@/db/queries/list-filings";
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
import { describeParty } from "@/lib/filters/party";
import { relaxedFilters } from "@/lib/filters/relaxed-filters";
import { filingsUrl, transactionsUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import type { FilteredList } from "@/lib/views/lists";

/** Filings per page in data formats. */
export const FILINGS_A_PAGE = 50;
/** Filings on a page. Pages show more of each row and include the footnotes, so 50 would be half a megabyte. */
export const LISTED_ON_PAGE = 24;

/** How many broader filters are tried when a list is empty, and for how long each is counted, in milliseconds. */
const MOST_RELAXED = 5;
const RELAXED_WITHIN = 700;

export type FilingListQuery = { filter: FilingFilter; ignored: IgnoredValue[]; cursor: Cursor | null };

/** Parses the address of a list of filings, without reading the database. */
export function readListQuery(params: Params): FilingListQuery {
  const { filter, ignored } = parseFilter(params, { others: ["after"] });
  const after = oneParam(params, "after", ignored);
  const cursor = after === undefined ? null : parseCursor(after);
  if (after !== undefined && cursor === null) {
    ignored.push({ kind: "value", name: "after", value: after, reason: "not a position in this list" });
  }
  return { filter, ignored, cursor };
}

/** The list of transactions leaves out filings without a transaction that matches. */
const onlyTransactions = (path: string) => path === transactionsUrl();

/** One page of the filings under a filter, at the address of either list. */
export async function loadFilteredList(
  { filter, ignored, cursor }: FilingListQuery,
  path: string,
  limit: number,
): Promise<FilteredList> {
  const db = database();
  const [page, undated, names, unknown] = await Promise.all([
    listFilings(db, filter, { after: cursor, limit, onlyTransactions: onlyTransactions(path) }),
    countUndated(db, filter, onlyTransactions(path)),
    findPartyNames(db, filter),
    findUnknownParties(db, filter),
  ]);
  const isEmpty = page.entries.length === 0 && cursor === null;
  const [marks, relaxed] = await Promise.all([
    loadRowMarks(db, page.entries),
    isEmpty && isFiltered(filter) ? relax(db, filter, names, path) : [],
  ]);
  return {
    url: filterUrl(path, filter),
    filter,
    words: describeFilter(filter, names),
    names,
    ignored,
    undated,
    unknown: unknown.map(({ of, asked: party, nearest }) => ({
      name: of,
      value: describeParty(party, {}),
      didYouMean: nearest && {
        label: describeParty(nearest, {}),
        href: filterUrl(path, { ...filter, [of]: filter[of].map((other) => (other === party ? nearest : other)) }),
      },
    })),
    page,
    relaxed,
    marks,
    isFirstPage: cursor === null,
    next: page.next ? filterUrl(path, filter, { after: printCursor(page.next) }) : null,
  };
}

/** The lists that are nearest to an empty one and are not empty themselves. */
async function relax(db: Db, filter: FilingFilter, names: PartyNames, path: string): Promise<FilteredList["relaxed"]> {
  const broader = relaxedFilters(filter, names)
    .slice(0, MOST_RELAXED)
    .map((relaxed) => ({ ...relaxed, path }));
  // Filings may match that report no transactions.
  const whole = { label: "Filings that match, also without transactions", filter, path: filingsUrl() };
  const tried = await Promise.all(
    [...(path === transactionsUrl() && !asksForRows(filter) ? [whole] : []), ...broader].map(
      async ({ label, filter: other, path }) => {
        const count = await countListedWithin(db, RELAXED_WITHIN, other, onlyTransactions(path));
        const words = count === null ? "not counted" : describeCount(count, "filing");
        return count?.countAtLeast === 0 ? null : { label, href: filterUrl(path, other), count: words };
      },
    ),
  );
  return tried.filter((found) => found !== null);
}
