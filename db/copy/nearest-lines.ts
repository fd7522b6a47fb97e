import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { PlaceInOrder } from "@/db/copy/place-in-order";
import type { ResolvedFilter } from "@/db/copy/questions";
import { linesMeeting } from "@/db/copy/wanted-lines";
import type { PageOfList } from "@/db/queries/list-filings";

/** More lines than this in one place of the order are left to DuckDB. */
const MOST_TOGETHER = 1 << 16;
const FIRST_TOGETHER = 1 << 8;

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

  /** No later place can be among them. */
  get last(): number {
    return this.#last;
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
 * The first lines after a start that meet a filter: at least as many as wanted, if there are. Every line that comes before one of them
 * is among them too.
 * @returns null if only DuckDB can find them
 */
export async function nearestLines(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  { order, start }: Pick<PageOfList, "order" | "start">,
  wanted: number,
): Promise<Int32Array | null> {
  const inOrder = new PlaceInOrder(lines, classes, { order, start });
  const first = new FirstPlaces(start === null ? 0 : inOrder.ofStart(order, start.cursor), wanted);
  // Becomes smaller while lines are found, so that most others are not looked at.
  const near = inOrder.between(first.first, first.last);
  const search = searchFor(connection, classes, lines, asked, { besides: near });
  if (!search.isInMemory) return null;
  for await (const numbers of search.find(inOrder.isBackwards)) {
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      if (!first.add(line, inOrder.of(line, lines.classes[line] as number))) return null;
    }
    Object.assign(near, inOrder.between(first.first, first.last));
  }
  // After a start, the other lines of a filing say whether it comes before.
  if (start === null) return first.lines;
  const { ranges } = searchFor(connection, classes, lines, asked);
  return lines.pick(lines.narrow(lines.ofSameFilings(first.lines), ranges), linesMeeting(classes, asked.filter));
}
