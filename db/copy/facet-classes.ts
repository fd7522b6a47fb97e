import type { DuckDBConnection } from "@duckdb/node-api";
import { and, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "@/db/copy/duck";
import { longer } from "@/db/copy/longer";
import { isMarketTrade, type Kind, meaningsOf, readKind } from "@/db/queries/filter-meanings";
import { FACET_NAMES, FACETS } from "@/lib/filters/facets";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";

/**
 * All that is counted has a bit of its own: the choices of each facet, then what none of its choices includes, then everything under
 * the other filters, and last the whole filter.
 */
export const FIRST_BITS = [0];
for (const name of FACET_NAMES) FIRST_BITS.push((FIRST_BITS.at(-1) as number) + FACETS[name].length + 2);
export const noneOf = (facet: number) => (FIRST_BITS[facet + 1] as number) - 2;
export const anyOf = (facet: number) => (FIRST_BITS[facet + 1] as number) - 1;
export const FOUND = FIRST_BITS.at(-1) as number;
export const WORDS = (FOUND >> 5) + 1;

/** Sets bits in the words that begin at a place. A facet may begin in one word and end in the next. */
export function setBits(words: Int32Array, begin: number, first: number, bits: number) {
  const at = begin + (first >> 5);
  const shift = first & 31;
  words[at] = (words[at] as number) | (bits << shift);
  if (shift > 0 && bits >>> (32 - shift) !== 0) words[at + 1] = (words[at + 1] as number) | (bits >>> (32 - shift));
}

/** What each choice asks of a class, whatever else is asked for. */
const CHOICES = FACET_NAMES.map((name) =>
  FACETS[name].map((value) => {
    const meanings = meaningsOf({ ...NO_FILTER, [name]: [value] });
    return {
      isKind: (kind: Kind) => meanings.every((meaning) => meaning.isKind(kind)),
      condition: and(...meanings.map(({ condition }) => condition)) ?? sql`true`,
    };
  }),
);

/** A class as the copy has it, and which choices it meets apart from what its kind says. */
type StoredClass = {
  class: number;
  kind: string;
  meets: boolean[];
  roles: number;
  table_number: string;
  counted_as: "P" | "S" | null;
};

/** What a line is in sums: nothing, a purchase, a sale, or one of those that sums leave out. */
export const [NOT_SUMMED, PURCHASE, SALE, LEFT_OUT] = [0, 1, 2, 3];

function summedAs({ table_number, counted_as }: StoredClass, kind: Kind): number {
  if (counted_as !== null) return counted_as === "P" ? PURCHASE : SALE;
  return table_number === "I" && isMarketTrade(kind) ? LEFT_OUT : NOT_SUMMED;
}

/** The classes of lines, by number from 1, and what they count for if nothing is asked. None is ever removed. */
export class FacetClasses {
  /** Numbers of classes are below this. */
  length = 1;
  readonly kinds: Kind[] = [];
  /** For each class, the number of its kind. */
  ofKind = new Uint16Array(1);
  /** For each facet and class, a bit for every choice that includes the class. */
  readonly bits = FACET_NAMES.map(() => new Int32Array(1));
  /** For each class, the bits of all that its lines count for. */
  words = new Int32Array(WORDS);
  /** For each class, 1 if a figure of its lines is implausible. */
  isImplausible = new Uint8Array(1);
  summedAs = new Uint8Array(1);
  /** For each class, a bit for every role of the owner. */
  roles = new Int16Array(1);
  readonly #byText = new Map<string, number>();

  /** Reads the classes that are not here yet. */
  readNew(connection: DuckDBConnection): Promise<StoredClass[]> {
    const conditions = CHOICES.flat().map(({ condition }) => sql`coalesce((${condition})::boolean, false)`);
    return rowsOf<StoredClass>(
      connection,
      sql`select class, kind, [${sql.join(conditions, sql`, `)}] as meets, coalesce(roles, 0) as roles, table_number, counted_as
        from class as listing where class >= ${this.length}`,
    );
  }

  add(found: readonly StoredClass[]) {
    this.length = found.reduce((most, { class: number }) => Math.max(most, number + 1), this.length);
    this.ofKind = longer(this.ofKind, this.length);
    this.isImplausible = longer(this.isImplausible, this.length);
    this.summedAs = longer(this.summedAs, this.length);
    this.roles = longer(this.roles, this.length);
    this.words = longer(this.words, this.length * WORDS);
    for (const [facet, bits] of this.bits.entries()) this.bits[facet] = longer(bits, this.length);
    for (const stored of found) {
      const { class: number, kind: text, meets } = stored;
      const ofKind = this.#byText.get(text) ?? this.kinds.push(readKind(text)) - 1;
      this.#byText.set(text, ofKind);
      this.ofKind[number] = ofKind;
      const kind = this.kinds[ofKind] as Kind;
      this.isImplausible[number] = Number(kind.implausible === "i");
      this.summedAs[number] = summedAs(stored, kind);
      this.roles[number] = stored.roles;
      let at = 0;
      for (const [facet, choices] of CHOICES.entries()) {
        let bits = 0;
        for (const [choice, { isKind }] of choices.entries()) if (meets[at++] && isKind(kind)) bits |= 1 << choice;
        (this.bits[facet] as Int32Array)[number] = bits;
        const set = (first: number, some: number) => setBits(this.words, number * WORDS, first, some);
        set(FIRST_BITS[facet] as number, bits);
        if (bits === 0) set(noneOf(facet), 1);
        set(anyOf(facet), 1);
      }
      setBits(this.words, number * WORDS, FOUND, 1);
    }
  }

  /**
   * Whether a line is of a kind that a filter asks for. Kinds are characters that only we can read, so their list is part of the
   * question.
   * @param onlyTransactions false for filings without a current transaction too
   */
  isOfKind(filter: FilingFilter, onlyTransactions = true): SQL {
    const meanings = meaningsOf(filter);
    const kinds = [...this.#byText].flatMap(([text, number]) => {
      const kind = this.kinds[number] as Kind;
      return (kind.code !== "." || !onlyTransactions) && meanings.every(({ isKind }) => isKind(kind)) ? text : [];
    });
    return sql`kind in (select unnest(${sql.param(kinds)}::varchar[]))`;
  }
}
