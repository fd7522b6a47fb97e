import Big from "big.js";
import { LEFT_OUT, SALE } from "@/db/copy/facet-classes";
import { NO_DAY } from "@/db/copy/group-keys";

/** What is counted for each group, next to each other in memory. */
const [TRADES, PURCHASES, SALES, BOUGHT_MISSING, SOLD_MISSING, LEFT, FIRST, LAST, COUNTS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** Sums of millionths are kept in two parts, because only numbers below 2^53 are exact: of what was bought, then of what was sold. */
const PARTS = 4;
const HIGH = 2 ** 24;

const [LATEST, EARLIEST] = [0x7fffffff, -0x80000000];

const SIDES = ["bought", "sold"] as const;
type Side = (typeof SIDES)[number];

/** How often what was bought counts, and what was sold: `[1, -1]` is the one minus the other. */
export type Counting = readonly [bought: number, sold: number];

/** Exact sums of the trades of many groups, which have numbers from 0. */
export class TradeSums {
  #counts: Int32Array;
  #parts: Float64Array;
  /** Sums of the values in `exactValues`, in hundred-millionths: bought and sold. */
  readonly #exact = new Map<number, [bigint, bigint]>();

  constructor(
    groups: number,
    readonly exactValues: ReadonlyMap<number, bigint>,
  ) {
    this.#counts = new Int32Array(groups * COUNTS);
    this.#parts = new Float64Array(groups * PARTS);
    this.#begin(0, groups);
  }

  /** Makes room for more groups. */
  grow(groups: number) {
    const before = this.#counts.length / COUNTS;
    if (groups <= before) return;
    const size = Math.ceil(groups * 1.5);
    const [counts, parts] = [new Int32Array(size * COUNTS), new Float64Array(size * PARTS)];
    counts.set(this.#counts);
    parts.set(this.#parts);
    [this.#counts, this.#parts] = [counts, parts];
    this.#begin(before, size);
  }

  #begin(from: number, to: number) {
    for (let group = from; group < to; group++) {
      this.#counts[group * COUNTS + FIRST] = LATEST;
      this.#counts[group * COUNTS + LAST] = EARLIEST;
    }
  }

  /** @param day `NO_DAY` if it is not known */
  count(group: number, day: number) {
    const counts = this.#counts;
    const at = group * COUNTS;
    counts[at + TRADES] = (counts[at + TRADES] as number) + 1;
    if (day === NO_DAY) return;
    if (day < (counts[at + FIRST] as number)) counts[at + FIRST] = day;
    if (day > (counts[at + LAST] as number)) counts[at + LAST] = day;
  }

  /**
   * Adds a trade that was counted to the sums.
   * @param summedAs what the class of the line is in sums
   * @param value as in `CountedLines.values`
   */
  sum(group: number, line: number, summedAs: number, value: number) {
    const counts = this.#counts;
    const left = group * COUNTS + LEFT;
    if (summedAs === LEFT_OUT) counts[left] = (counts[left] as number) + 1;
    else this.#addValue(group, line, Number(summedAs === SALE), value);
  }

  #addValue(group: number, line: number, sale: number, value: number) {
    const [counts, parts] = [this.#counts, this.#parts];
    const at = group * COUNTS + sale;
    counts[at + PURCHASES] = (counts[at + PURCHASES] as number) + 1;
    if (Number.isNaN(value)) counts[at + BOUGHT_MISSING] = (counts[at + BOUGHT_MISSING] as number) + 1;
    else if (value === Number.POSITIVE_INFINITY) this.#addExact(group, sale, this.exactValues.get(line) ?? 0n);
    else {
      const part = group * PARTS + 2 * sale;
      const high = Math.floor(value / HIGH);
      parts[part] = (parts[part] as number) + high;
      parts[part + 1] = (parts[part + 1] as number) + (value - high * HIGH);
    }
  }

  #addExact(group: number, sale: number, value: bigint) {
    const sums = this.#exact.get(group) ?? [0n, 0n];
    sums[sale] = (sums[sale] as bigint) + value;
    this.#exact.set(group, sums);
  }

  /** Adds what other sums have for one of their groups. */
  addAll(group: number, from: TradeSums, other: number) {
    const [into, at] = [group * COUNTS, other * COUNTS];
    for (let count = TRADES; count <= LEFT; count++)
      this.#counts[into + count] = (this.#counts[into + count] as number) + (from.#counts[at + count] as number);
    this.#counts[into + FIRST] = Math.min(this.#counts[into + FIRST] as number, from.#counts[at + FIRST] as number);
    this.#counts[into + LAST] = Math.max(this.#counts[into + LAST] as number, from.#counts[at + LAST] as number);
    for (let part = 0; part < PARTS; part++)
      this.#parts[group * PARTS + part] =
        (this.#parts[group * PARTS + part] as number) + (from.#parts[other * PARTS + part] as number);
    for (const [sale, value] of from.#exact.get(other)?.entries() ?? []) this.#addExact(group, sale, value);
  }

  trades = (group: number) => this.#counts[group * COUNTS + TRADES] as number;
  purchases = (group: number) => this.#counts[group * COUNTS + PURCHASES] as number;
  sales = (group: number) => this.#counts[group * COUNTS + SALES] as number;
  leftOut = (group: number) => this.#counts[group * COUNTS + LEFT] as number;
  valueMissing = (group: number) =>
    (this.#counts[group * COUNTS + BOUGHT_MISSING] as number) + (this.#counts[group * COUNTS + SOLD_MISSING] as number);

  first(group: number): number | null {
    const day = this.#counts[group * COUNTS + FIRST] as number;
    return day === LATEST ? null : day;
  }

  last(group: number): number | null {
    const day = this.#counts[group * COUNTS + LAST] as number;
    return day === EARLIEST ? null : day;
  }

  /** Whether the value is known of any purchase or sale of a side, or there are none. */
  isKnown(group: number, side: Side): boolean {
    const at = group * COUNTS + SIDES.indexOf(side);
    const all = this.#counts[at + PURCHASES] as number;
    return all === 0 || all > (this.#counts[at + BOUGHT_MISSING] as number);
  }

  /** What was bought, or sold, in dollars; null if there are such trades, and none has a value. */
  dollars(group: number, side: Side): string | null {
    if (!this.isKnown(group, side)) return null;
    const sum = this.exact(group, side === "bought" ? [1, 0] : [0, 1]);
    return new Big(String(sum)).div(100_000_000).toFixed();
  }

  /** What was bought, and what was sold, each as often as it counts, in hundred-millionths of a dollar. */
  exact(group: number, [ofBought, ofSold]: Counting): bigint {
    const exact = this.#exact.get(group);
    const sum = (sale: 0 | 1) => {
      const part = group * PARTS + 2 * sale;
      const millionths = BigInt(this.#parts[part] as number) * BigInt(HIGH) + BigInt(this.#parts[part + 1] as number);
      return millionths * 100n + (exact?.[sale] ?? 0n);
    };
    return BigInt(ofBought) * sum(0) + BigInt(ofSold) * sum(1);
  }

  /** The same, rounded only once: a larger sum never has a smaller number, so that only equal numbers need the exact sums. */
  rounded(group: number, counting: Counting): number {
    const part = group * PARTS;
    const sumFrom = (at: number) => (this.#parts[at] as number) * HIGH + (this.#parts[at + 1] as number);
    const [bought, sold] = [sumFrom(part), sumFrom(part + 2)];
    const sum = counting[0] * bought + counting[1] * sold;
    const areExact = Number.isSafeInteger(bought) && Number.isSafeInteger(sold) && Number.isSafeInteger(sum);
    return areExact && !this.#exact.has(group) ? 100 * sum : Number(this.exact(group, counting));
  }
}
