import { isDistinctive } from "@/lib/names/common-words";
import { wordsOf } from "@/lib/names/words-of";
import { namesInSentence } from "@/lib/record/filing-names";
import { numberInWords } from "@/lib/values/number-words";

/** What several vehicles of one family are, if each name says so. */
const NOUNS: readonly (readonly [noun: string, named: RegExp])[] = [
  ["funds", /\bfund\b|\b(?:capital|equity|growth|opportunit(?:y|ies)|partners|ventures?)\b.*\bl\.?\s?p\b/i],
  ["partnerships", /\b(?:l\.?\s?l?\.?\s?p|partnership)\b/i],
  ["trusts", /\b(?:trust|gra?t|slat)\b/i],
  ["foundations", /\bfoundation\b/i],
  ["companies", /\b(?:l\.?\s?l\.?\s?c|inc|corp|co|company)\b/i],
];

/** "Thornlea Fund II, L.P.", "Harrow Street Partners and Marsh Family Trust", "two Thornlea funds". */
export function holdersInWords(names: readonly string[]): string {
  const family = names.length > 1 ? commonStart(names) : "";
  if (family === "") return namesInSentence(names);
  const noun = NOUNS.find(([, named]) => names.every((name) => named.test(name)))?.[0] ?? "entities";
  return `${numberInWords(names.length)} ${family} ${noun}`;
}

/** The words of their own that all names begin with. */
function commonStart(names: readonly string[]): string {
  const [first = [], ...others] = names.map((name) => {
    const text = name.replace(/^the\s+/i, "");
    return wordsOf(text).map(({ start, end, plain }) => ({ word: text.slice(start, end), plain }));
  });
  const end = first.findIndex(
    ({ plain }, at) => !isDistinctive(plain) || others.some((words) => words[at]?.plain !== plain),
  );
  return first
    .slice(0, end < 0 ? first.length : end)
    .map(({ word }) => word)
    .join(" ");
}
