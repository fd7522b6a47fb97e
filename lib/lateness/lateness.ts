import { sentences } from "@/lib/footnotes/vocabulary/sentences";
import { writtenDates } from "@/lib/footnotes/vocabulary/written-dates";
import type { Lateness, RowDelay, RowLateness } from "@/lib/record/derived-filing";
import type { Filing, FilingEntry } from "@/lib/record/filing";
import { filedOn } from "@/lib/record/filing-names";
import { formOf, isAmendment } from "@/lib/record/form-name";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { calendarDate, dayNumber } from "@/lib/values/calendar-day";
import { type BusinessCalendar, businessCalendar } from "./business-day";

export type LatenessOptions = {
  /**
   * Ids (`I-2`) of the rows of an amendment that restate the original and were therefore reported then. All of its rows if the
   * original is unknown.
   */
  restated: ReadonlySet<string>;
  /** Days without a daily index at the SEC. Use one set for many filings, because a calendar is built for each set. */
  closures: ReadonlySet<string>;
  /** The first day on which its owners had to report (`subjectSince`). Trades before it were not due when they were made. */
  subjectSince?: string | null;
};

type Entry = Pick<FilingEntry, "filing" | "rows" | "notes">;

/** In day numbers. */
type Deadline = Pick<RowLateness, "countedFrom"> & { from: number; due: number };

const day = (date: string) => dayNumber(date) ?? Number.NaN;

/** From this day, Forms 4 are due two business days after the trade; before, on the tenth day of the next month. */
const TWO_DAYS_SINCE = day("2002-08-29");
/** From this day, gifts by an insider belong on Form 4; before, on Form 5. */
const GIFTS_IN_TWO_DAYS_SINCE = day("2023-02-27");

/** Small acquisitions, inheritance and voting trusts belong on Form 5, whatever form reports them (General Instruction 8). */
const ANNUAL_CODES: ReadonlySet<string> = new Set(["L", "W", "Z"]);
/** Exempt under Rule 16b-3. These also belonged on Form 5 while Forms 4 were monthly. */
const ANNUAL_CODES_BEFORE_TWO_DAYS: ReadonlySet<string> = new Set(["A", "D", "F", "I"]);

const FORM_3_DAYS = 10;
const FORM_4_BUSINESS_DAYS = 2;
const FORM_5_DAYS = 45;
/** A fiscal year can have 53 weeks. */
const LONGEST_YEAR = 53 * 7;

/**
 * How late a filing is: the lateness of its most overdue row, or of a Form 3 as a whole. Null if nothing on it had a due date, or
 * if the due date or the filing date is unknown. The Form 3 for an initial public offering was due on the day the registration
 * became effective, which no form states; we allow it the usual ten days.
 * @param byRow the lateness of its rows
 */
export function filingLateness(
  entry: Entry,
  options: LatenessOptions,
  byRow: LatenessByRow = rowLateness(entry, options),
): Lateness | null {
  const { filing, rows } = entry;
  const filed = dayNumber(filedOn(filing));
  if (filed === null) return null;
  if (formOf(filing.documentType) === "3") {
    const saysNothingNew = isAmendment(filing.documentType) && rows.every((row) => options.restated.has(rowId(row)));
    return saysNothingNew ? null : initialLateness(filing, filed, businessCalendar(options.closures));
  }
  // All rows of a filing were filed on one day, so the one due first is the most overdue.
  let worst: Lateness | null = null;
  for (const row of Object.values(byRow)) {
    if (row && (!worst || row.due < worst.due || (row.due === worst.due && row.days > worst.days))) worst = row;
  }
  return worst && { days: worst.days, due: worst.due, late: worst.late };
}

type LatenessByRow = Readonly<Record<string, RowLateness | null>>;

/**
 * The same for each row by id; null for a row that was reported before, that has no due date of its own (holdings, rows of Form
 * 3, transactions reported early), or that lacks a known date. The filer's own mark for a late report (L) has no effect and stays
 * on the row as filed.
 */
export function rowLateness(entry: Entry, options: LatenessOptions): LatenessByRow {
  const filed = dayNumber(filedOn(entry.filing));
  const deadlines = filed === null ? [] : rowDeadlines(entry, filed, options);
  const calendar = businessCalendar(options.closures);
  return Object.fromEntries(
    entry.rows.map((row, index) => {
      const deadline = deadlines[index] ?? null;
      const found = deadline && filed !== null ? latenessOf(deadline, filed, calendar) : null;
      return [rowId(row), deadline && found && { ...found, countedFrom: deadline.countedFrom }];
    }),
  );
}

/** The same as it is stored: only for rows with a due date; null if none has one. */
export function rowDelays(byRow: LatenessByRow): Record<string, RowDelay> | null {
  const delays = Object.entries(byRow).flatMap(([id, found]): [string, RowDelay][] =>
    found ? [[id, delayOf(found)]] : [],
  );
  return delays.length > 0 ? Object.fromEntries(delays) : null;
}

const delayOf = ({ days, due, countedFrom }: RowLateness): RowDelay =>
  countedFrom === "deemedExecutionDate" ? { days, due, fromDeemedDate: true } : { days, due };

function rowDeadlines(entry: Entry, filed: number, options: LatenessOptions): (Deadline | null)[] {
  const { restated, closures, subjectSince = null } = options;
  const calendar = businessCalendar(closures);
  const since = dayNumber(subjectSince) ?? Number.NEGATIVE_INFINITY;
  const yearEnd = fiscalYearEnd(entry);
  return entry.rows.map((row) => {
    if (restated.size > 0 && restated.has(rowId(row))) return null;
    const deadline = rowDeadline(row, entry.filing.documentType, yearEnd, filed, calendar);
    if (!deadline || deadline.from < since) return null;
    return filed > deadline.due && isEarnedLater(row, entry.notes, deadline.from, filed) ? null : deadline;
  });
}

const latenessOf = (
  { from, due }: Pick<Deadline, "from" | "due">,
  filed: number,
  calendar: BusinessCalendar,
): Lateness => ({ days: calendar.between(from, filed), due: calendarDate(due), late: filed > due });

function initialLateness({ periodOfReport }: Filing, filed: number, calendar: BusinessCalendar): Lateness | null {
  const event = dayNumber(periodOfReport);
  const due = event === null ? null : calendar.onOrAfter(event + FORM_3_DAYS);
  return event === null || due === null || event > filed ? null : latenessOf({ from: event, due }, filed, calendar);
}

/**
 * The day that a Form 5 is for. Some filers give a trade's date instead, so a period that equals a row's date counts only if it
 * is also the end of a month.
 */
function fiscalYearEnd({ filing, rows }: Entry): number | null {
  const { documentType, periodOfReport } = filing;
  const period = formOf(documentType) === "5" ? dayNumber(periodOfReport) : null;
  if (period === null) return null;
  const isMonthEnd = calendarDate(period + 1).endsWith("-01");
  return isMonthEnd || rows.every((row) => row.transactionDate.value !== periodOfReport) ? period : null;
}

function rowDeadline(
  row: ReportedRow,
  documentType: string | null,
  yearEnd: number | null,
  filed: number,
  calendar: BusinessCalendar,
): Deadline | null {
  if (row.kind !== "transaction") return null;
  const trade = dayNumber(row.transactionDate.value);
  if (trade === null || trade > filed) return null;
  switch (formDueOn(row, documentType, trade)) {
    case "4":
      return trade < TWO_DAYS_SINCE ? monthlyDeadline(trade, calendar) : twoDayDeadline(row, trade, filed, calendar);
    case "5":
      return annualDeadline(trade, yearEnd, calendar);
    default:
      return null;
  }
}

/** The form on which a transaction had to be reported; null if it was reported earlier than required. */
function formDueOn(row: ReportedRow, documentType: string | null, trade: number): "4" | "5" | null {
  const form = formOf(documentType);
  const marked = row.transactionFormType?.trim().slice(0, 1) || documentType?.slice(0, 1);
  const isAnnual = belongsOnForm5(row, trade);
  if (form === "4") {
    const isEarly = row.timeliness.value?.trim().toUpperCase() === "E";
    return marked === "4" && !isEarly && !isAnnual ? "4" : null;
  }
  if (form !== "5" || marked === "3") return null;
  if (marked === "4") return isAnnual ? null : "4";
  return isGiftDueOnForm4(row, trade) ? "4" : "5";
}

/** By its code. A gift received still belongs on Form 5. */
function belongsOnForm5(row: ReportedRow, trade: number): boolean {
  const code = row.transactionCode ?? "";
  if (code === "G") return !isGiftDueOnForm4(row, trade);
  return ANNUAL_CODES.has(code) || (trade < TWO_DAYS_SINCE && ANNUAL_CODES_BEFORE_TWO_DAYS.has(code));
}

const isGiftDueOnForm4 = (row: ReportedRow, trade: number): boolean =>
  row.transactionCode === "G" && row.acquiredDisposedCode.value === "D" && trade >= GIFTS_IN_TWO_DAYS_SINCE;

const EARNED = /\b(?:certif(?:y|ied|ies|ication)|achiev|attain|earned|performance)/i;

/**
 * An award for performance is acquired when it is earned, but some filers date it by its grant, years before
 * (0001494730-11-000002). If one sentence of its note says so and names a later day, the due date is unknown. A vesting day does
 * not count.
 */
const isEarnedLater = (row: ReportedRow, notes: Entry["notes"], granted: number, filed: number): boolean =>
  row.transactionCode === "A" &&
  rowNotes(row).some((id) => {
    const note = notes[id] ?? "";
    return EARNED.test(note) && sentences(note).some(({ text }) => namesDayEarned(text, granted, filed));
  });

const namesDayEarned = (sentence: string, granted: number, filed: number): boolean =>
  EARNED.test(sentence) && writtenDates(sentence).some(({ date }) => isBetween(dayNumber(date), granted, filed));

const isBetween = (day: number | null, after: number, upTo: number): boolean =>
  day !== null && day > after && day <= upTo;

/** From the trade, or from the later deemed execution date (Rule 16a-3(g)), as filed. */
function twoDayDeadline(row: ReportedRow, trade: number, filed: number, calendar: BusinessCalendar): Deadline | null {
  const deemed = row.deemedExecutionDate.value === null ? trade : dayNumber(row.deemedExecutionDate.value);
  if (deemed === null || deemed > filed) return null;
  const from = Math.max(trade, deemed);
  const due = calendar.add(from, FORM_4_BUSINESS_DAYS);
  return due === null ? null : { from, due, countedFrom: deemed > trade ? "deemedExecutionDate" : "transactionDate" };
}

function monthlyDeadline(trade: number, calendar: BusinessCalendar): Deadline | null {
  const [year = 0, month = 0] = calendarDate(trade).split("-").map(Number);
  const next = month === 12 ? `${year + 1}-01-10` : `${year}-${String(month + 1).padStart(2, "0")}-10`;
  const tenth = dayNumber(next);
  const due = tenth === null ? null : calendar.onOrAfter(tenth);
  return due === null ? null : { from: trade, due, countedFrom: "transactionDate" };
}

/** A trade outside the form's fiscal year was due after the end of another year, which the form does not state. */
function annualDeadline(trade: number, yearEnd: number | null, calendar: BusinessCalendar): Deadline | null {
  if (yearEnd === null || trade > yearEnd || trade <= yearEnd - LONGEST_YEAR) return null;
  const due = calendar.onOrAfter(yearEnd + FORM_5_DAYS);
  return due === null ? null : { from: trade, due, countedFrom: "transactionDate" };
}
