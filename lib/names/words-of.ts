import { remembered } from "@/lib/values/remembered";
import { spelledForm } from "./legal-forms";

/** A word of a text, and its place there. */
export type NameWord = {
  /** For comparison: folded, without a possessive s. */
  plain: string;
  start: number;
  end: number;
  /** Begins with a capital letter or a digit, as the words of a name do. */
  isProper: boolean;
};

// "L.P." and "U.S." are one word. An initial before a space is a word of its own.
const word = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}(?![\p{L}\p{M}\p{N}]))+\.?|[\p{L}\p{M}\p{N}]+(?:['’`][\p{L}\p{M}]+)*|&/gu;

const ascii = /^[\x20-\x7e\s]*$/;

/** Without capitals, accents, apostrophes and dots: "L.P." equals "LP", and "O'Toole" equals "OTOOLE". */
export function fold(text: string): string {
  const letters = ascii.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return letters.toLowerCase().replace(/['’`.]/g, "");
}

const plainWord = (text: string): string => (text === "&" ? "and" : fold(text.replace(/['’`][sS]$/, "")));

const proper = /^[\p{Lu}\p{N}&]/u;

/** Texts repeat their words. */
const known = remembered((text) => ({ plain: plainWord(text), isProper: proper.test(text) }));

/** The words of a text. A legal form is one word in any spelling: "L.P.", "L P" and "Limited Partnership". */
export function wordsOf(text: string): NameWord[] {
  const found: NameWord[] = [];
  // `matchAll` would copy the pattern for each text.
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    const { plain, isProper } = known(match[0]);
    found.push({ plain, start: match.index, end: word.lastIndex, isProper });
  }
  const words: NameWord[] = [];
  for (let at = 0; at < found.length; at++) {
    const first = found[at];
    if (!first) break;
    const spelled = spelledForm((offset) => found[at + offset]?.plain);
    const last = found[at + (spelled?.words ?? 1) - 1];
    words.push(spelled && last ? { ...first, plain: spelled.form, end: last.end } : first);
    at += (spelled?.words ?? 1) - 1;
  }
  return words;
}
