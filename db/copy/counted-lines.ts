import type { DuckDBConnection } from "@duckdb/node-api";
import { type SQL, sql } from "drizzle-orm";
import { run, stream } from "@/db/copy/duck";

/** What lines of transactions have in the copy: one line for each. */
export const IS_COUNTED = sql`line > 0 and owner_position = 1`;

const FIRST_LINES = 1 << 16;
/** In place of a day that is not known. All others are days since 1970, and those that do not fit are cut to the farthest day that does. */
const NO_DAY = -0x8000;
const MOST_DAYS = 0x7fff;

const dayOf = (date: string) =>
  sql.raw(`coalesce(least(greatest(${date} - date '1970-01-01', ${NO_DAY + 1}), ${MOST_DAYS}), ${NO_DAY})::smallint`);

/** The memory of a column, which its type hides. Reading it number by number takes ten times as long. */
type Numbers = { items: BigInt64Array | Int32Array | Int16Array };

export type ReadLines = { numbers: Int32Array; columns: Numbers["items"][] }[];

/**
 * What counts need to know of each transaction, in memory, because DuckDB needs most of a second to hand over ten million lines: by
 * the number of its line in the copy, its filing, class, industry and days.
 */
export class CountedLines {
  /** The version of the record that these lines are from. */
  version: string | null = null;
  /** Numbers of lines are below this. */
  length = 0;
  /** Equal for lines of the same filing, which are next to each other. */
  filings = new Int32Array(FIRST_LINES);
  /** 0 for a line that is not counted, or gone. */
  classes = new Int32Array(FIRST_LINES);
  industries = new Int8Array(FIRST_LINES);
  filed = new Int16Array(FIRST_LINES);
  traded = new Int16Array(FIRST_LINES);
  #filing = 0;
  #lastNumber = 0n;

  static async of(connection: DuckDBConnection, version: string): Promise<CountedLines> {
    const lines = new CountedLines();
    lines.replace(new Int32Array(), await readCounted(connection, sql`true`), version);
    return lines;
  }

  /** @param gone the numbers of lines that are no longer in the copy */
  replace(gone: Int32Array, read: ReadLines, version: string) {
    for (const number of gone) if (number < this.length) this.classes[number] = 0;
    for (const part of read) this.#add(part);
    this.version = version;
  }

  #add({ numbers, columns }: ReadLines[number]) {
    const [filings, classes, industries, filed, traded] = columns as [
      BigInt64Array,
      Int32Array,
      Int16Array,
      Int16Array,
      Int16Array,
    ];
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      if (number >= this.classes.length) this.#grow(number + 1);
      if (filings[at] !== this.#lastNumber || this.#filing === 0) {
        this.#lastNumber = filings[at] as bigint;
        this.#filing++;
      }
      this.filings[number] = this.#filing;
      this.classes[number] = classes[at] as number;
      this.industries[number] = industries[at] as number;
      this.filed[number] = filed[at] as number;
      this.traded[number] = traded[at] as number;
      this.length = Math.max(this.length, number + 1);
    }
  }

  #grow(least: number) {
    const size = Math.max(least, Math.ceil(this.classes.length * 1.5));
    const grown = <Numbers extends Int32Array | Int16Array | Int8Array>(into: Numbers, from: Numbers): Numbers => {
      into.set(from);
      return into;
    };
    this.filings = grown(new Int32Array(size), this.filings);
    this.classes = grown(new Int32Array(size), this.classes);
    this.industries = grown(new Int8Array(size), this.industries);
    this.filed = grown(new Int16Array(size), this.filed);
    this.traded = grown(new Int16Array(size), this.traded);
  }
}

/** The counted lines that meet a condition, in the order of the copy. */
export async function readCounted(connection: DuckDBConnection, condition: SQL): Promise<ReadLines> {
  const lines: ReadLines = [];
  for await (const [numbers, ...columns] of columnsOf(
    connection,
    sql`select n, filing, class, industry, ${dayOf("filing_date")} as filed, ${dayOf("transaction_date")} as traded
      from listing where ${IS_COUNTED} and ${condition}`,
    stream,
  ))
    lines.push({ numbers: (numbers as Int32Array).slice(), columns: columns.map((column) => column.slice()) });
  return lines;
}

/**
 * The columns of numbers that a query gives, some thousand rows at a time. Each is only valid until the next ones are read.
 * @param begin `run` has all rows in memory before the first ones are read, and finds them in half the time
 */
export async function* columnsOf(
  connection: DuckDBConnection,
  query: SQL,
  begin: typeof run | typeof stream = run,
): AsyncGenerator<Numbers["items"][]> {
  const result = await begin(connection, query);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    const { rowCount, columnCount } = chunk;
    yield Array.from({ length: columnCount }, (_, at) =>
      (chunk.getColumnVector(at) as unknown as Numbers).items.subarray(0, rowCount),
    );
  }
}
