import { FIRST_XML_DAY } from "@/lib/edgar/section16-form";
import { businessCalendar } from "@/lib/lateness/business-day";
import { dayNumber } from "@/lib/values/calendar-day";
import { earlierOf, laterOf } from "@/lib/values/compare-text";
import { daysBefore } from "@/lib/values/days-before";
import {
  firstDayOf,
  lastDayOf,
  parseQuarter,
  printQuarter,
  type Quarter,
  quarterOf,
  quartersBetween,
} from "@/lib/values/quarter";
import { weekdaysBetween } from "@/lib/values/weekdays";

/** `closed`: EDGAR accepted nothing. */
export type CoverageState = "complete" | "partly stored" | "missing" | "being read" | "closed";

export type CoveredDay = {
  day: string;
  state: CoverageState;
  /** Filings stored with this filing date. */
  stored: number;
  /** Filings in EDGAR's index of the day; null if we have not read the index. */
  listed: number | null;
};

export type CoveredQuarter = {
  /** `2024q3` */
  quarter: string;
  state: Exclude<CoverageState, "closed">;
  stored: number;
  /** Null unless we have read EDGAR's index of every business day in the quarter. */
  listed: number | null;
  /** Whether the SEC's data set of the quarter was loaded. */
  isDataSetLoaded: boolean;
};

export type Coverage = {
  /** From the first quarter with filings to the current one. */
  quarters: CoveredQuarter[];
  /** Weekdays of the last 12 months, whole weeks. */
  days: CoveredDay[];
};

export type CoverageFacts = {
  /** By filing date; the sample is not included. */
  stored: ReadonlyMap<string, number>;
  listed: ReadonlyMap<string, number>;
  /** Days whose index was read; `damaged` if some of its lines could not be read. */
  indexes: ReadonlyMap<string, "read" | "damaged">;
  /** Days without an index, on which EDGAR was closed. Pass the same set each time, because a calendar is built for each set. */
  closures: ReadonlySet<string>;
  /** Quarters whose data set was loaded: `2024q3`. */
  dataSets: ReadonlySet<string>;
  /** Anything after this day is still being read; null if we do not follow EDGAR. */
  followedFrom: string | null;
  /** In New York. */
  today: string;
};

const WEEKS = 53;

/** Which days and quarters are stored, compared with EDGAR's indexes and the SEC's data sets. Null if nothing is stored yet. */
export function coverageOf(facts: CoverageFacts): Coverage | null {
  const first = firstQuarter(facts);
  if (first === null) return null;
  const { today, indexes } = facts;
  const calendar = businessCalendar(facts.closures);
  const isBusinessDay = (day: string) => {
    const n = dayNumber(day);
    return n !== null && calendar.onOrAfter(n) === n;
  };
  const coverDay = (day: string): CoveredDay => {
    const stored = facts.stored.get(day) ?? 0;
    const listed = indexes.has(day) ? (facts.listed.get(day) ?? 0) : null;
    return { day, state: stateOfDay(facts, day, { stored, listed, isBusinessDay }), stored, listed };
  };
  // Unless we follow EDGAR, today's filings are not expected before the day is over.
  const last = facts.followedFrom === null ? daysBefore(today, 1) : today;
  const daysOf = (from: string, to: string) => weekdaysBetween(from, earlierOf(to, last)).map(coverDay);
  const storedIn = new Map<string, number>();
  for (const [day, stored] of facts.stored) {
    const quarter = printQuarter(quarterOf(day));
    storedIn.set(quarter, (storedIn.get(quarter) ?? 0) + stored);
  }
  return {
    quarters: quartersBetween(first, quarterOf(today)).map((quarter) => {
      const name = printQuarter(quarter);
      const days = daysOf(laterOf(firstDayOf(quarter), FIRST_XML_DAY), lastDayOf(quarter));
      const stored = storedIn.get(name) ?? 0;
      return coverQuarter(name, days, stored, facts.dataSets.has(name));
    }),
    days: daysOf(mondayOf(daysBefore(today, (WEEKS - 1) * 7)), today),
  };
}

function stateOfDay(
  { indexes, dataSets, followedFrom, today }: CoverageFacts,
  day: string,
  of: { stored: number; listed: number | null; isBusinessDay: (day: string) => boolean },
): CoverageState {
  const { stored, listed } = of;
  if (!of.isBusinessDay(day) && stored === 0) return "closed";
  if (followedFrom !== null && (day === today || (listed === null && day > followedFrom))) return "being read";
  const isInDataSet = dataSets.has(printQuarter(quarterOf(day)));
  if (listed === null) {
    // A data set has every filing of its quarter, so a day without filings in it had none.
    if (isInDataSet) return stored > 0 ? "complete" : "closed";
    return stored > 0 ? "partly stored" : "missing";
  }
  if (stored >= listed && indexes.get(day) !== "damaged") return stored > 0 ? "complete" : "closed";
  return stored > 0 ? "partly stored" : "missing";
}

function coverQuarter(quarter: string, days: CoveredDay[], stored: number, isDataSetLoaded: boolean): CoveredQuarter {
  const open = days.filter(({ state }) => state !== "closed");
  const isListed = open.length > 0 && open.every(({ listed }) => listed !== null);
  const has = (state: CoverageState) => open.some((day) => day.state === state);
  return {
    quarter,
    state: has("being read")
      ? "being read"
      : stored === 0
        ? "missing"
        : has("missing") || has("partly stored")
          ? "partly stored"
          : "complete",
    stored,
    listed: isListed ? open.reduce((sum, { listed }) => sum + (listed ?? 0), 0) : null,
    isDataSetLoaded,
  };
}

function firstQuarter({ stored, listed, dataSets }: CoverageFacts): Quarter | null {
  const days = [...stored.keys(), ...listed.keys()].filter((day) => day >= FIRST_XML_DAY);
  const ofDays = days.map((day) => printQuarter(quarterOf(day)));
  const first = [...ofDays, ...dataSets].reduce<string | null>(
    (least, quarter) => (least === null || quarter < least ? quarter : least),
    null,
  );
  return first === null ? null : parseQuarter(first);
}

/** Day 0 was a Thursday. */
function mondayOf(day: string): string {
  const n = dayNumber(day);
  return n === null ? day : daysBefore(day, (((n + 3) % 7) + 7) % 7);
}
