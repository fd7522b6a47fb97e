import { isDocumentType } from "@/lib/edgar/document-rules";
import { parseCik } from "@/lib/record/cik";
import { transactionCode } from "@/lib/record/transaction-codes";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { dateOf, decimalOf } from "@/paper/form/cell-values";

/** What each field of the form can contain, for checking what a person types. */
export type AnswerType =
  | "text"
  | "name"
  | "form"
  | "date"
  | "decimal"
  | "code"
  | "early"
  | "acquiredDisposed"
  | "directOrIndirect"
  | "box"
  | "cik";

/** The value in the document's spelling, or a sentence that says why there is none. */
export type TypedAnswer = { value: string } | { problem: string };

const LONGEST_TEXT = 4_000;
const LONGEST_NAME = 200;

/** What a person typed, as the type of its field. Empty text is not an answer, and is handled before. */
export function typedAnswer(type: AnswerType, typed: string): TypedAnswer {
  const text = typed.trim();
  const value = readers[type].read(text);
  return value === null ? { problem: `“${shortened(text)}” ${readers[type].problem}` } : { value };
}

const oneOf =
  (...letters: string[]) =>
  (text: string) =>
    letters.includes(text.toUpperCase()) ? text.toUpperCase() : null;

const readers: Record<AnswerType, { read: (text: string) => string | null; problem: string }> = {
  text: {
    read: upTo(LONGEST_TEXT),
    problem: "is empty, or longer than the limit of 4,000 characters.",
  },
  name: {
    read: upTo(LONGEST_NAME),
    problem: "is empty, or longer than the limit of 200 characters.",
  },
  form: {
    read: (text) => (isDocumentType(text.toUpperCase()) ? text.toUpperCase() : null),
    problem: "is not a form we can read. Enter 3, 4 or 5, or for an amendment 3/A, 4/A or 5/A.",
  },
  date: {
    read: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDate(text) ? text : dateOf(text)),
    problem: "is not a date. Enter it as 07/15/2013 or 2013-07-15.",
  },
  decimal: {
    read: amountOf,
    problem: "is not a positive number with up to 20 digits before the point. Enter it as 13,200 or 6.36.",
  },
  code: {
    read: (text) => (transactionCode(text.toUpperCase()) ? text.toUpperCase() : null),
    problem: "is not a transaction code. Enter one of the form’s letters, such as P, S, M, A, F or G.",
  },
  // Printed as V; in the document, the form on which the transaction could have been reported.
  early: {
    read: (text) => (oneOf("V", "5")(text) ? "5" : null),
    problem: "is not V, the only value allowed in this column.",
  },
  acquiredDisposed: { read: oneOf("A", "D"), problem: "is not A (acquired) or D (disposed of)." },
  directOrIndirect: { read: oneOf("D", "I"), problem: "is not D (direct) or I (indirect)." },
  box: { read: oneOf("0", "1"), problem: "is not 1 (checked) or 0 (not checked)." },
  cik: { read: parseCik, problem: "is not a CIK. A CIK is a number of up to ten digits." },
};

/** Keeps line breaks, and removes characters that no printed form can contain. */
const withoutControls = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, "");

function upTo(longest: number) {
  return (text: string) => (text.length <= longest ? withoutControls(text) || null : null);
}

/** Shares, prices and balances. None of them is negative. */
function amountOf(text: string): string | null {
  const decimal = decimalOf(text);
  return decimal !== null && /^\d{1,20}(?:\.|$)/.test(decimal) ? decimal : null;
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
