import type { FacetClasses } from "@/db/copy/facet-classes";
import { meaningsOf } from "@/db/queries/filter-meanings";
import { FACET_NAMES, FACETS } from "@/lib/filters/facets";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";

export const withoutFacets = (filter: FilingFilter): FilingFilter => ({
  ...filter,
  ...Object.fromEntries(FACET_NAMES.map((name) => [name, NO_FILTER[name]])),
});

/** For each facet, a bit for every choice that is asked for. */
const chosenBits = (filter: FilingFilter): number[] =>
  FACET_NAMES.map((name) => {
    const asked: readonly string[] = filter[name];
    return (FACETS[name] as readonly string[]).reduce(
      (bits, value, at) => (asked.includes(value) ? bits | (1 << at) : bits),
      0,
    );
  });

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

/** Lines of the class meet the filter. */
const MEETS_ALL = -1;
/** They fail in more than a choice of one facet. */
const FAILS = -2;

/** For each class, the only facet whose choices it fails, or one of the above. */
function failuresOf({ kinds, bits }: FacetClasses, filter: FilingFilter): Int8Array {
  const others = meaningsOf(withoutFacets(filter));
  const meetsOthers = new Map(
    [...new Set(kinds)].map((kind) => [kind, kind !== undefined && others.every(({ isKind }) => isKind(kind))]),
  );
  const failures = Int8Array.from(kinds, (kind) => (meetsOthers.get(kind) === true ? MEETS_ALL : FAILS));
  for (const [facet, asked] of chosenBits(filter).entries()) {
    if (asked === 0) continue;
    const ofFacet = bits[facet] ?? [];
    for (let number = 0; number < failures.length; number++)
      if (failures[number] !== FAILS && ((ofFacet[number] ?? 0) & asked) === 0)
        failures[number] = failures[number] === MEETS_ALL ? facet : FAILS;
  }
  return failures;
}

/** For each class, 1 if its lines meet what a filter asks of classes. */
export const foundClasses = (classes: FacetClasses, filter: FilingFilter): Uint8Array =>
  Uint8Array.from(failuresOf(classes, filter), (failure) => Number(failure === MEETS_ALL));

/** What the lines of each class count for under a filter, as bits in a few words. */
export class ClassMasks {
  readonly words: Int32Array;
  /** 1 if lines of the class count for anything. */
  readonly counts: Uint8Array;
  /** 1 if they meet the whole filter. */
  readonly isFound: Uint8Array;

  constructor(classes: FacetClasses, filter: FilingFilter) {
    const failures = failuresOf(classes, filter);
    this.words = new Int32Array(failures.length * WORDS);
    this.counts = Uint8Array.from(failures, (failure) => Number(failure !== FAILS));
    this.isFound = new Uint8Array(failures.length);
    for (const [number, failure] of failures.entries()) {
      if (failure === FAILS) continue;
      // A facet's own choice does not limit its counts.
      for (const [facet, bits] of classes.bits.entries())
        if (failure === MEETS_ALL || failure === facet) this.#set(number, facet, bits[number] ?? 0);
      if (failure !== MEETS_ALL) continue;
      this.isFound[number] = 1;
      this.#setBits(number, FOUND, 1);
    }
  }

  #set(number: number, facet: number, choices: number) {
    const first = FIRST_BITS[facet] as number;
    this.#setBits(number, first, choices);
    if (choices === 0) this.#setBits(number, noneOf(facet), 1);
    this.#setBits(number, anyOf(facet), 1);
  }

  #setBits(number: number, first: number, bits: number) {
    const word = number * WORDS + (first >> 5);
    const shift = first & 31;
    this.words[word] = (this.words[word] as number) | (bits << shift);
    // A facet may begin in one word and end in the next.
    if (shift > 0 && bits >>> (32 - shift) !== 0)
      this.words[word + 1] = (this.words[word + 1] as number) | (bits >>> (32 - shift));
  }
}
