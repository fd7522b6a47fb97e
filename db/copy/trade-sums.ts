import Big from "big.js";
import { LEFT_OUT, SALE } from "@/db/copy/facet-classes";
import { NO_DAY } from "@/db/copy/group-keys";
import { longer } from "@/db/copy/longer";

/** What is counted of purchases and sales for each group, next to each other in memory. */
const [PURCHASES, SALES, BOUGHT_MISSING, SOLD_MISSING, LEFT, COUNTS] = [0, 1, 2, 3, 4, 5];
/** The first and last day of each group. */
const [FIRST, LAST, DAYS] = [0, 1, 2];
/** Sums of millionths are kept in two parts, because only numbers below 2^53 are exact: of what was bought, then of what was sold. */
const PARTS = 4;
const HIGH = 2 ** 24;

const SIDES = ["bought", "sold"] as const;
type Side = (typeof SIDES)[number];

/** How often what was bought counts, and what was sold: `[1, -1]` is the one minus the other. */
export type Counting = readonly [bought: number, sold: number];

/** Exact sums of the trades of many groups, which have numbers from 0. */
export class TradeSums {
  /** Apart from the others, because an order of groups often needs no more of most trades. */
  #trades: Int32Array;
  #days: Int32Array;
  #counts: Int32Array;
  #parts: Float64Array;
  /** Sums of the values in `exactValues`, in hundred-millionths: bought and sold. */
  readonly #exact = new Map<number, [bigint, bigint]>();

  constructor(
    groups: number,
    readonly exactValues: ReadonlyMap<number, bigint>,
  ) {
    this.#trades = new Int32Array(groups);
    this.#days = new Int32Array(groups * DAYS);
    this.#counts = new Int32Array(groups * COUNTS);
    this.#parts = new Float64Array(groups * PARTS);
  }

  /** There is room for this many groups. */
  get length(): number {
    return this.#trades.length;
  }

  /** Makes room for more groups. */
  grow(groups: number) {
    if (groups <= this.#trades.length) return;
    const size = Math.ceil(groups * 1.5);
    this.#trades = longer(this.#trades, size);
    this.#days = longer(this.#days, size * DAYS);
    this.#counts = longer(this.#counts, size * COUNTS);
    this.#parts = longer(this.#parts, size * PARTS);
  }

  /** @param day `NO_DAY` if it is not known */
  count(group: number, day: number) {
    this.#trades[group] = (this.#trades[group] as number) + 1;
    if (day !== NO_DAY) this.#addDay(group, day);
  }

  /** Days are kept as numbers above 0, which stands for none. */
  #addDay(group: number, day: number) {
    const days = this.#days;
    const at = group * DAYS;
    const number = day - NO_DAY;
    const first = days[at + FIRST] as number;
    if (first === 0 || number < first) days[at + FIRST] = number;
    if (number > (days[at + LAST] as number)) days[at + LAST] = number;
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
    this.#trades[group] = this.trades(group) + from.trades(other);
    for (const day of [from.first(other), from.last(other)]) if (day !== null) this.#addDay(group, day);
    for (let count = PURCHASES; count <= LEFT; count++)
      this.#counts[into + count] = (this.#counts[into + count] as number) + (from.#counts[at + count] as number);
    for (let part = 0; part < PARTS; part++)
      this.#parts[group * PARTS + part] =
        (this.#parts[group * PARTS + part] as number) + (from.#parts[other * PARTS + part] as number);
    for (const [sale, value] of from.#exact.get(other)?.entries() ?? []) this.#addExact(group, sale, value);
  }

  trades = (group: number) => this.#trades[group] as number;
  purchases = (group: number) => this.#counts[group * COUNTS + PURCHASES] as number;
  sales = (group: number) => this.#counts[group * COUNTS + SALES] as number;
  leftOut = (group: number) => this.#counts[group * COUNTS + LEFT] as number;
  valueMissing = (group: number) =>
    (this.#counts[group * COUNTS + BOUGHT_MISSING] as number) + (this.#counts[group * COUNTS + SOLD_MISSING] as number);

  first = (group: number) => this.#day(group * DAYS + FIRST);
  last = (group: number) => this.#day(group * DAYS + LAST);

  #day(at: number): number | null {
    const number = this.#days[at] as number;
    return number === 0 ? null : number + NO_DAY;
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
    const [bought, sold] = [this.#sumFrom(group * PARTS), this.#sumFrom(group * PARTS + 2)];
    const sum = counting[0] * bought + counting[1] * sold;
    const areExact = Number.isSafeInteger(bought) && Number.isSafeInteger(sold) && Number.isSafeInteger(sum);
    return areExact && !this.#exact.has(group) ? 100 * sum : Number(this.exact(group, counting));
  }

  #sumFrom(part: number): number {
    return (this.#parts[part] as number) * HIGH + (this.#parts[part + 1] as number);
  }
}
