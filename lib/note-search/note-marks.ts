/**
 * Marks are stored among the words of a note, so that the same index answers filters and words. They begin with a capital letter
 * and a colon, which no word does: PostgreSQL converts words to lower case.
 */
export const NOTE_MARKS = {
  issuer: "I:",
  owner: "O:",
  form: "D:",
  /** Codes of the transactions that cite the note, or of all transactions for the remarks. */
  code: "C:",
  /**
   * `usual`: a transaction that cites the note was made in the month by which its filing is ordered, or in the month before.
   * Otherwise the month and year of the transaction.
   */
  traded: "T:",
  /** As printed by `factKinds`. */
  fact: "F:",
  /** Month and year of the date by which the filing is ordered. */
  ordered: "M:",
  /** `far`: the filing date is far from the date by which the filing is ordered; `none`: it is unknown. */
  filed: "G:",
} as const;

/** More days than this between the two dates are `far`. With fewer, they are in the same or adjacent months. */
export const FAR = 27;

/** Dates outside this range can only be typing errors, and are marked as its first or last month. */
export const FIRST_MONTH = 1990 * 12;
export const LAST_MONTH = 2049 * 12 + 11;

/** The month of a date as months since year 0, limited to the range above. */
export function monthOf(date: string): number {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return Math.min(LAST_MONTH, Math.max(FIRST_MONTH, year * 12 + month - 1));
}

/** The instant at which a month begins, for PostgreSQL. The range is open before the first month and after the last. */
export function startOfMonth(month: number): string {
  if (month <= FIRST_MONTH) return "-infinity";
  return month > LAST_MONTH ? "infinity" : new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString();
}

/** The marks of all months from one to another, both included, with whole years combined. */
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

/** A mark that no note has. */
const NONE = "N:";

/** The part of a text search that matches any of the marks. */
export const anyMark = (marks: readonly string[]): string =>
  `(${(marks.length === 0 ? [NONE] : marks).map((mark) => `'${mark.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`).join(" | ")})`;
