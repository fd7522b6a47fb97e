import type { DuckDBConnection } from "@duckdb/node-api";
import { and, type SQL, sql } from "drizzle-orm";
import { UNKNOWN_INDUSTRY } from "@/db/copy/copied-listing";
import { type CountedLines, columnsOf, IS_COUNTED } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import type { ResolvedFilter } from "@/db/copy/questions";
import { type Kind, meaningsOf } from "@/db/queries/listing";
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
  const tally = new TallyOfLines(lines, new ClassMasks(classes, asked.filter), new SliceTally(asked.today));
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

/**
 * All that is counted has a bit of its own: the choices of each facet, then what none of its choices includes, then everything under
 * the other filters, and last the whole filter.
 */
const FIRST_BITS = [0];
for (const name of FACET_NAMES) FIRST_BITS.push((FIRST_BITS.at(-1) as number) + FACETS[name].length + 2);
const noneOf = (facet: number) => (FIRST_BITS[facet + 1] as number) - 2;
const anyOf = (facet: number) => (FIRST_BITS[facet + 1] as number) - 1;
const FOUND = FIRST_BITS.at(-1) as number;
const WORDS = (FOUND >> 5) + 1;

/** What the lines of each class count for under a filter, as bits in a few words. */
class ClassMasks {
  readonly words: Int32Array;
  /** 1 if lines of the class meet the whole filter. */
  readonly isFound: Uint8Array;

  constructor({ kinds, bits }: FacetClasses, filter: FilingFilter) {
    const chosen = chosenBits(filter);
    const others = meaningsOf(withoutFacets(filter));
    const meetsOthers = new Map(
      [...new Set(kinds)].map((kind) => [kind, others.every(({ isKind }) => kind && isKind(kind))]),
    );
    this.words = new Int32Array(kinds.length * WORDS);
    this.isFound = new Uint8Array(kinds.length);
    for (let number = 0; number < kinds.length; number++) {
      if (!meetsOthers.get(kinds[number] as Kind)) continue;
      const fails = chosen.flatMap((asked, facet) =>
        asked !== 0 && ((bits[facet]?.[number] ?? 0) & asked) === 0 ? facet : [],
      );
      // A facet's own choice does not limit its counts.
      if (fails.length > 1) continue;
      for (let facet = 0; facet < chosen.length; facet++)
        if (fails.length === 0 || fails[0] === facet) this.#set(number, facet, bits[facet]?.[number] ?? 0);
      if (fails.length > 0) continue;
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

/** How many lines and filings count for each bit. */
class TallyOfLines {
  readonly #tradesOf: Int32Array;
  /** Filings whose lines all have the same class. */
  readonly #filingsOf: Int32Array;
  readonly #mixed = new BitCounts();
  readonly #mask = new Int32Array(WORDS);
  #filing = 0;
  #class = 0;
  #isMixed = false;

  constructor(
    readonly lines: CountedLines,
    readonly masks: ClassMasks,
    readonly slices: SliceTally,
  ) {
    this.#tradesOf = new Int32Array(masks.isFound.length);
    this.#filingsOf = new Int32Array(masks.isFound.length);
  }

  addAll() {
    this.#add(null, this.lines.length);
  }

  add(numbers: Int32Array) {
    this.#add(numbers, numbers.length);
  }

  /** Everything that each of millions of lines needs is at hand. */
  #add(numbers: Int32Array | null, length: number) {
    const { filings, classes, industries, filed, traded } = this.lines;
    const { isFound } = this.masks;
    const [tradesOf, filingsOf, slices] = [this.#tradesOf, this.#filingsOf, this.slices];
    let [filing, last] = [this.#filing, this.#class];
    for (let at = 0; at < length; at++) {
      const number = numbers === null ? at : (numbers[at] as number);
      const ofLine = classes[number] as number;
      if (ofLine === 0) continue;
      tradesOf[ofLine] = (tradesOf[ofLine] as number) + 1;
      if (filings[number] !== filing) {
        if (this.#isMixed) this.#endMixed();
        else filingsOf[last] = (filingsOf[last] as number) + 1;
        slices.endFiling();
        filing = filings[number] as number;
        last = ofLine;
      } else if (ofLine !== last) {
        this.#mix(last, ofLine);
        last = ofLine;
      }
      if (isFound[ofLine] === 1)
        slices.add(industries[number] as number, filed[number] as number, traded[number] as number);
    }
    this.#filing = filing;
    this.#class = last;
  }

  #mix(last: number, ofLine: number) {
    const { words } = this.masks;
    for (let word = 0; word < WORDS; word++) {
      const before = this.#isMixed ? this.#mask[word] : words[last * WORDS + word];
      this.#mask[word] = (before as number) | (words[ofLine * WORDS + word] as number);
    }
    this.#isMixed = true;
  }

  #endMixed() {
    this.#mixed.add(this.#mask);
    this.#isMixed = false;
  }

  /** How many count for a bit. */
  count(): (bit: number) => Tally {
    if (this.#isMixed) this.#endMixed();
    else this.#filingsOf[this.#class] = (this.#filingsOf[this.#class] as number) + 1;
    this.slices.endFiling();
    const trades = new Float64Array(WORDS * 32);
    const { words, isFound } = this.masks;
    const filings = this.#mixed.sums();
    // Class 0 stands for what came before the first filing.
    for (let number = 1; number < isFound.length; number++) {
      const [ofTrades, ofFilings] = [this.#tradesOf[number] as number, this.#filingsOf[number] as number];
      for (let word = 0; word < WORDS; word++) {
        const mask = words[number * WORDS + word] as number;
        addForBits(trades, word, mask, ofTrades);
        addForBits(filings, word, mask, ofFilings);
      }
    }
    return (bit) => ({ trades: trades[bit] as number, filings: filings[bit] as number });
  }
}

/** Adds a number to the sum of each bit that is set in a word of a mask. */
function addForBits(sums: Float64Array, word: number, mask: number, added: number) {
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const bit = word * 32 + 31 - Math.clz32(bits & -bits);
    sums[bit] = (sums[bit] as number) + added;
  }
}

/** How many digits a binary count has, before it is added to the sums. */
const DIGITS = 16;

/** Counts how often each bit is set in masks: 32 binary counts in one word for each digit, so that one step adds to all of them. */
class BitCounts {
  readonly #sums = new Float64Array(WORDS * 32);
  readonly #digits = new Int32Array(WORDS * DIGITS);
  #added = 0;

  add(mask: Int32Array) {
    for (let word = 0; word < WORDS; word++) {
      let carried = mask[word] as number;
      for (let at = word * DIGITS; carried !== 0; at++) {
        const digit = this.#digits[at] as number;
        this.#digits[at] = digit ^ carried;
        carried &= digit;
      }
    }
    this.#added++;
    if (this.#added === 2 ** DIGITS - 1) this.#addToSums();
  }

  sums(): Float64Array {
    this.#addToSums();
    return this.#sums.slice();
  }

  #addToSums() {
    for (const [at, digit] of this.#digits.entries())
      addForBits(this.#sums, Math.floor(at / DIGITS), digit, 2 ** (at % DIGITS));
    this.#digits.fill(0);
    this.#added = 0;
  }
}

/** How many of the lines found, and of their filings, each period and industry has. */
class SliceTally {
  /** For each day since the beginning of last year, a bit for every period that it is in. */
  readonly #filed: Int32Array;
  readonly #traded: Int32Array;
  readonly #begin: number;
  readonly #last: number;
  /** By the periods of both dates together. */
  readonly #ofDates = { trades: new Float64Array(DATES), filings: new Float64Array(DATES) };
  readonly #ofIndustries = { trades: new Float64Array(INDUSTRIES), filings: new Float64Array(INDUSTRIES) };
  #dates = 0;
  #industry = -1;

  constructor(today: string) {
    const periods = PERIODS.map((period) => periodOf(period, today));
    this.#begin = dayNumber(periodOf("last-year", today).from) ?? 0;
    // Every later day is in the periods of the day after today.
    this.#last = (dayNumber(today) ?? 0) + 1;
    const dates = Array.from({ length: this.#last - this.#begin + 1 }, (_, at) => calendarDate(this.#begin + at));
    const bitsOf = (isIn: (period: RelativeDates, date: string) => boolean) =>
      Int32Array.from(dates, (date) =>
        periods.reduce((sum, period, at) => (isIn(period, date) ? sum | (1 << at) : sum), 0),
      );
    this.#filed = bitsOf(({ from, to, isCurrent }, date) => date >= from && (isCurrent || date <= to));
    this.#traded = bitsOf(({ from, to }, date) => date >= from && date <= to);
  }

  add(industry: number, filed: number, traded: number) {
    let dates = 0;
    // Most days are earlier than that, and to look for them would take most of the time.
    if (filed >= this.#begin) dates = this.#filed[Math.min(filed, this.#last) - this.#begin] as number;
    if (traded >= this.#begin)
      dates |= (this.#traded[Math.min(traded, this.#last) - this.#begin] as number) << PERIODS.length;
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
      any: count(anyOf(facet)),
      choices: FACETS[name].map((value, at) => ({ value, ...count((FIRST_BITS[facet] as number) + at) })),
      none: count(noneOf(facet)),
    },
  ]);
  return {
    found: count(FOUND),
    facets: Object.fromEntries(facets) as Facets["facets"],
    slices: Object.fromEntries(SLICE_NAMES.map((name) => [name, tally.slices.count(name)])) as Facets["slices"],
  };
}
