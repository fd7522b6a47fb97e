import { type SQL, sql } from "drizzle-orm";
import { type Lines, linesFor } from "@/db/queries/listing";
import { issuer, listing, owner } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { Cursor } from "@/lib/filters/cursor";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { type ListOrder, ORDER_KEYS, type OrderKey } from "@/lib/filters/list-order";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";

/** An amount as the copy of `listing` has it, so that both sort it alike: eight decimals, and an absurd one is cut at 10²⁰. */
export const comparable = (amount: string) => `trim_scale(least(greatest(round(${amount}, 8), -1e20), 1e20))`;

/** Only filings without any date are sorted before this instant: by the first day of the year 1. */
export const FIRST_DATED = "0001-01-03Z";

/** A date after the filing is a typing error, and would come first. */
export const tradedOn = (row = "", filing = "") =>
  `case when ${row}transaction_date is not null then least(${row}transaction_date, coalesce(${filing}filing_date,
  case when ${filing}ordered_at >= '${FIRST_DATED}' then (${filing}ordered_at at time zone 'America/New_York')::date end)) end`;
export const TRADED_ON = tradedOn();

/** Without an amount there is nothing to compare, and an implausible one counts as none. */
const amount = (of: string, besides = "") =>
  sql.raw(`case when ${of} is not null ${besides} then ${comparable(of)} end`);

/** What a line is sorted by. */
const KEYS: Record<OrderKey, SQL> = {
  traded: sql.raw(TRADED_ON),
  value: amount("value"),
  shares: amount("shares", "and not is_implausible"),
  price: amount("price", "and not is_implausible"),
  change: amount("change"),
  delay: sql.raw("delay"),
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

/**
 * Filings by the best of their lines; those that are equal in it, newest first. Without a value, they come last.
 * @param parties the CIKs of all insiders or issuers of the lines, for a list by name; null if they are not known
 */
export async function findSorted(
  db: Db,
  lines: Lines,
  { order, start, limit }: Sorted,
  parties: readonly string[] | null = null,
): Promise<Cursor[]> {
  const { column, descending } = order;
  const isBack = start?.isBack === true;
  if (column === "filed") {
    return (await db.execute<Cursor>(placesIn(lines.select(PLACE), start, limit, descending))).rows;
  }
  if ((column === "insider" || column === "issuer") && !lines.areFew && !lines.repeatRows)
    return findByName(db, lines, column, { order, start, limit }, parties);
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

const NAMED = {
  insider: { table: owner, isParty: sql`${listing.ownerCik} = party.cik`, cik: listing.ownerCik },
  issuer: { table: issuer, isParty: sql`${listing.issuerCik} = party.cik`, cik: listing.issuerCik },
};

/** Up to this many parties without a name are looked up through the index on their lines. */
const MOST_UNNAMED = 1_000;

/** Whether a line has no name to sort by. Few parties have none, so we look for those instead of reading most lines. */
async function hasNoName(db: Db, column: keyof typeof NAMED): Promise<SQL> {
  const { table, cik } = NAMED[column];
  const { rows } = await db.execute<{ cik: string }>(
    sql`select ${table.cik} as cik from ${table} where ${table.name} is null limit ${MOST_UNNAMED + 1}`,
  );
  return rows.length > MOST_UNNAMED
    ? sql`not exists (select from ${table} where ${table.cik} = ${cik} and ${table.name} is not null)`
    : sql`(${cik} is null or ${cik} = any(${sql.param(rows.map((row) => row.cik))}::text[]))`;
}

type PartiesByName = {
  /** Only these; null for all that have a name. */
  ciks: readonly string[] | null;
  isAscending: boolean;
  /** The name at which they begin, or after which; null for the first ones. */
  from: { name: string; isIncluded: boolean } | null;
  most: number;
};

/** The first parties by name, with all that have the name of the last one. */
export async function partiesByName(
  db: Db,
  column: keyof typeof NAMED,
  { ciks, isAscending, from, most }: PartiesByName,
): Promise<{ cik: string; key: string }[]> {
  const { table } = NAMED[column];
  const comparison = sql.raw(`${isAscending ? ">" : "<"}${from?.isIncluded ? "=" : ""}`);
  const isNext = from === null ? sql`true` : sql`${nameIn(table)} ${comparison} ${from.name}`;
  const { rows } = await db.execute<{ cik: string; key: string }>(sql`
    select ${table.cik} as cik, ${nameIn(table)} as key from ${table} where ${isNamed(table, ciks)} and ${isNext}
    order by 2 ${sql.raw(isAscending ? "asc" : "desc")} fetch first ${sql.raw(String(most))} rows with ties`);
  return rows;
}

type Parties = typeof owner | typeof issuer;

const nameIn = (table: Parties) => sql`lower(coalesce(${table.name}, ''))`;

const isNamed = (table: Parties, ciks: readonly string[] | null) =>
  sql`${table.name} is not null ${ciks === null ? sql`` : sql`and ${table.cik} = any(${sql.param(ciks)}::text[])`}`;

/** In how many parties we look for filings at first, and how many times more each next time. */
const FIRST_PARTIES = 50;
const MORE_PARTIES = 4;

/**
 * The same by name, if the lines are many: by the filings of one party after another, until there are enough.
 * @param ciks all parties of the lines; null if they are not known
 */
async function findByName(
  db: Db,
  lines: Lines,
  column: keyof typeof NAMED,
  { order, start, limit }: Sorted,
  ciks: readonly string[] | null,
): Promise<Cursor[]> {
  const { table, isParty: isOfParty } = NAMED[column];
  const isBack = start?.isBack === true;
  const isAscending = order.descending === isBack;
  const direction = sql.raw(isAscending ? "asc" : "desc");
  const newest = sql.raw(isBack ? "asc" : "desc");
  const isFurther = start ? (isBack ? isAhead : isBehind)(start.cursor, column, order.descending) : sql`true`;
  const places: Cursor[] = [];
  const unnamed = async () => {
    const none = await hasNoName(db, column);
    const { rows } = await db.execute<Cursor>(sql`
      select ${isoInstant} as "orderedAt", accession_number as "accessionNumber", null as key
      from (select distinct ${PLACE}, null::text as best from ${lines.selectOf(PLACE, none)} as lines) as found
      where ${isFurther} order by ordered_at ${newest}, accession_number ${newest} limit ${limit - places.length}`);
    places.push(...rows);
  };
  // Those without a name come last, so the way back begins with them.
  const key = start?.cursor.key ?? null;
  if (start !== null && key === null) {
    await unnamed();
    if (!isBack) return places;
  }
  let from = key === null ? null : { name: key, isIncluded: true };
  for (let most = FIRST_PARTIES; places.length < limit; most *= MORE_PARTIES) {
    const parties = await partiesByName(db, column, { ciks, isAscending, from, most });
    const [first, last] = [parties.at(0), parties.at(-1)];
    if (first === undefined || last === undefined) break;
    const { rows } = await db.execute<Cursor>(sql`
      select ${isoInstant} as "orderedAt", accession_number as "accessionNumber", best as key
      from (
        select distinct ${PLACE}, party.key as best
        from (select ${table.cik}, ${nameIn(table)} as key from ${table} where ${isNamed(table, ciks)}
          and ${nameIn(table)} between ${isAscending ? first.key : last.key} and ${isAscending ? last.key : first.key}) as party
        cross join lateral ${lines.selectOf(PLACE, isOfParty)} as lines
      ) as found
      where ${isFurther} order by best ${direction}, ordered_at ${newest}, accession_number ${newest} limit ${limit - places.length}`);
    places.push(...rows);
    if (parties.length < most) break;
    from = { name: last.key, isIncluded: false };
  }
  if (!isBack && places.length < limit) await unnamed();
  return places.slice(0, limit);
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
export async function countUnsorted(
  db: Db,
  filter: FilingFilter,
  { column }: ListOrder,
  among: readonly string[] | null = null,
): Promise<Count> {
  if (column === "filed") return upTo(0);
  const lines = await linesFor(db, { filter, onlyTransactions: true, among });
  const without =
    (column === "insider" || column === "issuer") && !lines.areFew
      ? sql`${lines.selectOf(ROW, await hasNoName(db, column))} as lines`
      : sql`${lines.select(sql`${ROW}, ${KEYS[column]} as key`)} as lines where key is null`;
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select ${lines.repeatRows ? sql`distinct` : sql``} ${ROW} from ${without} limit ${COUNTED + 1}
    ) as without`);
  return upTo(rows[0]?.n ?? 0);
}
