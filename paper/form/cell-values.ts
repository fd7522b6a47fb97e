import { transactionCode } from "@/lib/record/transaction-codes";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { MONTHS } from "@/lib/values/months";

/** The text of a cell as the type of its column; null if it is not of that type. */
export type CellReader = (text: string) => string | null;

const DATE = /^(\d{1,2})\/(\d{1,2}|\d{2}[+-]\d{2}:\d{2}|\d{2}Z)\/(\d{4})$/;

/**
 * `07/15/2013` as `2013-07-15`. Some XML gives a time zone, which pages print within the date (`07/19-05:00/2024`). It is moved
 * to the end.
 */
export const dateOf: CellReader = (text) => {
  const [, month, dayAndZone, year] = DATE.exec(text.replaceAll(" ", "")) ?? [];
  if (!month || !dayAndZone || !year) return null;
  const [, day = "", zone = ""] = /^(\d+)(.*)$/.exec(dayAndZone) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? `${date}${zone}` : null;
};

const SHORT_YEAR = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2})$/;
const IN_WORDS = /^([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),?\s*(\d{4})$/;

/**
 * Dates as people typed them before 2003: `2/7/00`, `March 13, 2000`. Section 16 dates from 1934 and electronic forms from the
 * 1990s, so two digits up to 49 mean this century.
 */
export const typedDateOf: CellReader = (text) => {
  const [, month, day, short] = SHORT_YEAR.exec(text) ?? [];
  if (month && day && short) return dateOf(`${month}/${day}/${Number(short) < 50 ? "20" : "19"}${short}`);
  const [, name, dayOfName, year] = IN_WORDS.exec(text) ?? [];
  const at = name ? MONTHS.findIndex((full) => full === name || full.slice(0, 3) === name) : -1;
  return at < 0 ? dateOf(text) : dateOf(`${at + 1}/${dayOfName}/${year}`);
};

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;

/** `13,200` as `13200`; `$ 6.36` as `6.36`. A text whose commas do not separate thousands is not a number. */
export const decimalOf: CellReader = (text) => {
  const bare = text.replace(/^(-?)\$\s*/, "$1").trim();
  return /\d/.test(bare) && NUMBER.test(bare) ? bare.replaceAll(",", "").replace(/^(-?)\./, "$10.") : null;
};

/** True for an amount of money in a column that mostly contains shares: the form then reports a value. */
export const isMoney = (text: string) => /^-?\$/.test(text);

/**
 * The text of the code column: `S`, `P/K` for an equity swap, and on a Form 5, which has no column V, followed by the form: `S4`,
 * `P/K5`.
 */
export type PrintedCode = { code: string | null; isSwap: boolean; formType: string | null };

const CODE = /^([A-Z])?\s*(?:\/\s*(K))?\s*([345])?$/;

export function printedCode(text: string): PrintedCode | null {
  const [matched, letter, swap, formType] = CODE.exec(text) ?? [];
  if (!matched || (letter && !transactionCode(letter))) return null;
  return { code: letter ?? null, isSwap: swap !== undefined, formType: formType ?? null };
}

export const codeOf: CellReader = (text) => printedCode(text)?.code ?? null;

export const acquiredDisposedOf: CellReader = (text) => (/^[AD]$/.test(text) ? text : null);
export const directOrIndirectOf: CellReader = (text) => (/^[DI]$/.test(text) ? text : null);
export const cellText: CellReader = (text) => text.trim() || null;
