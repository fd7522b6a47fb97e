import type { DuckDBConnection } from "@duckdb/node-api";
import { type SQL, sql } from "drizzle-orm";
import { accessionNumberOf } from "@/db/copy/accession-numbers";
import type { CountedLines } from "@/db/copy/counted-lines";
import { rowsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { areInMemory, isLineFor } from "@/db/copy/line-conditions";
import { placesInMemory } from "@/db/copy/places-in-memory";
import type { ResolvedFilter } from "@/db/copy/questions";
import { SORT_KEYS } from "@/db/copy/sort-keys";
import { type FoundPage, type PageOfList, pageOf } from "@/db/queries/list-filings";
import type { Start } from "@/db/queries/sorted-filings";
import type { Cursor } from "@/lib/filters/cursor";
import type { ListOrder } from "@/lib/filters/list-order";
import { isLocalAccessionNumber } from "@/lib/record/accession-number";
import { parseDecimal } from "@/lib/values/decimal";

/** The filings nearest to the start, in the order of the list; null if the copy does not know what they are sorted by. */
export async function findPlaces(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  place: PageOfList,
): Promise<FoundPage | null> {
  const key = SORT_KEYS[place.order.column];
  if (key === undefined) return null;
  if (areInMemory(asked, place.onlyTransactions)) {
    const found = await placesInMemory(connection, classes, lines, asked, place);
    if (found !== null) return found;
  }
  const isLine = isLineFor(classes, asked, place.onlyTransactions);
  // One more, to know whether there are more.
  return pageOf(await placesInDuck(connection, isLine, key, { ...place, limit: place.limit + 1 }), place);
}

/** Only the few places of a page are made text, because DuckDB would do that before it sorts all others. */
const printed = (places: SQL) =>
  sql`select filing, own_number, strftime(ordered_at, '%Y-%m-%dT%H:%M:%S.%gZ') as at, key::varchar as key from (${places}) as page`;

type FoundPlace = { filing: string; own_number: string | null; at: string; key: string | null };

async function placesInDuck(
  connection: DuckDBConnection,
  isLine: SQL,
  key: SQL,
  { order, start, limit }: PageOfList,
): Promise<Cursor[]> {
  const isBack = start?.isBack === true;
  const isByKey = order.column !== "filed";
  const [asc, desc] = [sql.raw("asc"), sql.raw("desc")];
  const direction = order.descending === isBack ? asc : desc;
  const ofPlace = isByKey ? (isBack ? asc : desc) : direction;
  const inOrder = sql`
    ${isByKey ? sql`key ${direction} nulls ${sql.raw(isBack ? "first" : "last")},` : sql``} ordered_at ${ofPlace},
    own_number ${ofPlace} nulls ${sql.raw(ofPlace === asc ? "first" : "last")}, filing ${ofPlace}`;
  const isFurther = start === null ? sql`true` : isBeyond(start, order);
  const everyLine = sql`select filing, own_number, ordered_at, ${key} as key from listing where ${isLine}`;
  /** The filings of some lines, each in the place of its best line under the filter. */
  const placesOf = (lines: SQL) =>
    rowsOf<FoundPlace>(
      connection,
      printed(sql`
        select * from (
          select filing, own_number, ordered_at, ${sql.raw(order.descending ? "max" : "min")}(key) as key
          from (${lines}) as lines group by all) as places
        where ${isFurther} order by ${inOrder} limit ${String(limit)}::int`),
    );
  // On the way back, a line that is nearest may not be the best one of its filing, so all filings are looked at.
  if (isByKey && isBack) return (await placesOf(everyLine)).map(cursorOf(order));
  for (let most = 2 * limit; ; most *= 8) {
    const found = await rowsOf<FoundPlace>(
      connection,
      printed(
        sql`select * from (${everyLine}) as lines where ${isFurther} order by ${inOrder} limit ${String(most)}::int`,
      ),
    );
    const firstLines = new Map(found.toReversed().map((line) => [line.filing, line]));
    const isOfFound = sql`filing in (select unnest(${sql.param([...firstLines.keys()])}::bigint[]))`;
    // In the order of the list, the first line of a filing is its best one, unless that one comes before the start.
    const places =
      start !== null && isByKey
        ? await placesOf(sql`select * from (${everyLine}) as lines where ${isOfFound}`)
        : found.filter((line) => firstLines.get(line.filing) === line).slice(0, limit);
    if (places.length === limit || found.length < most) return places.map(cursorOf(order));
  }
}

const cursorOf =
  ({ column }: ListOrder) =>
  ({ filing, own_number, at, key }: FoundPlace): Cursor => {
    const place = { orderedAt: at, accessionNumber: own_number ?? accessionNumberOf(filing) };
    if (column === "filed") return place;
    // Without zeros at the end of the decimals, as the database prints it.
    return { ...place, key: column === "traded" ? key : (parseDecimal(key)?.toFixed() ?? null) };
  };

/** Whether a place comes after the start, or before it on the way back. */
function isBeyond({ cursor, isBack }: Start, { column, descending }: ListOrder): SQL {
  if (column === "filed") return descending === isBack ? isNewer(cursor) : isOlder(cursor);
  const { key = null } = cursor;
  if (key === null)
    return isBack ? sql`(key is not null or ${isNewer(cursor)})` : sql`(key is null and ${isOlder(cursor)})`;
  const at = column === "traded" ? sql`${key}::date` : sql`${key}::numeric`;
  const comparison = sql.raw(descending === isBack ? ">" : "<");
  return isBack
    ? sql`(key ${comparison} ${at} or (key = ${at} and ${isNewer(cursor)}))`
    : sql`(key ${comparison} ${at} or (key = ${at} and ${isOlder(cursor)}) or key is null)`;
}

function isOlder({ orderedAt, accessionNumber }: Cursor): SQL {
  const at = sql`${orderedAt.replace("Z", "")}::timestamp`;
  const isBefore = isLocalAccessionNumber(accessionNumber)
    ? sql`(own_number is null or own_number < ${accessionNumber})`
    : sql`(own_number is null and filing < ${accessionNumber.replaceAll("-", "")}::bigint)`;
  return sql`(ordered_at < ${at} or (ordered_at = ${at} and ${isBefore}))`;
}

function isNewer({ orderedAt, accessionNumber }: Cursor): SQL {
  const at = sql`${orderedAt.replace("Z", "")}::timestamp`;
  const isAfter = isLocalAccessionNumber(accessionNumber)
    ? sql`own_number > ${accessionNumber}`
    : sql`(own_number is not null or filing > ${accessionNumber.replaceAll("-", "")}::bigint)`;
  return sql`(ordered_at > ${at} or (ordered_at = ${at} and ${isAfter}))`;
}
