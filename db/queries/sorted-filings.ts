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

/** @property isBack whether to find what comes before the cursor, nearest first */
type Sorted = { order: ListOrder; start: { cursor: Cursor; isBack: boolean } | null; limit: number };

/** Filings by the best of their lines; those that are equal in it, newest first. Without a value, they come last. */
export async function findSorted(db: Db, lines: Lines, { order, start, limit }: Sorted): Promise<Cursor[]> {
  const { column, descending } = order;
  const isBack = start?.isBack === true;
  const direction = sql.raw(descending === isBack ? "asc" : "desc");
  if (column === "filed") {
    const { rows } = await db.execute<Cursor>(sql`
      select ${isoInstant} as "orderedAt", accession_number as "accessionNumber"
      from (select distinct ordered_at, accession_number from ${lines.select(sql`ordered_at, accession_number`)} as lines) as found
      where ${start ? sql`${PLACE} ${sql.raw(descending === isBack ? ">" : "<")} ${placeOf(start.cursor)}` : sql`true`}
      order by ordered_at ${direction}, accession_number ${direction} limit ${limit}`);
    return rows;
  }
  const bestOf = sql.raw(descending ? "max" : "min");
  const isBeyond = start ? (isBack ? isAhead : isBehind)(start.cursor, column, descending) : sql`true`;
  const newest = sql.raw(isBack ? "asc" : "desc");
  const { rows } = await db.execute<Cursor>(sql`
    select ${isoInstant} as "orderedAt", accession_number as "accessionNumber", best::text as key
    from (
      select ordered_at, accession_number, ${bestOf}(key) as best
      from ${lines.select(sql`ordered_at, accession_number, ${KEYS[column]} as key`)} as lines group by 1, 2
    ) as found
    where ${isBeyond}
    order by best ${direction} ${sql.raw(isBack ? "nulls first" : "nulls last")}, ordered_at ${newest}, accession_number ${newest}
    limit ${limit}`);
  return rows;
}

const PLACE = sql`(ordered_at, accession_number)`;
const placeOf = ({ orderedAt, accessionNumber }: Cursor) => sql`(${orderedAt}::timestamptz, ${accessionNumber})`;
const keyOf = (key: string, column: OrderKey) => sql`${key}::${sql.raw(ORDER_KEYS[column])}`;

function isBehind({ key = null, ...place }: Cursor, column: OrderKey, descending: boolean): SQL {
  const isOlder = sql`${PLACE} < ${placeOf(place)}`;
  if (key === null) return sql`best is null and ${isOlder}`;
  const at = keyOf(key, column);
  return sql`(best ${sql.raw(descending ? "<" : ">")} ${at} or (best = ${at} and ${isOlder}) or best is null)`;
}

function isAhead({ key = null, ...place }: Cursor, column: OrderKey, descending: boolean): SQL {
  const isNewer = sql`${PLACE} > ${placeOf(place)}`;
  if (key === null) return sql`(best is not null or ${isNewer})`;
  const at = keyOf(key, column);
  return sql`(best ${sql.raw(descending ? ">" : "<")} ${at} or (best = ${at} and ${isNewer}))`;
}

/** The transactions under a filter without a value to sort by, up to 10,000. */
export async function countUnsorted(db: Db, filter: FilingFilter, { column }: ListOrder): Promise<Count> {
  if (column === "filed") return upTo(0);
  const lines = await linesOf(db, { filter, onlyTransactions: true });
  const row = sql`accession_number, table_number, line`;
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select ${lines.repeatRows ? sql`distinct` : sql``} ${row}
      from ${lines.select(sql`${row}, ${KEYS[column]} as key`)} as lines where key is null limit ${COUNTED + 1}
    ) as without`);
  return upTo(rows[0]?.n ?? 0);
}
