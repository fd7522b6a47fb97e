import type { DuckDBConnection } from "@duckdb/node-api";
import { type SQL, sql } from "drizzle-orm";
import { amountCode, readableAmount } from "@/db/copy/amount-codes";
import { run, stream } from "@/db/copy/duck";
import { FARTHEST, type LineRange, NOTHING, RANGED, type Ranged } from "@/db/copy/line-ranges";

/** What lines of transactions have in the copy: one line for each. */
export const IS_COUNTED = sql`line > 0 and owner_position = 1`;

const FIRST_LINES = 1 << 16;
/** So many lines are looked at together. */
const BLOCK = 1 << 16;

const daysOf = (days: string) =>
  `coalesce(least(greatest(${days}, ${NOTHING + 1}), ${FARTHEST}), ${NOTHING})::smallint`;

/** How the copy gives each number. Amounts become codes when they are read. */
const READ: Record<Ranged, string> = {
  filed: daysOf("filing_date - date '1970-01-01'"),
  traded: daysOf("transaction_date - date '1970-01-01'"),
  delay: daysOf("delay"),
  price: readableAmount("price"),
  shares: readableAmount("shares"),
  value: readableAmount("value"),
  change: readableAmount("change"),
};

/** The memory of a column, which its type hides. Reading it number by number takes ten times as long. */
type Numbers = { items: BigInt64Array | Float64Array | Int32Array | Int16Array };

/** Some lines: their numbers in the copy, and what is kept of each. */
type ReadLines = {
  numbers: Int32Array;
  filings: BigInt64Array;
  classes: Int32Array;
  industries: Int16Array;
  ranged: Record<Ranged, Int16Array>;
};

/**
 * What counts need to know of each transaction, in memory, because DuckDB needs most of a second to hand over ten million lines: by
 * the number of its line in the copy, its filing, class and industry, and the numbers that ranges ask for.
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
  readonly ranged = Object.fromEntries(RANGED.map((name) => [name, new Int16Array(FIRST_LINES)])) as Record<
    Ranged,
    Int16Array
  >;
  #filing = 0;
  #lastNumber = 0n;

  static async of(connection: DuckDBConnection, version: string): Promise<CountedLines> {
    const lines = new CountedLines();
    lines.replace(new Int32Array(), await readCounted(connection, sql`true`), version);
    return lines;
  }

  /** @param gone the numbers of lines that are no longer in the copy */
  replace(gone: Int32Array, read: readonly ReadLines[], version: string) {
    for (const number of gone) if (number < this.length) this.classes[number] = 0;
    for (const part of read) this.#add(part);
    this.version = version;
  }

  /** The lines that lie in all of the ranges, some at a time. */
  *within([first, ...others]: readonly [LineRange, ...LineRange[]]): Generator<Int32Array> {
    const found = new Int32Array(BLOCK);
    const numbers = this.ranged[first.of];
    for (let begin = 0; begin < this.length; begin += BLOCK) {
      const end = Math.min(begin + BLOCK, this.length);
      let count = 0;
      for (let line = begin; line < end; line++) {
        const number = numbers[line] as number;
        if (number >= first.from && number <= first.to) found[count++] = line;
      }
      yield this.narrow(found.subarray(0, count), others);
    }
  }

  /** Those of some lines that lie in all of the ranges, in the memory of the given ones. */
  narrow(lines: Int32Array, ranges: readonly LineRange[]): Int32Array {
    let length = lines.length;
    for (const { of, from, to } of ranges) {
      const numbers = this.ranged[of];
      let count = 0;
      for (let at = 0; at < length; at++) {
        const line = lines[at] as number;
        const number = numbers[line] as number;
        if (number >= from && number <= to) lines[count++] = line;
      }
      length = count;
    }
    return lines.subarray(0, length);
  }

  #add({ numbers, filings, classes, industries, ranged }: ReadLines) {
    const last = numbers.reduce((most, number) => Math.max(most, number), -1);
    if (last >= this.classes.length) this.#grow(last + 1);
    this.length = Math.max(this.length, last + 1);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      if (filings[at] !== this.#lastNumber || this.#filing === 0) {
        this.#lastNumber = filings[at] as bigint;
        this.#filing++;
      }
      this.filings[number] = this.#filing;
      this.classes[number] = classes[at] as number;
      this.industries[number] = industries[at] as number;
    }
    for (const name of RANGED) {
      const [into, from] = [this.ranged[name], ranged[name]];
      for (let at = 0; at < numbers.length; at++) into[numbers[at] as number] = from[at] as number;
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
    for (const name of RANGED) this.ranged[name] = grown(new Int16Array(size), this.ranged[name]);
  }
}

/** The counted lines that meet a condition, in the order of the copy. */
export async function readCounted(connection: DuckDBConnection, condition: SQL): Promise<ReadLines[]> {
  const read: ReadLines[] = [];
  const columns = sql.raw(RANGED.map((name) => READ[name]).join(", "));
  for await (const [numbers, filings, classes, industries, ...ranged] of columnsOf(
    connection,
    sql`select n, filing, class, industry, ${columns} from listing where ${IS_COUNTED} and ${condition}`,
    stream,
  ))
    read.push({
      numbers: (numbers as Int32Array).slice(),
      filings: (filings as BigInt64Array).slice(),
      classes: (classes as Int32Array).slice(),
      industries: (industries as Int16Array).slice(),
      ranged: Object.fromEntries(RANGED.map((name, at) => [name, codesOf(ranged[at] as Numbers["items"])])) as Record<
        Ranged,
        Int16Array
      >,
    });
  return read;
}

const codesOf = (numbers: Numbers["items"]): Int16Array =>
  numbers instanceof Float64Array ? Int16Array.from(numbers, amountCode) : (numbers as Int16Array).slice();

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
