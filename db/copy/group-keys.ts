import { UNKNOWN_INDUSTRY } from "@/db/copy/copied-listing";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { FARTHEST, NOTHING } from "@/db/copy/line-ranges";
import type { TradeBlock } from "@/db/copy/trade-block";
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
    const { lines, by } = this;
    if (by === "role") return this.#roles[lines.classOf(line)] || NO_GROUP;
    if (by === "industry") return lines.industries[line] as number;
    if (by === "month") return monthOf(this.day(line));
    const pair = Math.abs(lines.pairs[line] as number);
    if (by === "insider") return lines.parties.ownerOf[pair] || NO_GROUP;
    const issuer = lines.parties.issuerOf[pair] as number;
    if (by === "issuer") return issuer || NO_GROUP;
    const day = this.day(line);
    return issuer === 0 || day === NO_DAY ? NO_GROUP : dayKey(issuer, day);
  }

  /**
   * Fills a block's column of groups. For groups by issuer and day, the column has the issuer. Trades of months and days need their days
   * first.
   */
  fillGroups({ length, lines, pairs, groups, days }: TradeBlock) {
    const { by, lines: all } = this;
    if (by === "role") {
      const [roles, classes] = [this.#roles, all.classes];
      for (let at = 0; at < length; at++)
        groups[at] = roles[Math.abs(classes[lines[at] as number] as number)] || NO_GROUP;
    } else if (by === "industry") {
      const { industries } = all;
      for (let at = 0; at < length; at++) groups[at] = industries[lines[at] as number] as number;
    } else if (by === "month") for (let at = 0; at < length; at++) groups[at] = monthOf(days[at] as number);
    else {
      const partyOf = by === "insider" ? all.parties.ownerOf : all.parties.issuerOf;
      for (let at = 0; at < length; at++) groups[at] = partyOf[pairs[at] as number] || NO_GROUP;
      if (by === "issuer-day") for (let at = 0; at < length; at++) if (days[at] === NO_DAY) groups[at] = NO_GROUP;
    }
  }

  /** Fills a block's column of days, as `day` says. */
  fillDays({ length, lines, days, rare }: TradeBlock) {
    const { traded, filed } = this.lines.by;
    const latest = this.#endsWithReport ? filed : traded;
    let others = 0;
    for (let at = 0; at < length; at++) {
      const line = lines[at] as number;
      const [day, last] = [traded[line] as number, latest[line] as number];
      days[at] = Math.min(day, last);
      if (day === FARTHEST || day <= NOTHING + 1 || last === NOTHING) rare[others++] = at;
    }
    for (const at of rare.subarray(0, others)) days[at] = this.day(lines[at] as number);
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
    const [first, second] = [this.#inOrder(one), this.#inOrder(other)];
    if (first === second) return one - other;
    return first < second ? -1 : 1;
  }

  #inOrder(key: number): number | string {
    const { issuers, owners } = this.lines.parties;
    if (this.by === "issuer") return textOrder(issuers.ciks[key] as number);
    if (this.by === "insider") return textOrder(owners.ciks[key] as number);
    if (this.by === "issuer-day") return textOrder(issuers.ciks[issuerOfDay(key)] as number);
    return this.print(key);
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

const DIGITS = 10;
const POWERS = Array.from({ length: DIGITS + 1 }, (_, digits) => 10 ** digits);

/** A number that is larger if the text of a CIK comes later: making the texts of all groups that are compared takes much longer. */
function textOrder(cik: number): number {
  let digits = 1;
  while (cik >= (POWERS[digits] as number)) digits++;
  return cik * (POWERS[DIGITS - digits] as number) * (DIGITS + 1) + digits;
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
const months = new Int32Array(FARTHEST - NOTHING + 1).fill(NO_GROUP);

/** `NO_GROUP` for a day that is not known. */
export function monthOf(day: number): number {
  if (day < NOTHING || day > FARTHEST) return day === NO_DAY ? NO_GROUP : readMonth(day);
  const known = months[day - NOTHING] as number;
  if (known !== NO_GROUP) return known;
  const month = readMonth(day);
  months[day - NOTHING] = month;
  return month;
}
