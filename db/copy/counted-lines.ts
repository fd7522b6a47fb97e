import type { DuckDBConnection } from "@duckdb/node-api";
import { type SQL, sql } from "drizzle-orm";
import { amountCode, readableAmount } from "@/db/copy/amount-codes";
import { run, stream } from "@/db/copy/duck";
import { FARTHEST, type LineRange, NOTHING, NUMBERS, type NumberName } from "@/db/copy/line-ranges";

/** What lines of transactions have in the copy: one line for each. */
export const IS_COUNTED = sql`line > 0 and owner_position = 1`;

const FIRST_LINES = 1 << 16;
/** So many lines are looked at, or left out, together: so few that most blocks have none of the highest values of all lines. */
const BLOCK = 1 << 12;

/** `greatest` ignores what is not known. */
const daysOf = (days: string) =>
  `case when ${days} is null then ${NOTHING} else least(greatest(${days}, ${NOTHING + 1}), ${FARTHEST}) end::smallint`;

/** How the copy gives each number. Amounts become codes when they are read. */
const READ: Record<NumberName, string> = {
  filed: daysOf("filing_date - date '1970-01-01'"),
  traded: daysOf("transaction_date - date '1970-01-01'"),
  delay: daysOf("delay"),
  price: readableAmount("price"),
  shares: readableAmount("shares"),
  value: readableAmount("value"),
  change: readableAmount("change"),
  ordered: daysOf("ordered_at::date - date '1970-01-01'"),
  tradedOn: daysOf("traded_on - date '1970-01-01'"),
};

/** The memory of a column, which its type hides. Reading it number by number takes ten times as long. */
type Numbers = { items: BigInt64Array | Float64Array | Int32Array | Int16Array };

/** Some lines: their numbers in the copy, and what is kept of each. */
export type ReadLines = {
  numbers: Int32Array;
  filings: BigInt64Array;
  classes: Int32Array;
  industries: Int16Array;
  by: Record<NumberName, Int16Array>;
};

/**
 * What counts need to know of each transaction, in memory, because DuckDB needs most of a second to hand over ten million lines: by
 * the number of its line in the copy, its filing, class and industry, and the numbers by which lines are found and sorted.
 */
export class CountedLines {
  /** The version of the record that these lines are from. */
  version: string | null = null;
  /** Numbers of lines are below this. */
  length = 0;
  /** Equal for lines of the same filing, which are next to each other; 0 for lines between them that are not counted. */
  filings = new Int32Array(FIRST_LINES);
  /** 0 for a line that is not counted, or gone. */
  classes = new Int32Array(FIRST_LINES);
  industries = new Int8Array(FIRST_LINES);
  /** The accession number of each filing, as in the copy, by the number that its lines have here. */
  accessions = new BigInt64Array(FIRST_LINES);
  readonly by = Object.fromEntries(NUMBERS.map((name) => [name, new Int16Array(FIRST_LINES)])) as Record<
    NumberName,
    Int16Array
  >;
  /** Between which numbers those of each block are, of lines that are gone too. */
  readonly #bounds = Object.fromEntries(
    NUMBERS.map((name) => [name, { least: [] as number[], most: [] as number[] }]),
  ) as Record<NumberName, { least: number[]; most: number[] }>;
  #filing = 0;

  static async of(connection: DuckDBConnection, version: string): Promise<CountedLines> {
    const lines = new CountedLines();
    for await (const part of readCounted(connection, sql`true`)) lines.#add(part);
    lines.version = version;
    return lines;
  }

  /** @param gone the numbers of lines that are no longer in the copy */
  replace(gone: Int32Array, read: readonly ReadLines[], version: string) {
    for (const number of gone) if (number < this.length) this.classes[number] = 0;
    for (const part of read) this.#add(part);
    this.version = version;
  }

  /**
   * The lines that lie in all of the ranges, some at a time. Those of a filing are next to each other.
   * @param backwards whether the last ones come first; within each part they are in the order of the copy
   */
  *within(ranges: readonly LineRange[], backwards = false): Generator<Int32Array> {
    const found = new Int32Array(BLOCK);
    const blocks = Math.ceil(this.length / BLOCK);
    for (let at = 0; at < blocks; at++) {
      const block = backwards ? blocks - 1 - at : at;
      // Most blocks have no line of a short period, because filings are in order.
      if (ranges.every((range) => this.#mayHave(block, range))) yield this.narrow(this.#linesOf(block, found), ranges);
    }
  }

  #linesOf(block: number, into: Int32Array): Int32Array {
    const begin = block * BLOCK;
    const count = Math.min(BLOCK, this.length - begin);
    for (let at = 0; at < count; at++) into[at] = begin + at;
    return into.subarray(0, count);
  }

  #mayHave(block: number, { of, from, to }: LineRange): boolean {
    const { least, most } = this.#bounds[of];
    return (most[block] ?? NOTHING) >= from && (least[block] ?? FARTHEST) <= to;
  }

  /** Those of some lines that lie in all of the ranges, in the memory of the given ones. */
  narrow(lines: Int32Array, ranges: readonly LineRange[]): Int32Array {
    let length = lines.length;
    for (const { of, from, to } of ranges) {
      if (from === NOTHING && to === FARTHEST) continue;
      const numbers = this.by[of];
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

  /** These lines and all others of their filings, those of each filing together. */
  ofSameFilings(lines: Iterable<number>): Int32Array {
    const found = new Set<number>();
    for (const line of lines) {
      if (found.has(line)) continue;
      const filing = this.filings[line] as number;
      for (const step of [-1, 1])
        for (let at = line; at >= 0 && at < this.length; at += step) {
          const ofLine = this.filings[at] as number;
          if (ofLine === filing) found.add(at);
          else if (ofLine !== 0) break;
        }
    }
    return Int32Array.from(found);
  }

  /**
   * For each line, the nearest counted line of its filing, if there is one.
   * @param filings the accession number of each, as in the copy
   */
  countedBeside(lines: Int32Array, filings: BigInt64Array): number[] {
    const found: number[] = [];
    for (const [index, line] of lines.entries())
      for (const step of [-1, 1]) {
        let at = line;
        while (at >= 0 && at < this.length && this.filings[at] === 0) at += step;
        const filing = this.filings[at] ?? 0;
        if (filing === 0 || this.accessions[filing] !== filings[index]) continue;
        found.push(at);
        break;
      }
    return found;
  }

  #add({ numbers, filings, classes, industries, by }: ReadLines) {
    const last = numbers.reduce((most, number) => Math.max(most, number), -1);
    if (last >= this.classes.length) this.#grow(last + 1);
    this.length = Math.max(this.length, last + 1);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      const accession = filings[at] as bigint;
      if (accession !== this.accessions[this.#filing] || this.#filing === 0) {
        this.#filing++;
        if (this.#filing >= this.accessions.length)
          this.accessions = grown(this.accessions, this.accessions.length * 2);
        this.accessions[this.#filing] = accession;
      }
      this.filings[number] = this.#filing;
      this.classes[number] = classes[at] as number;
      this.industries[number] = industries[at] as number;
    }
    for (const name of NUMBERS) {
      const [into, from] = [this.by[name], by[name]];
      const { least, most } = this.#bounds[name];
      for (let at = 0; at < numbers.length; at++) {
        const line = numbers[at] as number;
        const number = from[at] as number;
        const block = Math.floor(line / BLOCK);
        into[line] = number;
        least[block] = Math.min(least[block] ?? FARTHEST, number);
        most[block] = Math.max(most[block] ?? NOTHING, number);
      }
    }
  }

  #grow(least: number) {
    const size = Math.max(least, Math.ceil(this.classes.length * 1.5));
    this.filings = grown(this.filings, size);
    this.classes = grown(this.classes, size);
    this.industries = grown(this.industries, size);
    for (const name of NUMBERS) this.by[name] = grown(this.by[name], size);
  }
}

type TypedArray = BigInt64Array | Int32Array | Int16Array | Int8Array;

/** A larger array that begins with the same numbers. */
function grown<Of extends TypedArray>(from: Of, size: number): Of {
  const into = new (from.constructor as new (size: number) => Of)(size);
  into.set(from as never);
  return into;
}

/** The counted lines that meet a condition, in the order of the copy, some thousand at a time. */
export async function* readCounted(connection: DuckDBConnection, condition: SQL): AsyncGenerator<ReadLines> {
  const columns = sql.raw(NUMBERS.map((name) => READ[name]).join(", "));
  for await (const [numbers, filings, classes, industries, ...ranged] of columnsOf(
    connection,
    sql`select n, filing, class, industry, ${columns} from listing where ${IS_COUNTED} and ${condition}`,
    stream,
  ))
    yield {
      numbers: (numbers as Int32Array).slice(),
      filings: (filings as BigInt64Array).slice(),
      classes: (classes as Int32Array).slice(),
      industries: (industries as Int16Array).slice(),
      by: Object.fromEntries(NUMBERS.map((name, at) => [name, codesOf(ranged[at] as Numbers["items"])])) as Record<
        NumberName,
        Int16Array
      >,
    };
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
