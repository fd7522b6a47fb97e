import { isLegalForm } from "@/lib/names/legal-forms";
import { parseCik } from "@/lib/record/cik";

/** A person or company by words of a name, or a company by exactly its ticker. */
export type NamedParty = { words: string[] } | { ticker: string };

/** A person or company as the reader asks for it. */
export type Party = { cik: string } | NamedParty;

const MOST_WORDS = 8;
const TICKER = /^[a-z]{1,6}(?:[.-][a-z]{1,2})?$/i;

export const isTickerLike = (text: string): boolean => TICKER.test(text);

/** Digits are a CIK; anything else is words. `null` if the text has no words. */
export function parseParty(text: string): Party | null {
  const cik = parseCik(text);
  if (cik) return { cik };
  const words = nameWords(text);
  return words.length > 0 && words.length <= MOST_WORDS ? { words } : null;
}

/** The same for an issuer: `$KSTG` is exactly this ticker, and `kstg` also the beginning of a name. */
export function parseIssuer(text: string): Party | null {
  const [, ticker = ""] = text.match(/^\$\s*(.*)$/) ?? [];
  return isTickerLike(ticker) ? { ticker: ticker.toUpperCase() } : parseParty(text);
}

/** The parts of a list: "CVNS, QRVX" has two tickers. A name with a comma, such as "Kestrel Grid, Inc.", is one part. */
export function issuerList(text: string): string[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const isList =
    /[,;]/.test(text) &&
    parts.length > 1 &&
    parts.every(
      (part) => parseCik(part) || (isTickerLike(part.replace(/^\$/, "")) && !isLegalForm(part.toLowerCase())),
    );
  return isList ? parts.map((part) => (parseCik(part) ? part : `$${part.replace(/^\$/, "")}`)) : [text];
}

/** The words of a name for searching: letters and digits, in lower case. */
export const nameWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const partyWords = (party: NamedParty): string[] => ("words" in party ? party.words : nameWords(party.ticker));

export const printParty = (party: Party): string =>
  "cik" in party ? party.cik : "ticker" in party ? `$${party.ticker}` : party.words.join(" ");

/** "Kestrel Grid Systems" by its CIK, "KSTG", or “kestrel grid”. `names` has names by CIK. */
export const describeParty = (party: Party, names: Readonly<Record<string, string>>): string =>
  "cik" in party
    ? (names[party.cik] ?? `CIK ${party.cik}`)
    : "ticker" in party
      ? party.ticker
      : `“${party.words.join(" ")}”`;
