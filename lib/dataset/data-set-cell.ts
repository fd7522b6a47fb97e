import Big from "big.js";
import type { CellPlace } from "@/lib/dataset/data-set-columns";
import { type ListedRelationship, readRelationship } from "@/lib/dataset/relationship";
import { typedValue } from "@/lib/edgar/typed-value";
import { parseCik } from "@/lib/record/cik";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

/** A cell that begins and ends with a quote and doubles each inner one is quoted as in CSV; any other quote is literal. */
export function unwrapCell(cell: string): string {
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  const inner = cell.slice(1, -1);
  return /^(?:[^"]|"")*$/.test(inner) ? inner.replaceAll('""', '"') : cell;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** `12-SEP-2024` as `2024-09-12`; null if it is not a date. */
export function parseDataSetDate(text: string): string | null {
  const parts = text.match(/^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/);
  if (!parts) return null;
  const [, date = "", name = "", year] = parts;
  const month = MONTHS.indexOf(name.toUpperCase()) + 1;
  const day = `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
  return month > 0 && isCalendarDate(day) ? day : null;
}

/** The ids in `F1, F2`; null for an empty cell. */
export function parseFootnoteList(text: string): string[] | null {
  const ids = text.split(/[\s,;]+/).filter((id) => id !== "");
  return ids.length > 0 ? ids : null;
}

export type CellValue = {
  value: string | boolean | string[] | ListedRelationship | null;
  /** The text as printed, if the value's column cannot reproduce it. */
  spelling?: string;
  problem?: string;
};

/** Reads a cell as the type of its column. An empty cell is null, never an empty string. */
export function readCell(cell: string, type: CellPlace["type"]): CellValue {
  const text = unwrapCell(cell);
  if (text.trim() === "") return { value: null };
  switch (type) {
    case "text":
      return { value: text };
    case "notes":
      return { value: parseFootnoteList(text) };
    case "relationship":
      return readRelationshipCell(text);
    case "date": {
      const day = parseDataSetDate(text.trim());
      return day === null ? typedValue(text, "date") : { value: day };
    }
    case "cik": {
      // The same number, with or without leading zeros.
      const cik = parseCik(text);
      return cik === null ? typedValue(text, "cik") : { value: cik };
    }
    case "decimal":
      return EXPONENT.test(text) ? { value: new Big(text).toFixed(), spelling: text } : typedValue(text, "decimal");
    case "code":
    case "flag":
      return typedValue(text, type);
  }
}

/**
 * Large numbers in scientific notation: `3.6E10`. The exponent has at most two digits, so that no cell becomes a number with a
 * million digits.
 */
const EXPONENT = /^-?\d{1,40}(?:\.\d{1,40})?E[+-]?\d{1,2}$/i;

function readRelationshipCell(text: string): CellValue {
  const value = readRelationship(text);
  if (value.unknown.length === 0) return { value };
  return {
    value,
    spelling: text,
    problem: `names a relationship that the form does not have: ${value.unknown.join(", ")}`,
  };
}
