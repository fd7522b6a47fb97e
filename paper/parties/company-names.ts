import { pattern } from "@/lib/values/pattern";

/** What ends a company's name, with or without its dots. */
const LEGAL_FORMS =
  "inc incorporated corp corporation co company companies ltd limited llc lp llp plc nv sa ag se bancorp bancshares".split(
    " ",
  );
const ENDING = pattern("i")`^ (?: ${LEGAL_FORMS} | trust | partners | group | holdings ) $`;
/** Words that stand between the capitalised words of a name. */
const WITHIN = /^(?:&|and|of|the|de|for)$/i;
const START = /^["“(]?[A-Z0-9]/;

/** Names of companies that a text spells out, each as it stands there: `AmTrust Financial Services, Inc.` */
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

/** Whether it is a word that ends names of companies, whichever they are: `Inc.`, `Holdings`. */
export const isCompanyEnding = (word: string) => ENDING.test(word.replace(/[^\p{L}]/gu, ""));

const isEnding = (word: string) => /^["“(]?[A-Z]/.test(word) && isCompanyEnding(word);

/** Whether a word goes on with the name behind it: `C/O`, the end of a sentence and a number of a house do not. */
function belongs(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (/^c\/o$/i.test(word) || /[.;:)]$/.test(word.replace(/\b(?:[A-Z]|St|Co|Inc|Corp)\.$/, ""))) return false;
  return START.test(word) || (WITHIN.test(word) && at > 0 && START.test(words[at - 1] ?? ""));
}
