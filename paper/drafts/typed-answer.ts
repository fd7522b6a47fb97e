import { isDocumentType } from "@/lib/edgar/document-rules";
import { parseCik } from "@/lib/record/cik";
import { transactionCode } from "@/lib/record/transaction-codes";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { dateOf, decimalOf } from "@/paper/form/cell-values";

/** What a field of the form can hold, for what a person types into it. */
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

/** The value as the document spells it, or why there is none, as a sentence. */
export type TypedAnswer = { value: string } | { problem: string };

const LONGEST_TEXT = 4_000;
const LONGEST_NAME = 200;

/** What a person typed, as the type of its field. An empty text is no answer, and never comes here. */
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
    problem: "is longer than the 4,000 characters that are kept of a text, or has nothing to read in it.",
  },
  name: {
    read: upTo(LONGEST_NAME),
    problem: "is longer than the 200 characters that are kept of a name, or has nothing to read in it.",
  },
  form: {
    read: (text) => (isDocumentType(text.toUpperCase()) ? text.toUpperCase() : null),
    problem: "is no form that is read here. Write 3, 4 or 5, and for an amendment 3/A, 4/A or 5/A.",
  },
  date: {
    read: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDate(text) ? text : dateOf(text)),
    problem: "is not a date. Write it as the form does, 07/15/2013, or as 2013-07-15.",
  },
  decimal: {
    read: amountOf,
    problem:
      "is not a number of 0 or more with up to 20 digits before the point. Write it as the form does: 13,200 or 6.36.",
  },
  code: {
    read: (text) => (transactionCode(text.toUpperCase()) ? text.toUpperCase() : null),
    problem: "is no transaction code. A code is one letter of the form’s list, such as P, S, M, A, F or G.",
  },
  // Printed as V, filed as the form on which the transaction could have stood.
  early: { read: (text) => (oneOf("V", "5")(text) ? "5" : null), problem: "is not V, the one mark of this column." },
  acquiredDisposed: { read: oneOf("A", "D"), problem: "is neither A, acquired, nor D, disposed of." },
  directOrIndirect: { read: oneOf("D", "I"), problem: "is neither D, direct, nor I, indirect." },
  box: { read: oneOf("0", "1"), problem: "is neither 1, checked, nor 0, not checked." },
  cik: { read: parseCik, problem: "is not a CIK: a number of up to ten digits." },
};

/** Line breaks stay; what no printed form can hold goes. */
const withoutControls = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, "");

function upTo(longest: number) {
  return (text: string) => (text.length <= longest ? withoutControls(text) || null : null);
}

/** Shares, prices and balances: none of them is negative. */
function amountOf(text: string): string | null {
  const decimal = decimalOf(text);
  return decimal !== null && /^\d{1,20}(?:\.|$)/.test(decimal) ? decimal : null;
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
