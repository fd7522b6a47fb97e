import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import { amountCode, readableAmount } from "@/db/copy/amount-codes";
import { columnsOf, rowsOf, stream } from "@/db/copy/duck";
import { FARTHEST, NOTHING, NUMBERS, type NumberName } from "@/db/copy/line-ranges";
import { type ReadPairs, readPairs } from "@/db/copy/trading-pairs";

const DAYS = { traded: "transaction_date - date '1970-01-01'", filed: "filing_date - date '1970-01-01'" };

/** `greatest` ignores what is not known. */
const daysOf = (days: string) =>
  `case when ${days} is null then ${NOTHING} else least(greatest(${days}, ${NOTHING + 1}), ${FARTHEST}) end::smallint`;

/** How the copy gives each number. Amounts become codes when they are read. */
const READ: Record<NumberName, string> = {
  filed: daysOf(DAYS.filed),
  traded: daysOf(DAYS.traded),
  delay: daysOf("delay"),
  price: readableAmount("price"),
  shares: readableAmount("shares"),
  value: readableAmount("value"),
  change: readableAmount("change"),
  ordered: daysOf("ordered_at::date - date '1970-01-01'"),
  tradedOn: daysOf("traded_on - date '1970-01-01'"),
};

/** In millionths, these values are whole numbers that floating point has exactly. */
const IS_SHORT = "(abs(traded_value) < 1000000000 and traded_value::decimal(38,6) = traded_value)";
const VALUE = `case when counted_as is null or traded_value is null then 'nan'::double
  when ${IS_SHORT} then round(traded_value::double * 1000000) else 'infinity'::double end`;

/** Some lines of transactions: their numbers in the copy, and what is kept of each. */
export type LinePart = {
  numbers: Int32Array;
  filings: BigInt64Array;
  times: Int32Array;
  classes: Int32Array;
  ownerPositions: Int16Array;
  industries: Int16Array;
  pairs: Int32Array;
  values: Float64Array;
  by: Record<NumberName, Int16Array>;
};

/** What is kept of several lines together, or of few. */
type Shared = {
  pairs: ReadPairs[];
  reports: Int32Array;
  areFirst: Uint8Array;
  exactValues: [line: number, value: bigint][];
  farDays: [line: number, day: number][];
};

export type Read = { parts: LinePart[]; shared: Shared };

/** The lines from a number on, in the order of the copy, a few thousand at a time. Each part is only valid until the next one is read. */
export async function* readParts(connection: DuckDBConnection, from: number): AsyncGenerator<LinePart> {
  const columns = sql.raw(NUMBERS.map((name) => READ[name]).join(", "));
  for await (const read of columnsOf(
    connection,
    sql`select n, filing, date_diff('millisecond', date_trunc('day', ordered_at), ordered_at)::integer, class, owner_position, industry, case when event is null then pair else -pair end, ${sql.raw(VALUE)}, ${columns}
      from listing where line > 0 and n >= ${sql.raw(String(from))}`,
    stream,
  )) {
    const [numbers, filings, times, classes, ownerPositions, industries, pairs, values, ...ranged] = read;
    yield {
      numbers: numbers as Int32Array,
      filings: filings as BigInt64Array,
      times: times as Int32Array,
      classes: classes as Int32Array,
      ownerPositions: ownerPositions as Int16Array,
      industries: industries as Int16Array,
      pairs: pairs as Int32Array,
      values: values as Float64Array,
      by: Object.fromEntries(NUMBERS.map((name, at) => [name, codesOf(ranged[at] as Int16Array)])) as LinePart["by"],
    };
  }
}

/** All lines from a number on. */
export async function readAllParts(connection: DuckDBConnection, from: number): Promise<LinePart[]> {
  const parts: LinePart[] = [];
  for await (const { by, ...columns } of readParts(connection, from))
    parts.push({ ...sliced(columns), by: sliced(by) });
  return parts;
}

const sliced = <Columns extends Record<string, { slice: () => unknown }>>(columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, numbers]) => [name, numbers.slice()])) as Columns;

const codesOf = (numbers: Int16Array | Float64Array): Int16Array =>
  numbers instanceof Float64Array ? Int16Array.from(numbers, amountCode) : numbers;

/**
 * @param from the first line that is asked for
 * @param fromPair the first pair that is
 */
export async function readShared(connection: DuckDBConnection, from: number, fromPair: number): Promise<Shared> {
  const isNew = sql.raw(`line > 0 and n >= ${from}`);
  const exactValues = await rowsOf<{ n: number; value: string }>(
    connection,
    sql`select n, traded_value::varchar as value from listing
      where ${isNew} and counted_as is not null and traded_value is not null and not ${sql.raw(IS_SHORT)}`,
  );
  const farDays = await rowsOf<{ n: number; day: string }>(
    connection,
    sql`select n, ${sql.raw(DAYS.traded)} as day from listing
      where ${isNew} and (${sql.raw(DAYS.traded)}) not between ${sql.raw(`${NOTHING + 2} and ${FARTHEST - 1}`)}`,
  );
  return {
    pairs: await readPairs(connection, fromPair),
    ...(await readReports(connection, from)),
    exactValues: exactValues.map(({ n, value }) => [n, BigInt(value.replace(".", ""))]),
    farDays: farDays.map(({ n, day }) => [n, Number(day)]),
  };
}

/**
 * All lines of the trades that lines from a number on report. Some may be lines of another issuer, which were not replaced. Trades are in
 * the order of their first lines, so that what memory has of their lines is not far away.
 */
async function readReports(connection: DuckDBConnection, from: number) {
  const isOfNew = sql.raw(from === 0 ? "event is not null" : `event in (select event from listing where n >= ${from})`);
  const reports: number[] = [];
  const areFirst: number[] = [];
  let last: bigint | null = null;
  for await (const [lines, events] of columnsOf(
    connection,
    sql`select n, event from listing where ${isOfNew} and line > 0
      order by min(n) over (partition by event), event, is_implausible, leads_event desc, own_number nulls first, filing, n`,
  ))
    for (const [at, event] of (events as BigInt64Array).entries()) {
      reports.push(lines?.[at] as number);
      areFirst.push(Number(event !== last));
      last = event;
    }
  return { reports: Int32Array.from(reports), areFirst: Uint8Array.from(areFirst) };
}
