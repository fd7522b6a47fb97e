import type { DuckDBConnection } from "@duckdb/node-api";
import { codeOfText } from "@/db/copy/amount-codes";
import { foundClasses } from "@/db/copy/class-masks";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { FARTHEST, NOTHING, type NumberName } from "@/db/copy/line-ranges";
import type { ResolvedFilter } from "@/db/copy/questions";
import type { Place } from "@/db/queries/list-filings";
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

/** More lines than this in one place of the order are left to DuckDB. */
const MOST_TOGETHER = 1 << 16;
const FIRST_TOGETHER = 1 << 13;

/** The lines in the first places of an order, and no line of a later one; null if too many are in the same place. */
class FirstPlaces {
  #places = new Float64Array(FIRST_TOGETHER);
  #lines = new Int32Array(FIRST_TOGETHER);
  #length = 0;
  #last = Number.POSITIVE_INFINITY;

  /** @param first lines in this place may come before the start, and do not count as wanted */
  constructor(
    readonly first: number,
    readonly wanted: number,
  ) {}

  /** @returns whether there is room for more */
  add(line: number, place: number): boolean {
    if (place < this.first || place > this.#last) return true;
    if (this.#length === this.#places.length && !this.#makeRoom()) return false;
    this.#places[this.#length] = place;
    this.#lines[this.#length++] = line;
    return true;
  }

  get lines(): Int32Array {
    this.#leaveOutLater();
    return this.#lines.subarray(0, this.#length);
  }

  #makeRoom(): boolean {
    this.#leaveOutLater();
    const size = this.#places.length;
    if (this.#length * 2 <= size) return true;
    if (size >= MOST_TOGETHER) return false;
    const [places, lines] = [this.#places, this.#lines];
    this.#places = new Float64Array(size * 2);
    this.#places.set(places);
    this.#lines = new Int32Array(size * 2);
    this.#lines.set(lines);
    return true;
  }

  #leaveOutLater() {
    const places = this.#places.slice(0, this.#length).sort();
    const wanted = places.lastIndexOf(this.first) + this.wanted;
    if (wanted >= places.length) return;
    this.#last = places[wanted] as number;
    let length = 0;
    for (let at = 0; at < this.#length; at++) {
      if ((this.#places[at] as number) > this.#last) continue;
      this.#places[length] = this.#places[at] as number;
      this.#lines[length++] = this.#lines[at] as number;
    }
    this.#length = length;
  }
}

/**
 * The first lines after a start that meet a filter: at least as many as wanted, if there are, and all others of their filings. None
 * that come before one of these are left out.
 * @returns null if only DuckDB can find them
 */
export async function nearestLines(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  { order, start }: Pick<Place, "order" | "start">,
  wanted: number,
): Promise<Int32Array | null> {
  const isFound = foundClasses(classes, asked.filter);
  const inOrder = new PlaceInOrder(lines, classes, { order, start });
  const first = new FirstPlaces(start === null ? 0 : inOrder.ofStart(order, start.cursor), wanted);
  for await (const numbers of searchFor(connection, lines, asked).find(inOrder.isBackwards))
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      const ofLine = lines.classes[line] as number;
      if (isFound[ofLine] === 1 && !first.add(line, inOrder.of(line, ofLine))) return null;
    }
  return lines.ofSameFilings(first.lines);
}

/**
 * Where a line is in an order, from its numbers in memory. Lines in the same place are in an order that only DuckDB knows, because two
 * bytes do not hold their whole amounts.
 */
class PlaceInOrder {
  readonly #numbers: Int16Array | null;
  readonly #days: Int16Array;
  readonly #isImplausible: Uint8Array;
  readonly #isAmount: boolean;
  readonly #isAscending: boolean;
  readonly #isNewestFirst: boolean;

  constructor(lines: CountedLines, classes: FacetClasses, { order, start }: Pick<Place, "order" | "start">) {
    const name = SORTED_BY[order.column];
    const isBack = start?.isBack === true;
    this.#numbers = name === undefined ? null : lines.by[name];
    this.#days = lines.by.ordered;
    this.#isAmount = name !== undefined && name !== "tradedOn" && name !== "delay";
    this.#isAscending = order.descending === isBack;
    this.#isNewestFirst = name === undefined ? !this.#isAscending : true;
    const areAllPlausible = !ONLY_PLAUSIBLE.includes(order.column);
    this.#isImplausible = Uint8Array.from(classes.kinds, (kind) =>
      Number(!areAllPlausible && kind?.implausible === "i"),
    );
  }

  /** Whether lines near the beginning of the order are near the end of the copy. */
  get isBackwards() {
    return this.#isNewestFirst;
  }

  /** Ascends in the order. */
  of(line: number, ofClass: number): number {
    const day = this.#days[line] as number;
    if (this.#numbers === null) return this.#place(0, day, true);
    if (this.#isImplausible[ofClass] === 1) return this.#place(NOTHING, day, true);
    return this.#placeOf(this.#numbers[line] as number, day);
  }

  /** The place of a cursor, which is the first one from which lines can be after it. */
  ofStart({ column }: ListOrder, { orderedAt, key = null }: Cursor): number {
    const day = dayOf(orderedAt);
    if (this.#numbers === null) return this.#place(0, day, true);
    if (key === null) return this.#place(NOTHING, day, true);
    if (this.#isAmount) return this.#placeOf(codeOfText(key), day);
    return this.#placeOf(column === "traded" ? dayOf(key) : cut(Number(key)), day);
  }

  #placeOf(number: number, day: number): number {
    // Between two bounds, or cut.
    const isExact = this.#isAmount ? number % 2 === 0 : number > NOTHING + 1 && number < FARTHEST;
    return this.#place(number, day, isExact || number === NOTHING);
  }

  #place(number: number, day: number, isExact: boolean): number {
    const ofNumber = number === NOTHING ? 0xffff : this.#isAscending ? number - NOTHING : FARTHEST - number;
    const ofDay = !isExact ? 0 : this.#isNewestFirst ? FARTHEST - day : day - NOTHING;
    return (this.#numbers === null ? 0 : ofNumber) * 0x10000 + ofDay;
  }
}
