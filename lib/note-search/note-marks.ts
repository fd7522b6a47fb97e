/**
 * Marks stand among the words of a searched note, so that a filter is answered by the same index as the words. They begin with
 * a capital letter and a colon, which no word has: PostgreSQL makes words small.
 */
export const NOTE_MARKS = {
  issuer: "I:",
  owner: "O:",
  form: "D:",
  /** Of the transactions that cite it, for remarks of all. */
  code: "C:",
  /**
   * `usual`: a transaction that cites it was made in the month of the filing's place in time or in the one before; else month and
   * year of the transaction.
   */
  traded: "T:",
  /** As `factKinds` says it. */
  fact: "F:",
  /** Month and year of the filing's place in time. */
  ordered: "M:",
  /** `far`: its filing date is another time altogether; `none`: it is not known. */
  filed: "G:",
} as const;

/** More days between a filing's place in time and its filing date are `far`; with no more they are in months side by side. */
export const FAR = 27;

/** Dates outside are marked as the first or the last month: years that only a slip of the pen can mean. */
export const FIRST_MONTH = 1990 * 12;
export const LAST_MONTH = 2049 * 12 + 11;

/** The month of a date as months since year 0, within those that are marked. */
export function monthOf(date: string): number {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return Math.min(LAST_MONTH, Math.max(FIRST_MONTH, year * 12 + month - 1));
}

/** The instant at which a month begins, as PostgreSQL reads it: the first that is marked has no beginning, the last no end. */
export function startOf(month: number): string {
  if (month <= FIRST_MONTH) return "-infinity";
  return month > LAST_MONTH ? "infinity" : new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString();
}

/** The marks of all months from one to another, both in it: whole years together. */
export function monthMarks(of: "ordered" | "traded", from: number, to: number): string[] {
  const marks: string[] = [];
  for (let month = from; month <= to; ) {
    const year = Math.floor(month / 12);
    const isWholeYear = month % 12 === 0 && month + 11 <= to;
    marks.push(`${NOTE_MARKS[of]}${year}${isWholeYear ? "" : `-${String((month % 12) + 1).padStart(2, "0")}`}`);
    month += isWholeYear ? 12 : 1;
  }
  return marks;
}

/** What no note is marked with. */
const NONE = "N:";

/** A part of a text search that any of some marks meets. */
export const anyMark = (marks: readonly string[]): string =>
  `(${(marks.length === 0 ? [NONE] : marks).map((mark) => `'${mark.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`).join(" | ")})`;
