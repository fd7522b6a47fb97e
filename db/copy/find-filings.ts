import type { DuckDBConnection } from "@duckdb/node-api";
import { type SQL, sql } from "drizzle-orm";
import { failuresOf, MEETS_ALL } from "@/db/copy/class-masks";
import type { CountedLines } from "@/db/copy/counted-lines";
import { rowsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { keepFound, searchFor } from "@/db/copy/found-lines";
import { isLineOf } from "@/db/copy/line-conditions";
import { linesAt } from "@/db/copy/lines-at";
import { nearestLines } from "@/db/copy/nearest-lines";
import type { NamedFilings, ResolvedFilter } from "@/db/copy/questions";
import type { PageOfList } from "@/db/queries/list-filings";
import type { Start } from "@/db/queries/sorted-filings";
import type { Cursor } from "@/lib/filters/cursor";
import { asksForRows } from "@/lib/filters/filing-filter";
import type { ListOrder } from "@/lib/filters/list-order";
import { isLocalAccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import { COUNTED, upTo } from "@/lib/values/counts";
import { parseDecimal } from "@/lib/values/decimal";

/** The database finds this many filings one by one. */
const MOST_NAMED = 2_000;
/** So many lines of a filter are kept for the next question about it. */
const MOST_KEPT = 100_000;
/** How many lines are read to count filings: at first this many, and then more, while they have too few filings. */
const READ_FIRST = 25_000;

/** How many transactions and filings meet a filter, each up to 10,000, and which filings if they are few. */
export async function nameFilings(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  onlyTransactions: boolean,
): Promise<NamedFilings> {
  if (areInMemory(asked, onlyTransactions)) return nameInMemory(connection, classes, lines, asked);
  const isLine = isLineFor(classes, asked, onlyTransactions);
  for (let most = READ_FIRST; ; most *= 4) {
    const [found] = await rowsOf<{ lines: string; rows: string; filings: string; numbers: string[] | null }>(
      connection,
      sql`with found as materialized (
          select filing, own_number, table_number, line from listing where ${isLine} limit ${String(most + 1)}::int)
        select count(*) as lines, count(distinct (filing, table_number, line)) as rows, count(distinct filing) as filings,
          case when count(distinct filing) <= ${String(MOST_NAMED)}::int
            then coalesce(list(distinct coalesce(own_number, filing::varchar)), []) end as numbers
        from found`,
    );
    if (!found) throw new Error("A count has one row.");
    const filings = upTo(Number(found.filings));
    if (Number(found.lines) > most && filings.count !== null) continue;
    return {
      counts: { rows: upTo(Number(found.rows)), filings },
      filings: Number(found.lines) > most ? null : (found.numbers?.map(accessionNumberOf) ?? null),
    };
  }
}

/** Memory has one line of each transaction, that of its first owner. */
const areInMemory = ({ filter, insiders }: ResolvedFilter, onlyTransactions: boolean) =>
  insiders === null && (onlyTransactions || asksForRows(filter));

async function nameInMemory(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
): Promise<NamedFilings> {
  const failures = failuresOf(classes, asked.filter);
  const { filings, version } = lines;
  const search = searchFor(connection, lines, asked, { failures });
  let [rows, last] = [0, 0];
  const firstLines: number[] = [];
  const all: number[] = [];
  for await (const numbers of search.find()) {
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      if (failures[lines.classes[line] as number] !== MEETS_ALL) continue;
      rows++;
      if (all.length <= MOST_KEPT) all.push(line);
      if (filings[line] === last) continue;
      last = filings[line] as number;
      firstLines.push(line);
    }
    if (firstLines.length > COUNTED) break;
  }
  // Lines that were replaced in the meantime are another snapshot's.
  const areAll = firstLines.length <= COUNTED && all.length <= MOST_KEPT && lines.version === version;
  if (search.isInMemory && areAll) keepFound(lines, asked, all);
  const counts = { rows: upTo(rows), filings: upTo(firstLines.length) };
  if (firstLines.length > MOST_NAMED) return { counts, filings: null };
  // A number of ours is negative here, and text in the copy.
  const isOurs = (line: number) => (lines.accessions[filings[line] as number] as bigint) < 0n;
  const ours = await rowsOf<{ own_number: string }>(
    connection,
    linesAt(sql`own_number`, Int32Array.from(firstLines.filter(isOurs))),
  );
  const numbers = firstLines
    .filter((line) => !isOurs(line))
    .map((line) => accessionNumberOf(String(lines.accessions[filings[line] as number])));
  return { counts, filings: [...numbers, ...ours.map(({ own_number }) => own_number)] };
}

/** An implausible figure counts as none. */
const plausible = (figure: string) => sql.raw(`case when not is_implausible then ${figure} end`);

/** What a line is sorted by, as in `db/queries/sorted-filings.ts`. The copy has no names. */
const KEYS: Partial<Record<ListOrder["column"], SQL>> = {
  filed: sql`null`,
  traded: sql`traded_on`,
  value: sql`value`,
  shares: plausible("shares"),
  price: plausible("price"),
  change: sql`change`,
  delay: sql`delay`,
};

/** Only the few places of a page are made text, because DuckDB would do that before it sorts all others. */
const printed = (places: SQL) =>
  sql`select filing, own_number, strftime(ordered_at, '%Y-%m-%dT%H:%M:%S.%gZ') as at, key::varchar as key from (${places}) as page`;

type FoundPlace = { filing: string; own_number: string | null; at: string; key: string | null };

/** The filings nearest to the start, in the order of the list; null if the copy does not know what they are sorted by. */
export async function findPlaces(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  { order, start, limit, onlyTransactions }: PageOfList,
): Promise<Cursor[] | null> {
  const key = KEYS[order.column];
  if (key === undefined) return null;
  const isLine = isLineFor(classes, asked, onlyTransactions);
  const isBack = start?.isBack === true;
  const isByKey = order.column !== "filed";
  const [asc, desc] = [sql.raw("asc"), sql.raw("desc")];
  const direction = order.descending === isBack ? asc : desc;
  const ofPlace = isByKey ? (isBack ? asc : desc) : direction;
  const inOrder = sql`
    ${isByKey ? sql`key ${direction} nulls ${sql.raw(isBack ? "first" : "last")},` : sql``} ordered_at ${ofPlace},
    own_number ${ofPlace} nulls ${sql.raw(ofPlace === asc ? "first" : "last")}, filing ${ofPlace}`;
  const isFurther = start === null ? sql`true` : isBeyond(start, order);
  const bestOf = sql.raw(order.descending ? "max" : "min");
  const columns = sql`filing, own_number, ordered_at, ${key} as key`;
  const everyLine = sql`select ${columns} from listing where ${isLine}`;
  /** The filings of some lines, each in the place of its best line under the filter. */
  const placesOf = (lines: SQL, most: number) =>
    rowsOf<FoundPlace>(
      connection,
      printed(sql`
        select * from (select filing, own_number, ordered_at, ${bestOf}(key) as key from (${lines}) as lines group by all) as places
        where ${isFurther} order by ${inOrder} limit ${String(most)}::int`),
    );
  // On the way back, a line that is nearest may not be the best one of its filing, so all filings are looked at.
  if (isByKey && isBack) return (await placesOf(everyLine, limit)).map(cursorOf(order));
  for (let most = 2 * limit; ; most *= 8) {
    const nearest = areInMemory(asked, onlyTransactions)
      ? await nearestLines(connection, classes, lines, asked, { order, start }, most)
      : null;
    const among = nearest === null ? everyLine : linesAt(columns, nearest);
    const found = await rowsOf<FoundPlace>(
      connection,
      printed(sql`select * from (${among}) as lines where ${isFurther} order by ${inOrder} limit ${String(most)}::int`),
    );
    const firstLines = new Map(found.toReversed().map((line) => [line.filing, line]));
    const isOfFound = sql`filing in (select unnest(${sql.param([...firstLines.keys()])}::bigint[]))`;
    // In the order of the list, the first line of a filing is its best one, unless that one comes before the start.
    const places =
      start !== null && isByKey
        ? await placesOf(sql`select * from (${among}) as lines where ${isOfFound}`, limit)
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

/** The number as a filing has it, or one of ours, which the copy has as it is. */
const accessionNumberOf = (number: string): string =>
  parseAccessionNumber(number.startsWith("local-") ? number : number.padStart(18, "0")) ?? number;

const isLineFor = (classes: FacetClasses, asked: ResolvedFilter, onlyTransactions: boolean): SQL =>
  sql`${isLineOf(asked, { ofEveryOwner: asked.insiders !== null, onlyTransactions })} and ${classes.isOfKind(asked.filter, onlyTransactions)}`;

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
