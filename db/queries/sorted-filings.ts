import { type SQL, sql } from "drizzle-orm";
import { type Lines, linesOf } from "@/db/queries/listing";
import { issuer, listing, owner } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { Cursor } from "@/lib/filters/cursor";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { type ListOrder, ORDER_KEYS, type OrderKey } from "@/lib/filters/list-order";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";

/** An implausible figure counts as none. */
const plausible = (figure: typeof listing.shares | typeof listing.price) =>
  sql`case when not ${listing.isImplausible} then ${figure} end`;

/** What a line is sorted by. */
const KEYS: Record<OrderKey, SQL> = {
  // A date after the filing is a typing error, and would come first.
  traded: sql`case when ${listing.transactionDate} is not null then least(${listing.transactionDate},
    coalesce(${listing.filingDate}, (${listing.orderedAt} at time zone 'America/New_York')::date)) end`,
  value: sql`${listing.value}`,
  shares: plausible(listing.shares),
  price: plausible(listing.price),
  change: sql`${listing.change}`,
  delay: sql`${listing.delay}`,
  insider: sql`(select lower(name) from ${owner} where cik = ${listing.ownerCik})`,
  issuer: sql`(select lower(name) from ${issuer} where cik = ${listing.issuerCik})`,
};

/** As JavaScript prints it, but made by SQL, because `Date` would read the year 1 as 2001. */
export const isoInstant = sql<string>`to_char(ordered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What identifies a filing in a list sorted by when filings were filed, and a row. */
export const PLACE = sql`ordered_at, accession_number`;
export const ROW = sql`accession_number, table_number, line`;

/** Where a page begins, and whether it leads back from there, to what comes first in the list. */
export type Start = { cursor: Cursor; isBack: boolean };

/** The filings of some lines from a start on, by when they were filed. */
export function placesIn(lines: SQL, start: Start | null, limit: number, descending = true): SQL {
  const direction = sql.raw(descending === (start?.isBack === true) ? "asc" : "desc");
  return sql`
    select ${isoInstant} as "orderedAt", accession_number as "accessionNumber"
    from (select distinct ${PLACE} from ${lines} as lines) as found
    where ${isBeyond(start, descending)} order by ordered_at ${direction}, accession_number ${direction} limit ${limit}`;
}

export const isBeyond = (start: Start | null, descending = true): SQL =>
  start === null
    ? sql`true`
    : sql`(${PLACE}) ${sql.raw(descending === start.isBack ? ">" : "<")} ${placeOf(start.cursor)}`;

type Sorted = { order: ListOrder; start: Start | null; limit: number };

/** Filings by the best of their lines; those that are equal in it, newest first. Without a value, they come last. */
export async function findSorted(db: Db, lines: Lines, { order, start, limit }: Sorted): Promise<Cursor[]> {
  const { column, descending } = order;
  const isBack = start?.isBack === true;
  if (column === "filed") {
    return (await db.execute<Cursor>(placesIn(lines.select(PLACE), start, limit, descending))).rows;
  }
  const direction = sql.raw(descending === isBack ? "asc" : "desc");
  const bestOf = sql.raw(descending ? "max" : "min");
  const isFurther = start ? (isBack ? isAhead : isBehind)(start.cursor, column, descending) : sql`true`;
  const newest = sql.raw(isBack ? "asc" : "desc");
  const { rows } = await db.execute<Cursor>(sql`
    select ${isoInstant} as "orderedAt", accession_number as "accessionNumber", best::text as key
    from (
      select ${PLACE}, ${bestOf}(key) as best
      from ${lines.select(sql`${PLACE}, ${KEYS[column]} as key`)} as lines group by 1, 2
    ) as found
    where ${isFurther}
    order by best ${direction} ${sql.raw(isBack ? "nulls first" : "nulls last")}, ordered_at ${newest}, accession_number ${newest}
    limit ${limit}`);
  return rows;
}

const placeOf = ({ orderedAt, accessionNumber }: Cursor) => sql`(${orderedAt}::timestamptz, ${accessionNumber})`;
const keyOf = (key: string, column: OrderKey) => sql`${key}::${sql.raw(ORDER_KEYS[column])}`;

function isBehind({ key = null, ...place }: Cursor, column: OrderKey, descending: boolean): SQL {
  const isOlder = sql`(${PLACE}) < ${placeOf(place)}`;
  if (key === null) return sql`best is null and ${isOlder}`;
  const at = keyOf(key, column);
  return sql`(best ${sql.raw(descending ? "<" : ">")} ${at} or (best = ${at} and ${isOlder}) or best is null)`;
}

function isAhead({ key = null, ...place }: Cursor, column: OrderKey, descending: boolean): SQL {
  const isNewer = sql`(${PLACE}) > ${placeOf(place)}`;
  if (key === null) return sql`(best is not null or ${isNewer})`;
  const at = keyOf(key, column);
  return sql`(best ${sql.raw(descending ? ">" : "<")} ${at} or (best = ${at} and ${isNewer}))`;
}

/** The transactions under a filter without a value to sort by, up to 10,000. */
export async function countUnsorted(db: Db, filter: FilingFilter, { column }: ListOrder): Promise<Count> {
  if (column === "filed") return upTo(0);
  const lines = await linesOf(db, { filter, onlyTransactions: true });
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select ${lines.repeatRows ? sql`distinct` : sql``} ${ROW}
      from ${lines.select(sql`${ROW}, ${KEYS[column]} as key`)} as lines where key is null limit ${COUNTED + 1}
    ) as without`);
  return upTo(rows[0]?.n ?? 0);
}
