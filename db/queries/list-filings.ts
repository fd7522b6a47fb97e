import { asc, desc, type SQL, sql } from "drizzle-orm";
import { listFilingEntries } from "@/db/queries/filing-entries";
import { type Asked, endOfDay, type Lines, linesFor } from "@/db/queries/listing";
import { findSorted, isBeyond, isoInstant, PLACE, placesIn, ROW, type Start } from "@/db/queries/sorted-filings";
import { filing, filingRow } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { Cursor } from "@/lib/filters/cursor";
import { datesOf, type FilingFilter, isFiltered, NO_FILTER } from "@/lib/filters/filing-filter";
import { isNewestFirst, type ListOrder, NEWEST_FIRST } from "@/lib/filters/list-order";
import { matchingRows } from "@/lib/lists/matching-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";
import type { Directory } from "@/lib/views/directory";
import type { FilingPage } from "@/lib/views/lists";

export type FilingListOptions = {
  after: Cursor | null;
  /** For the page before it, instead of the one after another. */
  before?: Cursor | null;
  limit: number;
  /** Omit filings without a transaction that meets the filter. */
  onlyTransactions: boolean;
  order?: ListOrder;
} & Pick<Asked, "ofEitherParty"> &
  FoundElsewhere;

/** What is known about a filter from elsewhere. */
export type FoundElsewhere = {
  /** All its filings, if they are few. */
  among?: readonly string[] | null;
  /** Finds a page of them faster than we would; null if it cannot. */
  findElsewhere?: (place: PageOfList) => Promise<FoundPage | null>;
  /** The CIKs of all insiders or issuers of such filings; null if they are too many. */
  findParties?: (directory: Directory) => Promise<readonly string[] | null>;
};

/** One page of filings under a filter. Newest first, its cost does not grow with the page's distance from the first. */
export async function listFilings(
  db: Db,
  filter: FilingFilter,
  { after, before = null, limit, onlyTransactions, order = NEWEST_FIRST, ...known }: FilingListOptions,
): Promise<FilingPage> {
  const start = before === null ? after && { cursor: after, isBack: false } : { cursor: before, isBack: true };
  const place = { start, limit, onlyTransactions, order };
  const { accessionNumbers, first, last, isMore } = await findPage(db, filter, place, known);
  return {
    entries: await listFilingEntries(db, accessionNumbers),
    previous: (before === null ? after !== null : isMore) ? first : null,
    next: before !== null || isMore ? last : null,
  };
}

/** Where a page of a list begins and ends. */
export type PageOfList = { start: Start | null; limit: number; onlyTransactions: boolean; order: ListOrder };

/** The filings of a page in the order of the list, the places of the first and the last, and whether there are more beyond the page. */
export type FoundPage = { accessionNumbers: string[]; first: Cursor | null; last: Cursor | null; isMore: boolean };

/** The page, from the filings nearest to its start: one more than the page has, if there are more. */
export function pageOf(nearest: readonly Cursor[], { start, limit }: PageOfList): FoundPage {
  const found = nearest.slice(0, limit);
  if (start?.isBack) found.reverse();
  return {
    accessionNumbers: found.map(({ accessionNumber }) => accessionNumber),
    first: found.at(0) ?? null,
    last: found.at(-1) ?? null,
    isMore: nearest.length > limit,
  };
}

/** The database reads the lines of so few filings as fast as they are found elsewhere. */
export const FEW_FILINGS = 100;

async function findPage(
  db: Db,
  filter: FilingFilter,
  place: PageOfList,
  {
    among = null,
    ofEitherParty,
    findElsewhere = async () => null,
    findParties = async () => null,
  }: Pick<Asked, "ofEitherParty"> & FoundElsewhere = {},
): Promise<FoundPage> {
  const { start, onlyTransactions, order } = place;
  const limit = place.limit + 1;
  const linesAmong = (filings: readonly string[] | null) =>
    linesFor(db, { filter, onlyTransactions, among: filings, ofEitherParty });
  if (isNewestFirst(order) && !isFiltered(filter) && !onlyTransactions)
    return pageOf(await findNewestOfAll(db, start, limit), place);
  const areFew = among !== null && among.length <= FEW_FILINGS;
  let lines = await linesAmong(areFew ? among : null);
  // The newest of all transactions are found here as fast.
  const mayBeElsewhere = !lines.areFew && (!isNewestFirst(order) || isFiltered(filter));
  const page = mayBeElsewhere ? await findElsewhere(place) : null;
  if (page !== null) return page;
  const { column } = order;
  const isByName = column === "insider" || column === "issuer";
  // Parties by name have few lines each. To look at each of many filings takes longer.
  const parties = isByName && !lines.areFew ? await findParties(`${column}s`) : null;
  if (among !== null && !lines.areFew && parties === null) lines = await linesAmong(among);
  if (!isNewestFirst(order)) return pageOf(await findSorted(db, lines, { order, start, limit }, parties), place);
  const find = start?.isBack ? () => findNewer(db, lines, start, limit) : () => findPlaces(db, lines, start, limit);
  return pageOf(await find(), place);
}

function findNewestOfAll(db: Db, start: Start | null, limit: number): Promise<Cursor[]> {
  const direction = start?.isBack ? asc : desc;
  return db
    .select({ accessionNumber: filing.accessionNumber, orderedAt: isoInstant })
    .from(filing)
    .where(isBeyond(start))
    .orderBy(direction(filing.orderedAt), direction(filing.accessionNumber))
    .limit(limit);
}

/** The first period in which we look for the newest filings, in days, and the factor by which each further one is longer. */
const FIRST_PERIOD = 4;
const LONGER = 4;
/** Nothing on EDGAR is older; the last period reaches back to filings without any date. */
const ALL_DAYS = 16_000;

/** The newest filings with one of these lines: among all of them if they are few, or else period by period, until there are enough. */
async function findPlaces(db: Db, lines: Lines, start: Start | null, limit: number): Promise<Cursor[]> {
  if (lines.areFew) return (await db.execute<Cursor>(placesIn(lines.select(PLACE), start, limit))).rows;
  const after = start?.cursor.orderedAt ?? null;
  const { rows: ends } = await db.execute<{ newest: string | null }>(sql`
    select least(${after}::timestamptz + interval '1 microsecond', ${lines.to === null ? null : endOfDay(lines.to)}, coalesce(
      (select ordered_at from ${filing} where ordered_at <= now() order by ordered_at desc limit 1),
      (select min(ordered_at) from ${filing}))) as newest`);
  const newest = ends[0]?.newest ?? null;
  if (newest === null) return [];
  const places: Cursor[] = [];
  const daysBack = (days: number) => sql`${newest}::timestamptz - make_interval(days => ${days})`;
  let to = after ? sql`${after}::timestamptz + interval '1 microsecond'` : sql`'infinity'::timestamptz`;
  for (let days = FIRST_PERIOD; places.length < limit; days *= LONGER) {
    const from = days < ALL_DAYS ? daysBack(days) : sql`'-infinity'::timestamptz`;
    places.push(...(await db.execute<Cursor>(placesIn(lines.select(PLACE, { from, to }), start, limit))).rows);
    if (days >= ALL_DAYS) break;
    to = from;
  }
  return places.slice(0, limit);
}

/** The same towards newer filings. */
async function findNewer(db: Db, lines: Lines, start: Start, limit: number): Promise<Cursor[]> {
  if (lines.areFew) return (await db.execute<Cursor>(placesIn(lines.select(PLACE), start, limit))).rows;
  const places: Cursor[] = [];
  let from = sql`${start.cursor.orderedAt}::timestamptz`;
  for (let days = FIRST_PERIOD; places.length < limit; days *= LONGER) {
    const isLast = days >= ALL_DAYS;
    const to = isLast
      ? sql`'infinity'::timestamptz`
      : sql`${start.cursor.orderedAt}::timestamptz + make_interval(days => ${days})`;
    places.push(...(await db.execute<Cursor>(placesIn(lines.select(PLACE, { from, to }), start, limit))).rows);
    if (isLast) break;
    from = to;
  }
  return places.slice(0, limit);
}

/** How many lines we read to count filings: at first this many, and then more and more, while they have too few filings. */
const READ_FIRST = 25_000;

/** The number of transactions that a filter finds and of their filings, each up to 10,000. */
export const countFilings = (db: Db, filter: FilingFilter) => countLines(db, { filter, onlyTransactions: true });

/** The filings of a list, up to 10,000. */
export const countListed = async (
  db: Db,
  filter: FilingFilter,
  onlyTransactions: boolean,
  besides: Pick<Asked, "ofEitherParty"> = {},
): Promise<Count> =>
  isFiltered(filter) || onlyTransactions
    ? (await countLines(db, { filter, onlyTransactions, ...besides })).filings
    : countUpTo(db, sql`select from ${filing}`);

async function countLines(db: Db, asked: Asked): Promise<{ rows: Count; filings: Count }> {
  const lines = await linesFor(db, asked);
  for (let most = READ_FIRST; ; most *= 4) {
    const { rows } = await db.execute<{ lines: number; rows: number; filings: number }>(sql`
      with found as materialized (
        select * from ${lines.select(lines.repeatRows ? ROW : sql`accession_number`)} as all_lines limit ${most + 1})
      select (select count(*) from found)::int as lines,
        (select count(*) from ${lines.repeatRows ? sql`(select distinct ${ROW} from found) as rows` : sql`found`})::int as rows,
        (select count(*) from (select distinct accession_number from found) as filings)::int as filings`);
    const [found = { lines: 0, rows: 0, filings: 0 }] = rows;
    if (found.lines <= most || found.filings > COUNTED) return { rows: upTo(found.rows), filings: upTo(found.filings) };
  }
}

/** The number of filings and of all their rows, holdings included, each up to 10,000. */
export async function countRecord(db: Db): Promise<{ rows: Count; filings: Count }> {
  const [rows, filings] = await Promise.all([
    countUpTo(db, sql`select from ${filingRow}`),
    countListed(db, NO_FILTER, false),
  ]);
  return { rows, filings };
}

/** The number of rows that a query finds, up to 10,000. */
async function countUpTo(db: Db, query: SQL): Promise<Count> {
  const { rows } = await db.execute<{ n: string }>(
    sql`select count(*) as n from (${query} limit ${COUNTED + 1}) as found`,
  );
  return upTo(Number(rows[0]?.n ?? 0));
}

/** Filings without a known filing date, which a filter on it omits; null if it has no dates. */
export async function countUndated(db: Db, filter: FilingFilter, onlyTransactions: boolean): Promise<Count | null> {
  const { from, to } = datesOf(filter).filed;
  if (from === null && to === null) return null;
  const others = { ...filter, filedFrom: null, filedTo: null, filedWithin: null };
  const asked = { filter: others, onlyTransactions, onlyUndated: true };
  return (await countLines(db, asked)).filings;
}

/** How many filings of a sorted list are found at a time, because each time all of them are sorted. */
const SORTED_AT_ONCE = 5_000;
const LOADED_AT_ONCE = 200;

/** Every filing under a filter, a batch at a time: for files of any length in little memory. */
export async function* streamFilings(
  db: Db,
  filter: FilingFilter,
  onlyTransactions: boolean,
  order: ListOrder = NEWEST_FIRST,
  among: readonly string[] | null = null,
): AsyncGenerator<FilingEntry> {
  const limit = isNewestFirst(order) ? LOADED_AT_ONCE : SORTED_AT_ONCE;
  let start: Start | null = null;
  do {
    const place: PageOfList = { start, limit, onlyTransactions, order };
    const { accessionNumbers, last, isMore }: FoundPage = await findPage(db, filter, place, { among });
    for (let from = 0; from < accessionNumbers.length; from += LOADED_AT_ONCE)
      yield* await listFilingEntries(db, accessionNumbers.slice(from, from + LOADED_AT_ONCE));
    start = isMore && last ? { cursor: last, isBack: false } : null;
  } while (start);
}

/** Every transaction under a filter with its filing, those of one filing at a time. */
export async function* streamRows(
  db: Db,
  filter: FilingFilter,
  order?: ListOrder,
  among: readonly string[] | null = null,
) {
  for await (const entry of streamFilings(db, filter, true, order, among)) {
    yield matchingRows(entry, filter).map((row) => ({ entry, row }));
  }
}
