import { codeOfText } from "@/db/copy/amount-codes";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { FARTHEST, isFar, type LineRange, NOTHING, type NumberName } from "@/db/copy/line-ranges";
import type { PageOfList } from "@/db/queries/list-filings";
import type { Cursor } from "@/lib/filters/cursor";
import type { ListOrder } from "@/lib/filters/list-order";

/** What a list is sorted by, before the day by which filings are listed. */
const SORTED_BY: Partial<Record<ListOrder["column"], NumberName>> = {
  traded: "tradedOn",
  value: "value",
  shares: "shares",
  price: "price",
  change: "change",
  delay: "delay",
};

/** An implausible one counts as none. */
const ONLY_PLAUSIBLE: readonly ListOrder["column"][] = ["shares", "price"];

const cut = (number: number) => Math.max(NOTHING + 1, Math.min(number, FARTHEST));
const dayOf = (date: string) => cut(Math.floor(Date.parse(date) / 86_400_000));

/**
 * Where a line is in an order, from its numbers in memory. Lines in the same place are in an order that only DuckDB knows, because two
 * bytes do not hold their whole amounts.
 */
export class PlaceInOrder {
  readonly #name: NumberName | undefined;
  readonly #numbers: Int16Array | null;
  readonly #days: Int16Array;
  /** Null if it does not matter. */
  readonly #isImplausible: Uint8Array | null;
  /** Whether lines are sorted by an amount. */
  readonly isAmount: boolean;
  readonly #isAscending: boolean;
  readonly #isNewestFirst: boolean;

  constructor(lines: CountedLines, classes: FacetClasses, { order, start }: Pick<PageOfList, "order" | "start">) {
    const name = SORTED_BY[order.column];
    this.#name = name;
    const isBack = start?.isBack === true;
    this.#numbers = name === undefined ? null : lines.by[name];
    this.#days = lines.by.ordered;
    this.isAmount = name !== undefined && name !== "tradedOn" && name !== "delay";
    this.#isAscending = order.descending === isBack;
    this.#isNewestFirst = name === undefined ? !this.#isAscending : true;
    this.#isImplausible = ONLY_PLAUSIBLE.includes(order.column) ? classes.isImplausible : null;
  }

  /** Whether lines near the beginning of the order are near the end of the copy. */
  get isBackwards() {
    return this.#isNewestFirst;
  }

  /** The day or delay that a line is sorted by; null if it has none. */
  numberOf(line: number): number | null {
    const number = this.#numbers?.[line] ?? NOTHING;
    return number === NOTHING ? null : number;
  }

  /** Ascends in the order. */
  of(line: number, ofClass: number): number {
    const day = this.#days[line] as number;
    if (this.#numbers === null) return this.#place(0, day, true);
    if (this.isLast(line, ofClass)) return this.#place(NOTHING, day, true);
    return this.#placeOf(this.#numbers[line] as number, day);
  }

  /** Whether a line has no value to sort by. */
  isLast(line: number, ofClass: number): boolean {
    return this.#numbers !== null && (this.#isImplausible?.[ofClass] === 1 || this.#numbers[line] === NOTHING);
  }

  /** Whether two bytes may not hold the day by which a line is listed, or the day or delay that it is sorted by. */
  isCut(line: number): boolean {
    return isFar(this.#days[line]) || (!this.isAmount && isFar(this.#numbers?.[line]));
  }

  /** Whether lines in a place may differ in what they are sorted by. */
  isInexact(place: number): boolean {
    const ofNumber = Math.floor(place / 0x10000);
    return (
      this.isAmount && ofNumber !== 0xffff && (this.#isAscending ? ofNumber + NOTHING : FARTHEST - ofNumber) % 2 !== 0
    );
  }

  /** The place of a cursor, which is the first one from which lines can be after it. */
  ofStart({ column }: ListOrder, { orderedAt, key = null }: Cursor): number {
    const day = dayOf(orderedAt);
    if (this.#numbers === null) return this.#place(0, day, true);
    if (key === null) return this.#place(NOTHING, day, true);
    if (this.isAmount) return this.#placeOf(codeOfText(key), day);
    return this.#placeOf(column === "traded" ? dayOf(key) : cut(Number(key)), day);
  }

  /** A range that has all lines between two places, and perhaps others. */
  between(first: number, last: number): LineRange {
    if (this.#numbers === null) {
      const [one, other] = [first, last].map((place) => (this.#isNewestFirst ? FARTHEST - place : place + NOTHING));
      return rangeOf("ordered", one, other);
    }
    const [least, most] = [first, last].map((place) => Math.min(Math.floor(place / 0x10000), 0xffff));
    // Those that are last have no number, or an implausible one.
    if (most === 0xffff) return rangeOf(this.#name, NOTHING, FARTHEST);
    const [one, other] = [least, most].map((number = 0) => (this.#isAscending ? number + NOTHING : FARTHEST - number));
    return rangeOf(this.#name, one, other);
  }

  #placeOf(number: number, day: number): number {
    // Between two bounds, or cut.
    const isExact = this.isAmount ? number % 2 === 0 : number > NOTHING + 1 && number < FARTHEST;
    return this.#place(number, day, isExact || number === NOTHING);
  }

  #place(number: number, day: number, isExact: boolean): number {
    const ofNumber = number === NOTHING ? 0xffff : this.#isAscending ? number - NOTHING : FARTHEST - number;
    const ofDay = !isExact ? 0 : this.#isNewestFirst ? FARTHEST - day : day - NOTHING;
    return (this.#numbers === null ? 0 : ofNumber) * 0x10000 + ofDay;
  }
}

function rangeOf(of: NumberName = "ordered", one = NOTHING, other = FARTHEST): LineRange {
  return { of, from: Math.max(NOTHING, Math.min(one, other)), to: Math.min(FARTHEST, Math.max(one, other)) };
}
