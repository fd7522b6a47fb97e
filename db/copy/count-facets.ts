import type { DuckDBConnection } from "@duckdb/node-api";
import { and, type SQL, sql } from "drizzle-orm";
import { UNKNOWN_INDUSTRY } from "@/db/copy/copied-listing";
import { type CountedLines, columnsOf, IS_COUNTED } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import type { ResolvedFilter } from "@/db/copy/questions";
import { meaningsOf } from "@/db/queries/listing";
import {
  type CountedChoice,
  FACET_NAMES,
  FACETS,
  type Facet,
  type FacetName,
  type Facets,
  PERIODS,
  SLICE_NAMES,
  SLICES,
  type SliceName,
  type Tally,
} from "@/lib/filters/facets";
import { type FilingFilter, NO_FILTER, UNKNOWN_SIC } from "@/lib/filters/filing-filter";
import { parseRelativeDates, type RelativeDates } from "@/lib/filters/relative-dates";
import { calendarDate, dayNumber } from "@/lib/values/calendar-day";

/**
 * Counts the transactions under a filter, and their filings, for every choice of every facet and slice. All counts come from one pass
 * over the lines that meet the other filters, because what a line counts for depends only on its class, its dates and its industry.
 * The lines of a filing are next to each other, so that filings are counted on the way. A slice that the filter chooses from needs a
 * pass of its own without that choice.
 */
export async function countFacets(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
): Promise<Facets> {
  const counted = facetsOf(await tallyOf(connection, classes, lines, asked));
  for (const name of SLICE_NAMES) {
    if (name === "sic" ? asked.industries === null : asked.filter[name] === null) continue;
    const others =
      name === "sic" ? { ...asked, industries: null } : { ...asked, filter: { ...asked.filter, [name]: null } };
    counted.slices[name] = (await tallyOf(connection, classes, lines, others, name)).slices.count(name);
  }
  return counted;
}

/** @param slice the only one that is counted; lines that none of its choices finds are then left out */
async function tallyOf(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  slice: SliceName | null = null,
): Promise<TallyOfLines> {
  const tally = new TallyOfLines(
    lines,
    countedOf(classes, asked.filter),
    new SliceTally(asked.today),
    classes.kinds.length,
  );
  const besides = conditionsBesidesClass({ ...asked, filter: withoutFacets(asked.filter) });
  const isCounted = slice === "filedWithin" || slice === "tradedWithin" ? isInPeriods(slice, asked.today) : undefined;
  if (besides.length === 0 && isCounted === undefined) tally.addAll();
  else
    for await (const [numbers] of columnsOf(
      connection,
      sql`select n from listing where ${and(IS_COUNTED, ...besides, isCounted)}`,
    ))
      tally.add(numbers as Int32Array);
  return tally;
}

/** No period of the choices begins before last year. */
function isInPeriods(name: "filedWithin" | "tradedWithin", today: string): SQL {
  const { from } = periodOf("last-year", today);
  return name === "filedWithin" ? sql`filing_date >= ${from}` : sql`transaction_date between ${from} and ${today}`;
}

/**
 * The condition on a line that meets a filter, apart from the kind: one line for each transaction, or for each of its owners.
 * @param onlyTransactions false for lines of filings without a current transaction too
 */
export function isLineOf(asked: ResolvedFilter, { ofEveryOwner = false, onlyTransactions = true } = {}): SQL {
  return (
    and(
      onlyTransactions ? sql`line > 0` : undefined,
      ofEveryOwner ? undefined : sql`owner_position = 1`,
      ...conditionsBesidesClass(asked, ofEveryOwner),
    ) ?? sql`true`
  );
}

function conditionsBesidesClass(
  { filter, issuers, insiders, industries }: ResolvedFilter,
  ofEveryOwner = false,
): SQL[] {
  const isOfInsider = insiders === null ? undefined : sql`owner_cik in ${listed(insiders)}`;
  return [
    issuers === null ? undefined : sql`issuer_cik in ${listed(issuers)}`,
    industries === null ? undefined : isInIndustry(industries),
    isOfInsider && (ofEveryOwner ? isOfInsider : sql`filing in (select filing from listing where ${isOfInsider})`),
    ...meaningsOf(filter).map(({ condition }) => condition),
  ].filter((condition) => condition !== undefined);
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

/** Sets of bits are numbered below this, or their joins are looked up in a slower way. */
const JOINED_FAST = 4_096;

/** How many lines and filings count for each set of bits. */
class TallyOfLines {
  /** What filings count for, by number: the classes that occur first, and their combinations. */
  readonly #counted: number[][] = [];
  readonly #filings: number[] = [];
  readonly #trades: number[] = [];
  /** Whether they meet the whole filter. */
  readonly #isFound: boolean[] = [];
  /** The numbers of classes, increased by 1, because 0 is for those that have none yet. The same for joins. */
  readonly #ofClass: Int32Array;
  readonly #ofBits = new Map<string, number>();
  readonly #joined: (Int32Array | undefined)[] = [];
  readonly #joinedSlowly = new Map<number, number>();
  #filing = 0;
  #last = -1;

  constructor(
    readonly lines: CountedLines,
    readonly countedOf: (number: number) => number[],
    readonly slices: SliceTally,
    classes: number,
  ) {
    this.#ofClass = new Int32Array(classes);
  }

  addAll() {
    const { classes, length } = this.lines;
    for (let number = 0; number < length; number++) {
      const ofLine = classes[number] as number;
      if (ofLine !== 0) this.#addLine(number, ofLine);
    }
  }

  add(numbers: Int32Array) {
    const { classes } = this.lines;
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      this.#addLine(number, classes[number] as number);
    }
  }

  #addLine(number: number, ofLine: number) {
    const counted = (this.#ofClass[ofLine] || this.#addClass(ofLine)) - 1;
    this.#trades[counted] = (this.#trades[counted] as number) + 1;
    const filing = this.lines.filings[number] as number;
    if (filing !== this.#filing) {
      this.#endFiling();
      this.#filing = filing;
      this.#last = counted;
    } else if (this.#last !== counted) this.#last = this.#join(this.#last, counted);
    if (this.#isFound[counted]) {
      const { industries, filed, traded } = this.lines;
      this.slices.add(industries[number] as number, filed[number] as number, traded[number] as number);
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
    this.slices.endFiling();
  }

  #addClass(ofLine: number): number {
    const counted = this.#numberOf(this.countedOf(ofLine)) + 1;
    this.#ofClass[ofLine] = counted;
    return counted;
  }

  #join(one: number, other: number): number {
    if (one >= JOINED_FAST || other >= JOINED_FAST) return this.#joinSlowly(one, other);
    this.#joined[one] ??= new Int32Array(JOINED_FAST);
    const joined = this.#joined[one];
    joined[other] ||= this.#numberOfJoin(one, other) + 1;
    return (joined[other] as number) - 1;
  }

  #joinSlowly(one: number, other: number): number {
    const key = one * 0x4000000 + other;
    const joined = this.#joinedSlowly.get(key) ?? this.#numberOfJoin(one, other);
    this.#joinedSlowly.set(key, joined);
    return joined;
  }

  #numberOfJoin(one: number, other: number): number {
    const [ofOne, ofOther] = [this.#counted[one] as number[], this.#counted[other] as number[]];
    return this.#numberOf(ofOne.map((bits, facet) => bits | (ofOther[facet] as number)));
  }

  #numberOf(counted: number[]): number {
    const key = counted.join();
    const known = this.#ofBits.get(key);
    if (known !== undefined) return known;
    this.#ofBits.set(key, this.#counted.length);
    this.#isFound.push(counted.at(-1) === ANY);
    this.#trades.push(0);
    this.#filings.push(0);
    return this.#counted.push(counted) - 1;
  }
}

/** How many of the lines found, and of their filings, each period and industry has. */
class SliceTally {
  /** For each day since the beginning of last year, a bit for every period that it is in. */
  readonly #filed: number[] = [];
  readonly #traded: number[] = [];
  readonly #begin: number;
  /** By the periods of both dates together. */
  readonly #ofDates = { trades: new Float64Array(DATES), filings: new Float64Array(DATES) };
  readonly #ofIndustries = { trades: new Float64Array(INDUSTRIES), filings: new Float64Array(INDUSTRIES) };
  #dates = 0;
  #industry = -1;

  constructor(today: string) {
    const periods = PERIODS.map((period) => periodOf(period, today));
    this.#begin = dayNumber(periodOf("last-year", today).from) ?? 0;
    for (let day = this.#begin; day <= (dayNumber(today) ?? 0) + 1; day++) {
      const date = calendarDate(day);
      const bits = (isIn: (period: RelativeDates) => boolean) =>
        periods.reduce((sum, period, at) => (isIn(period) ? sum | (1 << at) : sum), 0);
      this.#filed.push(bits(({ from, to, isCurrent }) => date >= from && (isCurrent || date <= to)));
      this.#traded.push(bits(({ from, to }) => date >= from && date <= to));
    }
  }

  add(industry: number, filed: number, traded: number) {
    // Every later day is in the periods of the day after today.
    const last = this.#begin + this.#filed.length - 1;
    const dates =
      (this.#filed[Math.min(filed, last) - this.#begin] ?? 0) |
      ((this.#traded[Math.min(traded, last) - this.#begin] ?? 0) << PERIODS.length);
    this.#ofDates.trades[dates] = (this.#ofDates.trades[dates] as number) + 1;
    this.#ofIndustries.trades[industry] = (this.#ofIndustries.trades[industry] as number) + 1;
    this.#dates |= dates;
    this.#industry = industry;
  }

  endFiling() {
    if (this.#industry < 0) return;
    this.#ofDates.filings[this.#dates] = (this.#ofDates.filings[this.#dates] as number) + 1;
    this.#ofIndustries.filings[this.#industry] = (this.#ofIndustries.filings[this.#industry] as number) + 1;
    this.#dates = 0;
    this.#industry = -1;
  }

  /** Every choice, in the order of `SLICES`. Industries that are no choice, but occur, come last. */
  count(name: SliceName): CountedChoice[] {
    this.endFiling();
    return name === "sic" ? this.#countIndustries() : this.#countPeriods(name === "filedWithin" ? 0 : PERIODS.length);
  }

  #countPeriods(shift: number): CountedChoice[] {
    return PERIODS.map((value, at) => {
      const count = (of: Float64Array) =>
        of.reduce((sum, number, dates) => ((dates >> (shift + at)) & 1 ? sum + number : sum), 0);
      return { value, trades: count(this.#ofDates.trades), filings: count(this.#ofDates.filings) };
    });
  }

  #countIndustries(): CountedChoice[] {
    const { trades, filings } = this.#ofIndustries;
    const count = (value: string) => {
      const number = value === UNKNOWN_SIC ? UNKNOWN_INDUSTRY : Number(value);
      return { value, trades: trades[number] as number, filings: filings[number] as number };
    };
    const others = Array.from({ length: UNKNOWN_INDUSTRY }, (_, number) => String(number).padStart(2, "0")).filter(
      (digits) => (trades[Number(digits)] as number) > 0 && !SLICES.sic.includes(digits),
    );
    return [...SLICES.sic, ...others].map(count);
  }
}

const DATES = 1 << (2 * PERIODS.length);
const INDUSTRIES = UNKNOWN_INDUSTRY + 1;

function periodOf(period: string, today: string): RelativeDates {
  const dates = parseRelativeDates(period, today);
  if (dates === null) throw new Error(`${period} is not a period.`);
  return dates;
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
  return {
    found: count(FACET_NAMES.length, ANY),
    facets: Object.fromEntries(facets) as Facets["facets"],
    slices: Object.fromEntries(SLICE_NAMES.map((name) => [name, tally.slices.count(name)])) as Facets["slices"],
  };
}
