import { UNKNOWN_INDUSTRY } from "@/db/copy/copied-listing";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { FARTHEST, NOTHING } from "@/db/copy/line-ranges";
import { UNKNOWN_SIC } from "@/lib/filters/filing-filter";
import { type Group, hasMonths } from "@/lib/filters/grouping";
import { ROLES } from "@/lib/record/role";
import { calendarDate } from "@/lib/values/calendar-day";

/** Instead of a group, for a line that is in none. */
export const NO_GROUP = -1;

/** Instead of a day that is not known. A day too far back for two bytes may well be `NOTHING`, which is April 14, 1880. */
export const NO_DAY = -0x40000000;

/** How lines are grouped: what those of a group have in common. */
export type GroupKey = {
  by: Group;
  /** The group of a line, as a number. Of roles, a bit for each one that the owner has. */
  of: (line: number) => number;
  /** As in addresses. */
  print: (key: number) => string;
  /** The day of a group of one issuer and day. */
  dayOf: (key: number) => number | null;
};

/** One number has an issuer and a day: the issuer times this, and the day. */
const DAYS = 2 ** 24;
export const dayKey = (issuer: number, day: number) => issuer * DAYS + day + DAYS / 2;

export function groupKeyOf(by: Group, lines: CountedLines, classes: FacetClasses): GroupKey {
  const { pairs, industries, parties } = lines;
  const [issuerOf, ownerOf] = [parties.issuerOf, parties.ownerOf];
  const pairOf = (line: number) => Math.abs(pairs[line] as number);
  const noDay = () => null;
  const day = tradeDay(lines, by);
  switch (by) {
    case "issuer":
      return {
        by,
        of: (line) => issuerOf[pairOf(line)] || NO_GROUP,
        print: (key) => String(parties.issuers.ciks[key]),
        dayOf: noDay,
      };
    case "insider":
      return {
        by,
        of: (line) => ownerOf[pairOf(line)] || NO_GROUP,
        print: (key) => String(parties.owners.ciks[key]),
        dayOf: noDay,
      };
    case "issuer-day":
      return {
        by,
        of: (line) => {
          const issuer = issuerOf[pairOf(line)] as number;
          const ofLine = day(line);
          return issuer === 0 || ofLine === NO_DAY ? NO_GROUP : dayKey(issuer, ofLine);
        },
        print: (key) => String(parties.issuers.ciks[Math.floor(key / DAYS)]),
        dayOf: (key) => (key % DAYS) - DAYS / 2,
      };
    case "industry":
      return {
        by,
        of: (line) => industries[line] as number,
        print: (key) => (key === UNKNOWN_INDUSTRY ? UNKNOWN_SIC : String(key).padStart(2, "0")),
        dayOf: noDay,
      };
    case "role":
      return {
        by,
        of: (line) => classes.roles[lines.classOf(line)] || NO_GROUP,
        print: (key) => ROLES[key] as string,
        dayOf: noDay,
      };
    case "month":
      return {
        by,
        of: (line) => {
          const ofLine = day(line);
          return ofLine === NO_DAY ? NO_GROUP : monthOf(ofLine);
        },
        print: printMonth,
        dayOf: noDay,
      };
  }
}

/**
 * The day of a trade for groups, or `NO_DAY`. A trade is never later than its report, so a later date is a typing error. Groups of
 * days have the trades of these dates as filed, because a filter by trade date is to list the same trades.
 */
export function tradeDay({ by: { traded, filed }, farDays }: CountedLines, by: Group): (line: number) => number {
  const asFiled = (line: number) => {
    const day = traded[line] as number;
    if (day === NOTHING) return NO_DAY;
    return day === FARTHEST || day === NOTHING + 1 ? (farDays.get(line) ?? day) : day;
  };
  if (!hasMonths(by)) return asFiled;
  return (line) => {
    const [ofTrade, ofFiling] = [asFiled(line), filed[line] as number];
    if (ofFiling === NOTHING) return ofTrade;
    return ofTrade === NO_DAY ? ofFiling : Math.min(ofTrade, ofFiling);
  };
}

/** Months are counted from the year 0. */
const MONTHS = 12;

export const printMonth = (month: number): string =>
  `${String(Math.floor(month / MONTHS)).padStart(4, "0")}-${String((month % MONTHS) + 1).padStart(2, "0")}`;

const readMonth = (day: number): number => {
  const [year, month] = calendarDate(day).split("-");
  return Number(year) * MONTHS + Number(month) - 1;
};

/** The month of each day that two bytes can hold. */
const months = new Int32Array(FARTHEST - NOTHING + 1).fill(-1);

export function monthOf(day: number): number {
  if (day < NOTHING || day > FARTHEST) return readMonth(day);
  const known = months[day - NOTHING] as number;
  if (known >= 0) return known;
  const month = readMonth(day);
  months[day - NOTHING] = month;
  return month;
}
