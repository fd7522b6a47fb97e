import { UNKNOWN_INDUSTRY } from "@/db/copy/copied-listing";
import type { CountedLines } from "@/db/copy/counted-lines";
import { filedFrom, type LineRange, tradedBetween } from "@/db/copy/line-ranges";
import { type CountedChoice, PERIODS, SLICES, type SliceName } from "@/lib/filters/facets";
import { UNKNOWN_SIC } from "@/lib/filters/filing-filter";
import { parseRelativeDates, type RelativeDates } from "@/lib/filters/relative-dates";
import { calendarDate, dayNumber } from "@/lib/values/calendar-day";

/** The lines that any of the choices can find. No period begins before last year. */
export function rangeOfPeriods(name: "filedWithin" | "tradedWithin", today: string): LineRange {
  const { from } = periodOf("last-year", today);
  return name === "filedWithin" ? filedFrom(from) : tradedBetween(from, today);
}

/** How many of the lines found, and of their filings, each period and industry has. */
export class SliceTally {
  /** For each day since the beginning of last year, a bit for every period that it is in. */
  readonly #filed: Int32Array;
  readonly #traded: Int32Array;
  readonly #begin: number;
  readonly #last: number;
  /** By the periods of both dates together. */
  readonly #ofDates = { trades: new Float64Array(DATES), filings: new Float64Array(DATES) };
  readonly #ofIndustries = { trades: new Float64Array(INDUSTRIES), filings: new Float64Array(INDUSTRIES) };
  #filing = 0;
  /** The last filing with a line in a period, and the periods of its lines. */
  #dated = 0;
  #dates = 0;

  constructor(
    readonly lines: CountedLines,
    today: string,
  ) {
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

  /** @param numbers of lines under the filter; those of a filing are next to each other */
  add(numbers: Int32Array) {
    const { filings, industries, by } = this.lines;
    const { filed, traded } = by;
    const { trades: tradesOf, filings: filingsOf } = this.#ofIndustries;
    const begin = this.#begin;
    let filing = this.#filing;
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      const industry = industries[line] as number;
      const step = (filings[line] as number) - filing;
      filing += step;
      tradesOf[industry] = (tradesOf[industry] as number) + 1;
      // 1 for the first line of a filing, whose lines are all of one industry. A processor could not foresee a branch.
      filingsOf[industry] = (filingsOf[industry] as number) + ((step | -step) >>> 31);
      // Most days are earlier than that, and to look for their periods would take most of the time.
      if ((filed[line] as number) >= begin || (traded[line] as number) >= begin)
        this.#addDates(filing, filed[line] as number, traded[line] as number);
    }
    this.#filing = filing;
  }

  #addDates(filing: number, filed: number, traded: number) {
    if (filing !== this.#dated) this.#endFiling();
    this.#dated = filing;
    let dates = 0;
    if (filed >= this.#begin) dates = this.#filed[Math.min(filed, this.#last) - this.#begin] as number;
    if (traded >= this.#begin)
      dates |= (this.#traded[Math.min(traded, this.#last) - this.#begin] as number) << PERIODS.length;
    if (dates === 0) return;
    this.#ofDates.trades[dates] = (this.#ofDates.trades[dates] as number) + 1;
    this.#dates |= dates;
  }

  #endFiling() {
    if (this.#dates !== 0) this.#ofDates.filings[this.#dates] = (this.#ofDates.filings[this.#dates] as number) + 1;
    this.#dates = 0;
  }

  /** Every choice, in the order of `SLICES`. Industries that are no choice, but occur, come last. */
  count(name: SliceName): CountedChoice[] {
    this.#endFiling();
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
