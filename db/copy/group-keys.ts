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

/** One number has an issuer and a day: the issuer times this, and the day. */
const DAYS = 2 ** 24;
export const dayKey = (issuer: number, day: number) => issuer * DAYS + day + DAYS / 2;
export const issuerOfDay = (key: number) => Math.floor(key / DAYS);

/** How lines are grouped: what those of a group have in common. One class, because it is asked about each of millions of lines. */
export class GroupKey {
  readonly #roles: Int16Array;
  /** A trade is never later than its report, so a later date is a typing error. */
  readonly #endsWithReport: boolean;

  constructor(
    readonly by: Group,
    readonly lines: CountedLines,
    classes: FacetClasses,
  ) {
    this.#roles = classes.roles;
    // A filter by trade date is to list the same trades as a group of days, which therefore has them as filed.
    this.#endsWithReport = hasMonths(by);
  }

  /** The group of a line, as a number. Of roles, a bit for each one that the owner has. */
  of(line: number): number {
    const group = this.ofAnyDay(line);
    return group === NO_GROUP || this.by !== "issuer-day" ? group : dayKey(group, this.day(line));
  }

  /** The same, but the issuer for a group of one issuer and day. */
  ofAnyDay(line: number): number {
    const { lines, by } = this;
    if (by === "role") return this.#roles[lines.classOf(line)] || NO_GROUP;
    if (by === "industry") return lines.industries[line] as number;
    if (by === "month") {
      const day = this.day(line);
      return day === NO_DAY ? NO_GROUP : monthOf(day);
    }
    const pair = Math.abs(lines.pairs[line] as number);
    if (by === "insider") return lines.parties.ownerOf[pair] || NO_GROUP;
    const issuer = lines.parties.issuerOf[pair] || NO_GROUP;
    return by === "issuer-day" && this.day(line) === NO_DAY ? NO_GROUP : issuer;
  }

  /** The day of a trade for groups, or `NO_DAY`. */
  day(line: number): number {
    const { by, farDays } = this.lines;
    let day = by.traded[line] as number;
    if (day === NOTHING) day = NO_DAY;
    else if (day === FARTHEST || day === NOTHING + 1) day = farDays.get(line) ?? day;
    if (!this.#endsWithReport) return day;
    const filed = by.filed[line] as number;
    if (filed === NOTHING) return day;
    return day === NO_DAY ? filed : Math.min(day, filed);
  }

  /** The order of what is printed of two groups, and of the days of one issuer. */
  compare(one: number, other: number): number {
    const { issuers, owners } = this.lines.parties;
    const of = (key: number) => {
      if (this.by === "issuer") return textOrder(issuers.ciks[key] as number);
      if (this.by === "insider") return textOrder(owners.ciks[key] as number);
      if (this.by === "issuer-day") return textOrder(issuers.ciks[issuerOfDay(key)] as number);
      return this.print(key);
    };
    const [first, second] = [of(one), of(other)];
    if (first === second) return one - other;
    return first < second ? -1 : 1;
  }

  /** As in addresses. */
  print(key: number): string {
    const { issuers, owners } = this.lines.parties;
    switch (this.by) {
      case "issuer":
        return String(issuers.ciks[key]);
      case "insider":
        return String(owners.ciks[key]);
      case "issuer-day":
        return String(issuers.ciks[issuerOfDay(key)]);
      case "industry":
        return key === UNKNOWN_INDUSTRY ? UNKNOWN_SIC : String(key).padStart(2, "0");
      case "role":
        return ROLES[key] as string;
      case "month":
        return printMonth(key);
    }
  }

  /** The day of a group of one issuer and day. */
  dayOf(key: number): number | null {
    return this.by === "issuer-day" ? (key % DAYS) - DAYS / 2 : null;
  }
}

/** A number that is larger if the text of a CIK comes later. Texts are not made of all groups that are compared. */
function textOrder(cik: number): number {
  const digits = cik === 0 ? 1 : Math.floor(Math.log10(cik)) + 1;
  return cik * 10 ** (DIGITS - digits) * (DIGITS + 1) + digits;
}
const DIGITS = 10;

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
