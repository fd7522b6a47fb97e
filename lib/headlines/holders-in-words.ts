import { holderOf, holdersOfAll } from "@/lib/holdings/row-holder";
import { isDistinctive } from "@/lib/names/common-words";
import { wordsOf } from "@/lib/names/words-of";
import type { NoteFacts } from "@/lib/record/derived-filing";
import { namesInSentence } from "@/lib/record/filing-names";
import type { ReportedRow } from "@/lib/record/reported-row";
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

/** The distinctive words that all names begin with. */
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

/** Of indirect rows: "held by Harrow Street Partners", "held indirectly (by trust)". */
export function heldInWords(rows: readonly ReportedRow[], facts: NoteFacts): string {
  const names = namedHolders(rows, facts);
  return names === "" ? `held ${withNature("indirectly", rows, facts)}` : `held by ${names}`;
}

/** The holders of indirect rows whose names we know; empty if there are none. */
export function namedHolders(rows: readonly ReportedRow[], facts: NoteFacts): string {
  const names = [...new Set(rows.flatMap((row) => holderOf(row, facts)?.names ?? []))];
  return names.length > 0 ? holdersInWords(names) : "";
}

/** Of an indirect row in a list: "Thornlea Fund II, L.P.", "indirect (by trust)". */
export function holderOnRow(row: ReportedRow, facts: NoteFacts): string {
  const names = holderOf(row, facts)?.names ?? [];
  return names.length > 0 ? holdersInWords(names) : withNature("indirect", [row], facts);
}

/** How rows at one end of a transfer are held: "direct ownership", "Marsh Family Trust", "indirect ownership (by trust)". */
export function endInWords(rows: readonly ReportedRow[], facts: NoteFacts): string {
  if (rows.every(({ directOrIndirect }) => directOrIndirect.value === "D")) return "direct ownership";
  const holders = holdersOfAll(rows, facts);
  return holders === null ? withNature("indirect ownership", rows, facts) : holdersInWords(holders);
}

/** With the nature of ownership that all rows state: "indirectly (by trust)". */
function withNature(words: string, rows: readonly ReportedRow[], facts: NoteFacts): string {
  const [nature, ...others] = new Set(rows.map((row) => holderOf(row, facts)?.nature ?? null));
  return nature && others.length === 0 ? `${words} (${natureInSentence(nature)})` : words;
}

/** "by trust": the nature of ownership inside a sentence. */
const natureInSentence = (nature: string): string =>
  nature.replace(/^(By|Through|Held|See)\b/, (word) => word.toLowerCase());
