import { type FacetClasses, FIRST_BITS, setBits, WORDS } from "@/db/copy/facet-classes";
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

/** Lines of the class meet the filter. */
export const MEETS_ALL = -1;
/** They fail in more than a choice of one facet. */
const FAILS = -2;

/** Those of the filters that were asked last: a page asks several questions about one. */
const MOST_KEPT = 16;
const kept = new WeakMap<FacetClasses, Map<string, Int8Array>>();

/** For each class, the only facet whose choices it fails, or one of the above. */
export function failuresOf(classes: FacetClasses, filter: FilingFilter): Int8Array {
  const ofClasses = kept.get(classes) ?? new Map<string, Int8Array>();
  kept.set(classes, ofClasses);
  const key = `${classes.length} ${JSON.stringify(filter)}`;
  const failures = ofClasses.get(key) ?? findFailures(classes, filter);
  ofClasses.delete(key);
  ofClasses.set(key, failures);
  for (const first of ofClasses.keys()) {
    if (ofClasses.size <= MOST_KEPT) break;
    ofClasses.delete(first);
  }
  return failures;
}

function findFailures({ length, kinds, ofKind, bits }: FacetClasses, filter: FilingFilter): Int8Array {
  const others = meaningsOf(withoutFacets(filter));
  const ofKinds = kinds.map((kind) => (others.every(({ isKind }) => isKind(kind)) ? MEETS_ALL : FAILS));
  const failures = new Int8Array(length).fill(FAILS);
  for (let number = 1; number < length; number++) failures[number] = ofKinds[ofKind[number] as number] as number;
  for (const [facet, asked] of chosenBits(filter).entries()) {
    if (asked === 0) continue;
    const ofFacet = bits[facet] as Int32Array;
    for (let number = 1; number < length; number++)
      if (failures[number] !== FAILS && ((ofFacet[number] as number) & asked) === 0)
        failures[number] = failures[number] === MEETS_ALL ? facet : FAILS;
  }
  return failures;
}

function standInsOf({ length, bits }: FacetClasses, failures: Int8Array): Int32Array {
  const standIns = new Int32Array(length);
  const firstOf = FACET_NAMES.map(() => new Map<number, number>());
  for (let number = 1; number < length; number++) {
    const failure = failures[number] as number;
    if (failure === FAILS) continue;
    standIns[number] = number;
    if (failure === MEETS_ALL) continue;
    const [first, choices] = [firstOf[failure] as Map<number, number>, bits[failure]?.[number] as number];
    const standIn = first.get(choices);
    if (standIn === undefined) first.set(choices, number);
    else standIns[number] = standIn;
  }
  return standIns;
}

/** What the lines of each class count for under a filter, as bits in a few words. */
export class ClassMasks {
  readonly failures: Int8Array;
  /**
   * For each class, one that counts for the same: itself, or of those that fail only in the choices of a facet, the first with the same
   * ones, because nothing else of them counts. 0 for a class that counts for nothing.
   */
  readonly standIns: Int32Array;
  readonly #words: Int32Array;
  /** For each failure, the bits that lines with it still count for. */
  readonly #allowed = new Int32Array((FACET_NAMES.length - FAILS) * WORDS);

  constructor(classes: FacetClasses, filter: FilingFilter) {
    this.failures = failuresOf(classes, filter);
    this.standIns = standInsOf(classes, this.failures);
    this.#words = classes.words;
    this.#allowed.fill(-1, (MEETS_ALL - FAILS) * WORDS, (MEETS_ALL - FAILS + 1) * WORDS);
    // A facet's own choice does not limit its counts.
    for (let facet = 0; facet < FACET_NAMES.length; facet++)
      for (let bit = FIRST_BITS[facet] as number; bit < (FIRST_BITS[facet + 1] as number); bit++)
        setBits(this.#allowed, (facet - FAILS) * WORDS, bit, 1);
  }

  /** One word of the bits of a class. */
  word(number: number, word: number): number {
    const allowed = this.#allowed[((this.failures[number] as number) - FAILS) * WORDS + word] as number;
    return (this.#words[number * WORDS + word] as number) & allowed;
  }
}
