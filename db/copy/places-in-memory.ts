import type { DuckDBConnection } from "@duckdb/node-api";
import type Big from "big.js";
import { sql } from "drizzle-orm";
import { accessionNumbersOf } from "@/db/copy/accession-numbers";
import type { CountedLines } from "@/db/copy/counted-lines";
import { rowsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { linesAt } from "@/db/copy/lines-at";
import { areTied, compareListed, type Listed, listedOf } from "@/db/copy/listed-order";
import { nearestLines } from "@/db/copy/nearest-lines";
import { PlaceInOrder } from "@/db/copy/place-in-order";
import type { ResolvedFilter } from "@/db/copy/questions";
import { SORT_KEYS } from "@/db/copy/sort-keys";
import type { FoundPage, PageOfList } from "@/db/queries/list-filings";
import type { Cursor } from "@/lib/filters/cursor";
import { parseDecimal } from "@/lib/values/decimal";

/** The key is an amount that two bytes do not hold; null if there is none, or it was not read. */
type Ordered = Listed & { place: number; key: Big | null };

/** A filing, and those of its lines that are in its best place. */
type Found = Ordered & { lines: number[] };

/**
 * A page of filings in order, each in the place of its best line under the filter. DuckDB is asked only for amounts that two bytes do not
 * hold, and only for those that decide the order or begin or end the page: each line takes it most of a millisecond.
 * @returns null if only DuckDB can find them
 */
export async function placesInMemory(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  place: PageOfList,
): Promise<FoundPage | null> {
  // On the way back, a line that is nearest may not be the best one of its filing, so all filings have to be looked at.
  if (place.order.column !== "filed" && place.start?.isBack === true) return null;
  const page = new PageInMemory(connection, classes, lines, place);
  for (let wanted = 2 * (place.limit + 1); ; wanted *= 8) {
    const nearest = await nearestLines(connection, classes, lines, asked, place, wanted);
    if (nearest === null) return null;
    const found = await page.of(nearest);
    if (found === null || found.isMore || nearest.length < wanted) return found;
  }
}

class PageInMemory {
  readonly #inOrder: PlaceInOrder;
  readonly #start: Ordered | null;

  constructor(
    readonly connection: DuckDBConnection,
    readonly classes: FacetClasses,
    readonly lines: CountedLines,
    readonly place: PageOfList,
  ) {
    const { order, start } = place;
    this.#inOrder = new PlaceInOrder(lines, classes, place);
    this.#start = start && {
      ...listedOf(start.cursor),
      place: this.#inOrder.ofStart(order, start.cursor),
      key: this.#inOrder.isAmount ? parseDecimal(start.cursor.key ?? null) : null,
    };
  }

  /** The page, if all lines in the first places are given; null if memory does not know the order. */
  async of(nearest: Int32Array): Promise<FoundPage | null> {
    const { limit, start } = this.place;
    const found = this.#filingsOf(nearest);
    const ofStart = found.findLastIndex(({ place }) => place === this.#start?.place);
    const end = found[ofStart + limit + 1]?.place ?? Number.POSITIVE_INFINITY;
    const near = found.filter(({ place }) => place <= end);
    if (near.some(({ lines }) => lines.some((line) => this.#inOrder.isCut(line)))) return null;
    if (areTied(this.#start === null ? near : [...near, this.#start])) return null;
    const isShared = (place: number, at: number) =>
      [near[at - 1], near[at + 1], this.#start].some((other) => other?.place === place);
    await this.#readKeys(near.filter(({ place }, at) => this.#inOrder.isInexact(place) && isShared(place, at)));
    near.sort((one, other) => this.#compare(one, other));
    const further = near.filter((filing) => this.#start === null || this.#compare(this.#start, filing) < 0);
    const page = further.slice(0, limit);
    const [one = null, other = null] = [page.at(0), page.at(-1)];
    await this.#readKeys([one, other].filter((filing) => filing !== null));
    const numbers = await accessionNumbersOf(
      this.connection,
      this.lines,
      page.map(({ lines: [line = 0] }) => line),
    );
    const ends = [this.#cursorOf(one, numbers.at(0)), this.#cursorOf(other, numbers.at(-1))] as const;
    const [first, last] = start?.isBack ? [ends[1], ends[0]] : ends;
    return {
      accessionNumbers: start?.isBack ? numbers.reverse() : numbers,
      first,
      last,
      isMore: further.length > limit,
    };
  }

  /** The filings of some lines that are not before the start, by their places. */
  #filingsOf(nearest: Int32Array): Found[] {
    const { lines } = this;
    const found = new Map<number, Found>();
    for (const line of nearest) {
      const place = this.#inOrder.of(line, lines.classes[line] as number);
      const filing = lines.filings[line] as number;
      const known = found.get(filing);
      if (known?.place === place) known.lines.push(line);
      else if (known === undefined || place < known.place) {
        found.set(filing, { ...lines.listedOf(line), place, lines: [line], key: null });
      }
    }
    const start = this.#start?.place ?? Number.NEGATIVE_INFINITY;
    return [...found.values()].filter(({ place }) => place >= start).sort((one, other) => one.place - other.place);
  }

  /** Reads the exact amounts of filings that have one. */
  async #readKeys(filings: readonly Found[]) {
    const { column, descending } = this.place.order;
    const unread = filings.filter(({ key }) => key === null);
    if (!this.#inOrder.isAmount || unread.length === 0) return;
    const rows = await rowsOf<{ n: string | number; key: string | null }>(
      this.connection,
      linesAt(sql`n, (${SORT_KEYS[column]})::varchar as key`, Int32Array.from(unread.flatMap(({ lines }) => lines))),
    );
    const keys = new Map(rows.map(({ n, key }) => [Number(n), parseDecimal(key)]));
    for (const filing of unread)
      for (const line of filing.lines) {
        const key = keys.get(line) ?? null;
        if (filing.key === null || (key !== null && (descending ? key.gt(filing.key) : key.lt(filing.key))))
          filing.key = key;
      }
  }

  #compare(one: Ordered, other: Ordered): number {
    if (one.place !== other.place) return one.place - other.place;
    const byKey = one.key === null || other.key === null ? 0 : one.key.cmp(other.key);
    if (byKey !== 0) return this.place.order.descending ? -byKey : byKey;
    return this.#inOrder.isBackwards ? compareListed(other, one) : compareListed(one, other);
  }

  #cursorOf(filing: Found | null, accessionNumber = ""): Cursor | null {
    if (filing === null) return null;
    const place = { orderedAt: new Date(filing.at).toISOString(), accessionNumber };
    return this.place.order.column === "filed" ? place : { ...place, key: this.#textOf(filing) };
  }

  #textOf({ key, lines: [line = 0] }: Found): string | null {
    if (this.#inOrder.isAmount) return key?.toFixed() ?? null;
    const number = this.#inOrder.numberOf(line);
    if (number === null) return null;
    return this.place.order.column === "traded" ? new Date(number * DAY).toISOString().slice(0, 10) : String(number);
  }
}

const DAY = 86_400_000;
