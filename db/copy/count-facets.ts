import type { DuckDBConnection } from "@duckdb/node-api";
import { and, type SQL, sql } from "drizzle-orm";
import { stream } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import type { ResolvedFilter } from "@/db/copy/questions";
import { meaningsOf } from "@/db/queries/listing";
import { FACET_NAMES, FACETS, type Facet, type FacetName, type Facets, type Tally } from "@/lib/filters/facets";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";

/**
 * Counts the transactions under a filter, and their filings, for every choice of every facet. All counts come from one pass over
 * the lines that meet the other filters, because what a line counts for depends only on its class. The lines of a filing are next to
 * each other, so that filings are counted on the way.
 */
export async function countFacets(
  connection: DuckDBConnection,
  classes: FacetClasses,
  asked: ResolvedFilter,
): Promise<Facets> {
  const tally = new TallyOfLines(countedOf(classes, asked.filter));
  const isLine = isLineOf({ ...asked, filter: withoutFacets(asked.filter) });
  const lines = await stream(connection, sql`select filing, class from listing where ${isLine}`);
  for (;;) {
    const chunk = await lines.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return facetsOf(tally);
    const [filing, ofClass] = [chunk.getColumnVector(0), chunk.getColumnVector(1)] as unknown as [Numbers, Numbers];
    tally.add(filing.items, ofClass.items, chunk.rowCount);
  }
}

/** The memory of a column, which its type hides. To read it number by number takes ten times as long. */
type Numbers = { items: BigInt64Array | Int32Array };

/** The condition on a line that meets a filter, apart from the kind: one line for each transaction, or for each of its owners. */
export function isLineOf(
  { filter, issuers, insiders, industries }: ResolvedFilter,
  { ofEveryOwner = false } = {},
): SQL {
  const isOfInsider = insiders === null ? undefined : sql`owner_cik in ${listed(insiders)}`;
  return (
    and(
      sql`line > 0`,
      issuers === null ? undefined : sql`issuer_cik in ${listed(issuers)}`,
      industries === null ? undefined : isInIndustry(industries),
      ofEveryOwner ? isOfInsider : sql`owner_position = 1`,
      !ofEveryOwner && isOfInsider ? sql`filing in (select filing from listing where ${isOfInsider})` : undefined,
      ...meaningsOf(filter).map(({ condition }) => condition),
    ) ?? sql`true`
  );
}

const listed = (ciks: readonly string[]) => sql`(select unnest(${sql.param(ciks)}::bigint[]))`;

const isInIndustry = ({ ciks, orAllBut }: NonNullable<ResolvedFilter["industries"]>): SQL =>
  orAllBut === null
    ? sql`issuer_cik in ${listed(ciks)}`
    : sql`(issuer_cik in ${listed(ciks)} or issuer_cik is null or issuer_cik not in ${listed(orAllBut)})`;

const withoutFacets = (filter: FilingFilter): FilingFilter => ({
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

/** Besides its choices, a facet counts what none of them includes, and everything. No facet has 29 choices. */
const NONE = 1 << 29;
const ANY = 1 << 30;

/** What the lines of a class count for: bits for each facet, and at the end whether they meet the whole filter. */
function countedOf({ kinds, bits }: FacetClasses, filter: FilingFilter): (number: number) => number[] {
  const chosen = chosenBits(filter);
  const others = meaningsOf(withoutFacets(filter));
  return (number) => {
    const kind = kinds[number];
    const ofClass = bits.map((ofFacet) => ofFacet[number] ?? 0);
    const fails = ofClass.map((has, facet) => chosen[facet] !== 0 && (has & (chosen[facet] as number)) === 0);
    const failing = fails.filter(Boolean).length;
    const meetsOthers = kind !== undefined && others.every(({ isKind }) => isKind(kind));
    return [
      // A facet's own choice does not limit its counts.
      ...ofClass.map((has, facet) =>
        meetsOthers && failing - Number(fails[facet]) === 0 ? (has === 0 ? NONE : has) | ANY : 0,
      ),
      meetsOthers && failing === 0 ? ANY : 0,
    ];
  };
}

/** How many lines and filings count for each set of bits. */
class TallyOfLines {
  /** What filings count for, by number: the classes that occur first, and their combinations. */
  readonly #counted: number[][] = [];
  readonly #filings: number[] = [];
  readonly #trades: number[] = [];
  readonly #ofClass: number[] = [];
  readonly #ofBits = new Map<string, number>();
  readonly #joined = new Map<number, number>();
  #low = 0;
  #high = 0;
  #last = -1;

  constructor(readonly countedOf: (number: number) => number[]) {}

  /** Numbers of filings are read as two halves, which is faster than as big integers. */
  add(filings: Numbers["items"], classes: Numbers["items"], length: number) {
    const halves = new Int32Array(filings.buffer, filings.byteOffset, length * 2);
    for (let at = 0; at < length; at++) {
      const number = classes[at] as number;
      const counted = this.#ofClass[number] ?? this.#addClass(number);
      this.#trades[counted] = (this.#trades[counted] as number) + 1;
      const low = halves[2 * at] as number;
      const high = halves[2 * at + 1] as number;
      if (low !== this.#low || high !== this.#high) {
        this.#endFiling();
        this.#low = low;
        this.#high = high;
        this.#last = counted;
      } else if (this.#last !== counted) this.#last = this.#join(this.#last, counted);
    }
  }

  /** How many count for a bit of a facet. */
  count(): (facet: number, bit: number) => Tally {
    this.#endFiling();
    this.#last = -1;
    return (facet, bit) => {
      const tally = { trades: 0, filings: 0 };
      for (const [number, counted] of this.#counted.entries()) {
        if (((counted[facet] as number) & bit) === 0) continue;
        tally.trades += this.#trades[number] as number;
        tally.filings += this.#filings[number] as number;
      }
      return tally;
    };
  }

  #endFiling() {
    if (this.#last >= 0) this.#filings[this.#last] = (this.#filings[this.#last] as number) + 1;
  }

  #addClass(number: number): number {
    const counted = this.#numberOf(this.countedOf(number));
    this.#ofClass[number] = counted;
    return counted;
  }

  #join(one: number, other: number): number {
    const key = one * 0x4000000 + other;
    const known = this.#joined.get(key);
    if (known !== undefined) return known;
    const [ofOne, ofOther] = [this.#counted[one] as number[], this.#counted[other] as number[]];
    const joined = this.#numberOf(ofOne.map((bits, facet) => bits | (ofOther[facet] as number)));
    this.#joined.set(key, joined);
    return joined;
  }

  #numberOf(counted: number[]): number {
    const key = counted.join();
    const known = this.#ofBits.get(key);
    if (known !== undefined) return known;
    this.#ofBits.set(key, this.#counted.length);
    this.#trades.push(0);
    this.#filings.push(0);
    return this.#counted.push(counted) - 1;
  }
}

function facetsOf(tally: TallyOfLines): Facets {
  const count = tally.count();
  const facets = FACET_NAMES.map((name, facet): [FacetName, Facet] => [
    name,
    {
      any: count(facet, ANY),
      choices: FACETS[name].map((value, at) => ({ value, ...count(facet, 1 << at) })),
      none: count(facet, NONE),
    },
  ]);
  return { found: count(FACET_NAMES.length, ANY), facets: Object.fromEntries(facets) as Facets["facets"] };
}
