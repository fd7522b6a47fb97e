import { parseCik } from "@/lib/record/cik";

/** A person or company as the reader asks for it: by CIK, or by words of a name (or the symbol of an issuer). */
export type Party = { cik: string } | { words: string[] };

const MOST_WORDS = 8;

/** Digits are a CIK; anything else is words. `null` if the text has no words. */
export function parseParty(text: string): Party | null {
  const cik = parseCik(text);
  if (cik) return { cik };
  const words = nameWords(text);
  return words.length > 0 && words.length <= MOST_WORDS ? { words } : null;
}

/** The words of a name for searching: letters and digits, in lower case. */
export const nameWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const printParty = (party: Party): string => ("cik" in party ? party.cik : party.words.join(" "));
