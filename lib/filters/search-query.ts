import { nameWords } from "@/lib/filters/party";
import { type AccessionNumber, accessionNumberInText, parseAccessionNumber } from "@/lib/record/accession-number";
import { type Cik, parseCik } from "@/lib/record/cik";

export const LONGEST_QUERY = 200;

/** A ticker behind its exchange, as in the news: "NYSE: BRK.B". */
const LISTED = /^(?:nasdaq|nyse|nyse american|amex|otc)\s?:\s?([a-z][a-z.-]{0,9})$/i;

/** Accession numbers with the same beginning, as the two ends of their range. The range is valid in every collation. */
export type AccessionRange = { from: string; to: string };

/** What a search asks for, judged only by its form. `text` is the query as it is run, with control characters as spaces. */
export type SearchQuery = { text: string } & (
  | { kind: "empty" }
  | { kind: "too long"; length: number }
  /** Neither letters nor digits. */
  | { kind: "no words" }
  | { kind: "accession number"; accessionNumber: AccessionNumber }
  | { kind: "accession range"; range: AccessionRange }
  | { kind: "cik"; cik: Cik }
  | { kind: "symbol"; symbol: string; words: string[] }
  | { kind: "insider"; words: string[] }
  /** Names; `symbol` is set if the text could be a ticker. */
  | { kind: "words"; words: string[]; symbol: string | null }
);

/**
 * Reads a query. Exact forms come first: an accession number alone or inside an address, `#` and the beginning of one, `$` or an
 * exchange and a ticker, `@` and an insider's name, digits for a CIK. Anything else is read as words of names.
 */
export function parseSearchQuery(raw: string): SearchQuery {
  const text = raw
    .normalize("NFC")
    .replace(/\p{C}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return { kind: "empty", text };
  const length = [...text].length;
  if (length > LONGEST_QUERY) return { kind: "too long", text, length };

  const [sign = ""] = text;
  const afterSign = text.slice(1).trim();
  const alone = sign === "#" ? afterSign : text;
  const accessionNumber = parseAccessionNumber(alone) ?? typedAccessionNumber(alone) ?? accessionNumberInText(text);
  if (accessionNumber) return { kind: "accession number", text, accessionNumber };
  if (sign === "#") {
    const range = accessionRange(afterSign);
    if (range) return { kind: "accession range", text, range };
  }
  const cik = cikInText(text);
  if (cik) return { kind: "cik", text, cik };
  // A dash after ten digits, or more digits than a CIK has, can only be the beginning of an accession number.
  if (/^\d{10}-[\d-]*$|^\d{11,17}$/.test(text)) {
    const range = accessionRange(text);
    if (range) return { kind: "accession range", text, range };
  }

  const words = nameWords(text);
  if (words.length === 0) return { kind: "no words", text };
  const symbol = sign === "$" ? afterSign : text.match(LISTED)?.[1];
  if (symbol !== undefined) return { kind: "symbol", text, symbol: symbol.toUpperCase(), words: nameWords(symbol) };
  if (sign === "@") return { kind: "insider", text, words };
  return { kind: "words", text, words, symbol: /^[A-Za-z][A-Za-z.-]{0,9}$/.test(text) ? text.toUpperCase() : null };
}

/** An accession number as people type or copy it: with any dashes or with spaces, and perhaps without its leading zeros. */
function typedAccessionNumber(text: string): AccessionNumber | null {
  const parts = text.match(/^(\d{1,10})[\p{Pd}\u2212 ](\d{2})[\p{Pd}\u2212 ](\d{6})$/u)?.slice(1);
  return parts ? parseAccessionNumber(parts.join("").padStart(18, "0")) : null;
}

/** A CIK alone, after the word "CIK", or in an EDGAR address. */
function cikInText(text: string): Cik | null {
  const found =
    text.match(/^(?:cik)?\s*[:#]?\s*(\d{1,10})$/i) ??
    text.match(/[?&]CIK=(\d{1,10})(?!\d)/i) ??
    text.match(/\/edgar\/data\/(\d{1,10})(?!\d)/i);
  return found?.[1] ? parseCik(found[1]) : null;
}

/** `0001365555-13` or `1365555-13`, or the first digits without dashes. */
export function accessionRange(text: string): AccessionRange | null {
  const [filer, ...rest] = text.split("-");
  if (filer === undefined || !/^\d{1,17}(-\d*){0,2}$/.test(text)) return null;
  if (rest.length > 0 && filer.length > 10) return null;
  const digits = rest.length > 0 ? `${filer.padStart(10, "0")}${rest.join("")}` : filer;
  if (digits.length > 17) return null;
  const from = parseAccessionNumber(digits.padEnd(18, "0"));
  const to = parseAccessionNumber(digits.padEnd(18, "9"));
  return from && to ? { from, to } : null;
}
