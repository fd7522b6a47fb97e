import { pattern } from "@/lib/values/pattern";

/** What can end a company's name, with or without dots. */
const LEGAL_FORMS =
  "inc incorporated corp corporation co company companies ltd limited llc lp llp plc nv sa ag se bancorp bancshares".split(
    " ",
  );
const ENDING = pattern("i")`^ (?: ${LEGAL_FORMS} | trust | partners | group | holdings ) $`;
/** Words that may be between the capitalised words of a name. */
const WITHIN = /^(?:&|and|of|the|de|for)$/i;
const START = /^["“(]?[A-Z0-9]/;

/** Names of companies in a text, as they are written there: `AmTrust Financial Services, Inc.` */
export function companyNamesIn(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const names: string[] = [];
  words.forEach((word, end) => {
    if (!isEnding(word) || (words[end + 1] !== undefined && isEnding(words[end + 1] ?? ""))) return;
    let start = end;
    while (start > 0 && belongs(words, start - 1)) start -= 1;
    while (start < end && WITHIN.test(words[start] ?? "")) start += 1;
    const name = words
      .slice(start, end + 1)
      .join(" ")
      .replace(/^["“(]+/, "")
      .replace(/[,;:)”"]+$/, "");
    if (start < end) names.push(name);
  });
  return names;
}

/** Whether the word ends the names of many companies, and so identifies none: `Inc.`, `Holdings`. */
export const isCompanyEnding = (word: string) => ENDING.test(word.replace(/[^\p{L}]/gu, ""));

const isEnding = (word: string) => /^["“(]?[A-Z]/.test(word) && isCompanyEnding(word);

/** Whether a word belongs to the same name as the next word. `C/O`, the end of a sentence and a house number do not. */
function belongs(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (/^c\/o$/i.test(word) || /[.;:)]$/.test(word.replace(/\b(?:[A-Z]|St|Co|Inc|Corp)\.$/, ""))) return false;
  return START.test(word) || (WITHIN.test(word) && at > 0 && START.test(words[at - 1] ?? ""));
}
