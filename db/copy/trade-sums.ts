import Big from "big.js";
import { LEFT_OUT, NOT_SUMMED, PURCHASE, SALE } from "@/db/copy/facet-classes";
import { NO_DAY } from "@/db/copy/group-keys";
import { longer } from "@/db/copy/longer";
import type { TradeBlock } from "@/db/copy/trade-block";

/** For each group, how many trades are summed in each way: `NOT_SUMMED`, `PURCHASE`, `SALE`, `LEFT_OUT`. */
const WAYS = 4;
/** What is kept twice for each group: for purchases and for sales, or for the first and the last day. */
const PAIR = 2;
/** Sums of millionths beyond this are kept elsewhere, because only numbers below 2^53 are exact. No single value is as large. */
const MOST_EXACT = 2 ** 52;

const SIDES = ["bought", "sold"] as const;
type Side = (typeof SIDES)[number];

/** How often what was bought counts, and what was sold: `[1, -1]` is the one minus the other. */
export type Counting = readonly [bought: number, sold: number];

/** Exact sums of the trades of many groups, which have numbers from 0. */
export class TradeSums {
  #counts: Int32Array;
  #missing: Int32Array;
  #days: Int32Array;
  /** In millionths. */
  #sums: Float64Array;
  /** What else belongs to the sums, in hundred-millionths: values in `exactValues`, and what became too large. */
  readonly #exact = new Map<number, [bigint, bigint]>();

  /** @param withDays whether the first and last day of groups may be asked for. Of millions of groups they take much memory. */
  constructor(
    groups: number,
    readonly exactValues: ReadonlyMap<number, bigint>,
    readonly withDays = true,
  ) {
    this.#counts = new Int32Array(groups * WAYS);
    this.#missing = new Int32Array(groups * PAIR);
    this.#days = new Int32Array(withDays ? groups * PAIR : 0);
    this.#sums = new Float64Array(groups * PAIR);
  }

  /** There is room for this many groups. */
  get length(): number {
    return this.#counts.length / WAYS;
  }

  /** Makes room for more groups. */
  grow(groups: number) {
    if (groups <= this.length) return;
    const size = Math.ceil(groups * 1.5);
    this.#counts = longer(this.#counts, size * WAYS);
    this.#missing = longer(this.#missing, size * PAIR);
    if (this.withDays) this.#days = longer(this.#days, size * PAIR);
    this.#sums = longer(this.#sums, size * PAIR);
  }

  /**
   * Adds trades, each to its group.
   * @param values as in `CountedLines.values`
   */
  add(block: TradeBlock, values: Float64Array) {
    this.#count(block);
    if (this.withDays) this.#addDays(block);
    const { length, lines, groups, summedAs, rare } = block;
    const sums = this.#sums;
    let others = 0;
    for (let at = 0; at < length; at++) {
      const side = (summedAs[at] as number) - PURCHASE;
      if (side !== 0 && side !== 1) continue;
      const of = (groups[at] as number) * PAIR + side;
      const sum = (sums[of] as number) + (values[lines[at] as number] as number);
      // Values that are not known or elsewhere, and sums that become too large. Without a call, this loop takes half the time.
      if (Math.abs(sum) < MOST_EXACT) sums[of] = sum;
      else rare[others++] = at;
    }
    for (const at of rare.subarray(0, others)) {
      const line = lines[at] as number;
      this.#addValue((groups[at] as number) * PAIR + Number(summedAs[at] === SALE), line, values[line] as number);
    }
  }

  #count({ length, groups, summedAs }: TradeBlock) {
    const counts = this.#counts;
    for (let at = 0; at < length; at++) {
      const way = (groups[at] as number) * WAYS + (summedAs[at] as number);
      counts[way] = (counts[way] as number) + 1;
    }
  }

  #addDays({ length, groups, days }: TradeBlock) {
    const ofGroups = this.#days;
    for (let at = 0; at < length; at++)
      if (days[at] !== NO_DAY) addDay(ofGroups, groups[at] as number, days[at] as number);
  }

  /** @param at of a group and side */
  #addValue(at: number, line: number, value: number) {
    if (Number.isNaN(value)) this.#missing[at] = (this.#missing[at] as number) + 1;
    else if (value === Number.POSITIVE_INFINITY) this.#addExact(at, this.exactValues.get(line) ?? 0n);
    else this.#addMillionths(at, value);
  }

  #addMillionths(at: number, millionths: number) {
    const sum = (this.#sums[at] as number) + millionths;
    const isTooLarge = Math.abs(sum) >= MOST_EXACT;
    this.#sums[at] = isTooLarge ? 0 : sum;
    if (isTooLarge) this.#addExact(at, BigInt(sum) * 100n);
  }

  #addExact(at: number, value: bigint) {
    const [group, side] = [at >> 1, at & 1];
    const sums = this.#exact.get(group) ?? [0n, 0n];
    sums[side] = (sums[side] as bigint) + value;
    this.#exact.set(group, sums);
  }

  /** Adds what other sums have for one of their groups. */
  addAll(group: number, from: TradeSums, other: number) {
    const add = (into: Int32Array, found: Int32Array, length: number) => {
      for (let at = 0; at < length; at++)
        into[group * length + at] = (into[group * length + at] as number) + (found[other * length + at] as number);
    };
    add(this.#counts, from.#counts, WAYS);
    add(this.#missing, from.#missing, PAIR);
    for (const day of [from.first(other), from.last(other)]) if (day !== null) addDay(this.#days, group, day);
    for (const side of [0, 1]) this.#addMillionths(group * PAIR + side, from.#sums[other * PAIR + side] as number);
    for (const [side, value] of from.#exact.get(other)?.entries() ?? []) this.#addExact(group * PAIR + side, value);
  }

  trades = (group: number) =>
    this.#counted(group, NOT_SUMMED) + this.purchases(group) + this.sales(group) + this.leftOut(group);
  purchases = (group: number) => this.#counted(group, PURCHASE);
  sales = (group: number) => this.#counted(group, SALE);
  leftOut = (group: number) => this.#counted(group, LEFT_OUT);
  valueMissing = (group: number) =>
    (this.#missing[group * PAIR] as number) + (this.#missing[group * PAIR + 1] as number);

  #counted(group: number, way: number): number {
    return this.#counts[group * WAYS + way] as number;
  }

  first = (group: number) => this.#day(group * PAIR);
  last = (group: number) => this.#day(group * PAIR + 1);

  #day(at: number): number | null {
    const number = this.#days[at] as number;
    return number === 0 ? null : number + NO_DAY;
  }

  /** Whether the value is known of any purchase or sale of a side, or there are none. */
  isKnown(group: number, side: Side): boolean {
    const sale = SIDES.indexOf(side);
    const all = this.#counted(group, PURCHASE + sale);
    return all === 0 || all > (this.#missing[group * PAIR + sale] as number);
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
    const sum = (side: 0 | 1) => BigInt(this.#sums[group * PAIR + side] as number) * 100n + (exact?.[side] ?? 0n);
    return BigInt(ofBought) * sum(0) + BigInt(ofSold) * sum(1);
  }

  /** The same, rounded only once: a larger sum never has a smaller number, so that only equal numbers need the exact sums. */
  rounded(group: number, counting: Counting): number {
    const [bought, sold] = [this.#sums[group * PAIR] as number, this.#sums[group * PAIR + 1] as number];
    const sum = counting[0] * bought + counting[1] * sold;
    return Number.isSafeInteger(sum) && !this.#exact.has(group) ? 100 * sum : Number(this.exact(group, counting));
  }
}

/** Days are kept as positive numbers; 0 means that there is none. */
function addDay(days: Int32Array, group: number, day: number) {
  const [first, last, number] = [group * PAIR, group * PAIR + 1, day - NO_DAY];
  if (days[first] === 0 || number < (days[first] as number)) days[first] = number;
  if (number > (days[last] as number)) days[last] = number;
}
