import { boundCode, NO_AMOUNT } from "@/db/copy/amount-codes";
import { datesOf, type FilingFilter } from "@/lib/filters/filing-filter";
import { dayNumber } from "@/lib/values/calendar-day";

/** In place of a number that is not known. It is below all others. */
export const NOTHING = NO_AMOUNT;
/** Days and delays that two bytes cannot hold are cut to the farthest that they can. */
export const FARTHEST = 0x7fff;

/**
 * What the copy keeps of each line in memory as a number in two bytes: days since 1970, business days, and codes of amounts.
 * `ordered` and `tradedOn` are only for sorting: the day by which filings are listed, and the day of a trade without typing errors.
 */
export const NUMBERS = [
  "filed",
  "traded",
  "delay",
  "price",
  "shares",
  "value",
  "change",
  "ordered",
  "tradedOn",
] as const;
export type NumberName = (typeof NUMBERS)[number];

/** Lines whose number is known and lies in a range, both ends included. */
export type LineRange = { of: NumberName; from: number; to: number };

/** Whether two bytes may not hold a day or delay. */
export const isFar = (number: number | undefined) => number === NOTHING + 1 || number === FARTHEST;

const AMOUNTS = ["price", "shares", "value", "change"] as const;
const DATES = {
  filed: ["filedFrom", "filedTo", "filedWithin"],
  traded: ["tradedFrom", "tradedTo", "tradedWithin"],
} as const;

/** The ranges that a filter asks for, and the filter without them. A range whose ends cannot be compared exactly stays in it. */
export function rangesOf(filter: FilingFilter): { ranges: LineRange[]; rest: FilingFilter } {
  const rest = { ...filter };
  const ranges: LineRange[] = [];
  const read = (of: NumberName, [from, to]: Ends, names: readonly (keyof FilingFilter)[], code: Code) => {
    if (from === null && to === null) return;
    const [least, most] = [from === null ? NOTHING + 1 : code(from), to === null ? FARTHEST : code(to)];
    if (least === null || most === null) return;
    ranges.push({ of, from: least, to: most });
    for (const name of names) Object.assign(rest, { [name]: null });
  };
  for (const [of, { from, to }] of Object.entries(datesOf(filter)) as [keyof typeof DATES, DateEnds][])
    read(of, [from, to], DATES[of], dayCode);
  for (const of of AMOUNTS) read(of, [filter[`${of}From`], filter[`${of}To`]], [`${of}From`, `${of}To`], boundCode);
  read("delay", [filter.delayFrom, filter.delayTo], ["delayFrom", "delayTo"], (days) => within(Number(days)));
  return { ranges, rest };
}

type Ends = readonly [from: string | null, to: string | null];
type DateEnds = { from: string | null; to: string | null };
type Code = (end: string) => number | null;

const dayCode: Code = (date) => within(dayNumber(date));

/** Null for a number that was perhaps cut. */
const within = (number: number | null) => (number !== null && Math.abs(number) < FARTHEST ? number : null);

/** Lines filed on a day or later. */
export const filedFrom = (date: string): LineRange => dayRange("filed", date, null);

/** Lines traded on one of some days. */
export const tradedBetween = (from: string, to: string): LineRange => dayRange("traded", from, to);

function dayRange(of: "filed" | "traded", from: string, to: string | null): LineRange {
  const [least, most] = [dayCode(from), to === null ? FARTHEST : dayCode(to)];
  if (least === null || most === null) throw new Error(`${from} or ${to} is not a day of our time.`);
  return { of, from: least, to: most };
}
