import type { DuckDBConnection } from "@duckdb/node-api";
import { firstFree } from "@/db/copy/copy-tables";
import { FARTHEST, type LineRange, NOTHING, NUMBERS, type NumberName } from "@/db/copy/line-ranges";
import { LineTally } from "@/db/copy/line-tally";
import type { Listed } from "@/db/copy/listed-order";
import { longer, longerShared } from "@/db/copy/longer";
import { type LinePart, type Read, readParts, readShared } from "@/db/copy/read-lines";
import { TradingPairs } from "@/db/copy/trading-pairs";
import type { WantedLines } from "@/db/copy/wanted-lines";

const FIRST_LINES = 1 << 16;
/** How much larger arrays are made than they need to be. A little, because room takes memory, and a copy is filled again at night. */
const MORE_LINES = 1.05;
const MORE_FILINGS = 1.25;
/** One of two parts of the lines, each of which a thread counts. */
export type Half = 0 | 1;

/** So many lines are looked at, or left out, together: so few that most blocks have none of the highest values of all lines. */
const BLOCK = 1 << 12;

/**
 * What the copy's process needs of each transaction for counts and groups, in memory, because DuckDB needs most of a second to hand over ten million
 * lines: by the number of its line in the copy, its filing, class and industry, the numbers by which lines are found and sorted, who
 * traded in what, and the value. The line of a transaction's first owner is counted, those of its other owners are not.
 */
export class CountedLines {
  /** The version of the record that these lines are from. */
  version: string | null = null;
  /** Numbers of lines are below this. */
  length = 0;
  /** Above 0, and equal for counted lines of the same filing, which are next to each other. 0 for other lines. */
  filings = new Int32Array(FIRST_LINES);
  /** Above 0 for a counted line, and the negative number of the class for a line of another owner. 0 for a line that is gone. */
  classes = new Int32Array(FIRST_LINES);
  industries = new Int8Array(FIRST_LINES);
  /** The number of the pair of issuer and owner, negative if other lines report the same trade. */
  pairs = new Int32Array(FIRST_LINES);
  /** Of purchases and sales that sums count, in millionths of a dollar; NaN if it is not known, infinite if `exactValues` has it. */
  values = new Float64Array(FIRST_LINES);
  /** Values that are too large or have too many decimals, in hundred-millionths of a dollar. */
  readonly exactValues = new Map<number, bigint>();
  /** Days of trades that two bytes cannot hold. */
  readonly farDays = new Map<number, number>();
  /** Lines that report the same trade are next to each other, with the one that counts for all of them first, if a filter finds it. */
  reports: Int32Array = new Int32Array(0);
  /** For each of the above, 1 if it is the first one of its trade. */
  areFirst: Uint8Array = new Uint8Array(0);
  readonly parties = new TradingPairs();
  /** Of all counted lines. */
  readonly tally = new LineTally();
  /** All lines under a filter that finds few, by filter: the next questions about it need not look at all lines again. */
  readonly foundBefore = new Map<string, Int32Array>();
  /** The accession number of each filing, as in the copy, by the number that its lines have here. */
  accessions = new BigInt64Array(FIRST_LINES);
  /** When each filing is listed, in milliseconds of its day. */
  times = new Int32Array(FIRST_LINES);
  by = Object.fromEntries(NUMBERS.map((name) => [name, new Int16Array(FIRST_LINES)])) as Record<NumberName, Int16Array>;
  /** The least and the most of the numbers in each block. Lines that are gone are included. */
  #bounds = Object.fromEntries(
    NUMBERS.map((name) => [name, { least: [] as number[], most: [] as number[] }]),
  ) as Record<NumberName, { least: number[]; most: number[] }>;
  #filing = 0;
  #lastReport = -1;

  static async of(connection: DuckDBConnection, version: string): Promise<CountedLines> {
    const lines = new CountedLines();
    lines.#grow(await firstFree(connection, 0));
    for await (const part of readParts(connection, 0)) lines.#add(part);
    lines.tally.end();
    lines.#addShared(await readShared(connection, 0, 0));
    lines.version = version;
    return lines;
  }

  /** What another thread needs to count the lines. The arrays are in memory that both threads read. */
  get shared() {
    const { length, filings, classes, industries, by } = this;
    return { columns: { length, filings, classes, industries, by }, bounds: this.#bounds };
  }

  static fromShared({ columns, bounds }: CountedLines["shared"]): CountedLines {
    const lines = Object.assign(new CountedLines(), columns);
    lines.#bounds = bounds;
    return lines;
  }

  /** @param gone the numbers of lines that are no longer in the copy */
  replace(gone: Int32Array, { parts, shared }: Read, version: string) {
    const counted = gone.filter((number) => number < this.length && (this.classes[number] as number) > 0).sort();
    this.tally.add(this, counted, -1);
    this.tally.end(-1);
    for (const number of gone) if (number < this.length) this.classes[number] = 0;
    for (const part of parts) this.#add(part);
    this.tally.end();
    this.#addShared(shared);
    this.foundBefore.clear();
    this.version = version;
  }

  /** The class of a line of a transaction, also if the line is not that of the first owner; 0 if it is gone. */
  classOf(line: number): number {
    return Math.abs(this.classes[line] as number);
  }

  /** The accession number of a counted line, as in the copy. */
  accessionOf(line: number): bigint {
    return this.accessions[this.filings[line] as number] as bigint;
  }

  /** When the filing of a counted line is listed, if two bytes hold the day, and its number. */
  listedOf(line: number): Listed {
    const at = (this.by.ordered[line] as number) * 86_400_000 + (this.times[this.filings[line] as number] as number);
    const accession = this.accessionOf(line);
    return { at, accession: accession < 0n ? null : accession };
  }

  /**
   * The wanted lines that lie in all of the ranges, some at a time. Those of a filing are next to each other.
   * @param backwards whether the last ones come first; within each part they are in the order of the copy
   * @param half only those of one half, to which all lines of a filing belong
   */
  *within(
    wanted: WantedLines,
    ranges: readonly LineRange[],
    { backwards = false, half = null }: { backwards?: boolean; half?: Half | null } = {},
  ): Generator<Int32Array> {
    const found = new Int32Array(BLOCK);
    const blocks = half === null ? this.#blocksIn(ranges) : this.#halfOf(this.#blocksIn(ranges), half);
    if (backwards) blocks.reverse();
    for (const block of blocks) yield this.narrow(this.#linesOf(block, found, wanted), ranges);
  }

  /** About how many lines have to be looked at for these ranges. */
  linesIn(ranges: readonly LineRange[]): number {
    return this.#blocksIn(ranges).length * BLOCK;
  }

  /** The blocks that may have lines in all of the ranges. Most have no line of a short period, because filings are in order. */
  #blocksIn(ranges: readonly LineRange[]): number[] {
    const blocks = Array.from({ length: Math.ceil(this.length / BLOCK) }, (_, block) => block);
    return blocks.filter((block) => ranges.every((range) => this.#mayHave(block, range)));
  }

  #halfOf(blocks: readonly number[], half: Half): number[] {
    const middle = blocks.findIndex((block, at) => 2 * at >= blocks.length && this.#beginsFiling(block));
    const cut = middle < 0 ? blocks.length : middle;
    return half === 0 ? blocks.slice(0, cut) : blocks.slice(cut);
  }

  /** Whether no filing has counted lines both in a block and before it. */
  #beginsFiling(block: number): boolean {
    let [last, first] = [block * BLOCK - 1, block * BLOCK];
    while (last >= 0 && this.filings[last] === 0) last--;
    while (first < this.length && this.filings[first] === 0) first++;
    return this.filings[last] !== this.filings[first];
  }

  #linesOf(block: number, into: Int32Array, { ofClasses, middle }: WantedLines): Int32Array {
    const { classes } = this;
    const begin = block * BLOCK;
    let count = 0;
    // Without a branch, which no processor could foresee: a line that is not wanted is overwritten by the next one. Four lines at a
    // time take little more than half the time, because the engine then looks up each array once for all of them.
    for (let line = begin; line < begin + BLOCK; line += 4) {
      const first = ofClasses[middle + (classes[line] as number)] as number;
      const second = ofClasses[middle + (classes[line + 1] as number)] as number;
      const third = ofClasses[middle + (classes[line + 2] as number)] as number;
      const fourth = ofClasses[middle + (classes[line + 3] as number)] as number;
      into[count] = line;
      count += first;
      into[count] = line + 1;
      count += second;
      into[count] = line + 2;
      count += third;
      into[count] = line + 3;
      count += fourth;
    }
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
        lines[count] = line;
        // The sign of these differences, which is -1 outside the range, and 0 in it.
        count += 1 + (((number - from) | (to - number)) >> 31);
      }
      length = count;
    }
    return lines.subarray(0, length);
  }

  /** Those of some lines that are wanted, in the memory of the given ones. */
  pick(lines: Int32Array, { ofClasses, middle }: WantedLines): Int32Array {
    const { classes } = this;
    let count = 0;
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] as number;
      lines[count] = line;
      count += ofClasses[middle + (classes[line] as number)] as number;
    }
    return lines.subarray(0, count);
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
          else if (ofLine > 0) break;
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
        while (at >= 0 && at < this.length && (this.filings[at] as number) <= 0) at += step;
        const filing = this.filings[at] ?? 0;
        if (filing === 0 || this.accessions[filing] !== filings[index]) continue;
        found.push(at);
        break;
      }
    return found;
  }

  #add({ numbers, filings, times, classes, ownerPositions, industries, pairs, values, by }: LinePart) {
    const last = numbers.reduce((most, number) => Math.max(most, number), -1);
    if (last >= this.classes.length) this.#grow(last + 1);
    this.length = Math.max(this.length, last + 1);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      this.industries[number] = industries[at] as number;
      this.pairs[number] = pairs[at] as number;
      this.values[number] = values[at] as number;
      if (ownerPositions[at] !== 1) {
        this.classes[number] = -(classes[at] as number);
        continue;
      }
      const accession = filings[at] as bigint;
      if (accession !== this.accessions[this.#filing] || this.#filing === 0) {
        this.#filing++;
        if (this.#filing >= this.accessions.length) this.#growFilings(Math.ceil(this.accessions.length * MORE_FILINGS));
        this.accessions[this.#filing] = accession;
        this.times[this.#filing] = times[at] as number;
      }
      this.filings[number] = this.#filing;
      this.classes[number] = classes[at] as number;
    }
    this.tally.add(
      this,
      numbers.filter((number) => (this.classes[number] as number) > 0),
    );
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

  #addShared({ pairs, reports, areFirst, exactValues, farDays }: Read["shared"]) {
    this.parties.add(pairs);
    this.#addReports(reports, areFirst);
    for (const [line, value] of exactValues) this.exactValues.set(line, value);
    for (const [line, day] of farDays) this.farDays.set(line, day);
  }

  #addReports(reports: Int32Array, areFirst: Uint8Array) {
    // Lines that were here before now stand beside further reports of their trade. There are hardly ever any.
    const moved = new Set(reports.filter((line) => line <= this.#lastReport));
    if (moved.size > 0) {
      const stays = this.reports.map((line) => Number(!moved.has(line)));
      this.areFirst = this.areFirst.filter((_, at) => stays[at] === 1);
      this.reports = this.reports.filter((_, at) => stays[at] === 1);
    }
    this.areFirst = joined(this.areFirst, areFirst);
    this.reports = joined(this.reports, reports);
    this.#lastReport = reports.reduce((most, line) => Math.max(most, line), this.#lastReport);
  }

  #growFilings(size: number) {
    this.accessions = longer(this.accessions, size);
    this.times = longer(this.times, size);
  }

  #grow(least: number) {
    // In whole blocks. Those beyond the last line are not wanted, as if they were gone.
    const size = Math.max(FIRST_LINES, Math.ceil((least * MORE_LINES) / BLOCK) * BLOCK);
    this.filings = longerShared(this.filings, size);
    this.classes = longerShared(this.classes, size);
    this.industries = longerShared(this.industries, size);
    this.pairs = longerShared(this.pairs, size);
    this.values = longerShared(this.values, size);
    for (const name of NUMBERS) this.by[name] = longerShared(this.by[name], size);
  }
}

function joined<Of extends Int32Array | Uint8Array>(first: Of, second: Of): Of {
  const both = longerShared(first, first.length + second.length);
  both.set(second, first.length);
  return both;
}
