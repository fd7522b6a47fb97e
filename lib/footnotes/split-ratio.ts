import { sentences } from "./sentences";
import { type Words, wordsAt } from "./words";
import { type WrittenDate, writtenDates } from "./written-dates";

/** So many new shares for so many old ones, as decimal text. */
export type SplitRatio = { new: string; old: string };

/** A stock split, reverse split or stock dividend as a note states it. */
export type SplitStatement = {
  ratio: SplitRatio;
  /** The day it took effect or was distributed, where the note says it. */
  date: string | null;
} & Words;

const NUMERALS = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    "twenty-five": 25,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    "one hundred": 100,
    hundred: 100,
  }),
);

const numeral = [...NUMERALS.keys()]
  .sort((a, b) => b.length - a.length)
  .join("|")
  .replaceAll(" ", "[\\s-]");
const amount = `(\\d+(?:\\.\\d+)?|${numeral})(?:\\s*\\(\\d+\\))?`;
const ratio = new RegExp(
  `(?<![\\w.,$/-])${amount}(?:[\\s‐-―-]*(?:for|to)[\\s‐-―-]*|\\s*:\\s*)(?:each\\s+|every\\s+)?${amount}(?![\\w,]|\\.\\d)`,
  "gi",
);
const percent =
  /(\d+(?:\.\d+)?)\s*%\s+(?:\w+\s+)?(?:stock|share)\s+dividend|(?:stock|share)\s+dividend\s+of\s+(\d+(?:\.\d+)?)\s*%/gi;

const split = "(?:split(?!\\s+into)|subdivision|consolidation|(?:stock|share)\\s+dividend)";
const splitAfter = new RegExp(`^[\\s\\w'’()‐-―-]{0,60}?\\b${split}\\b`, "i");
const splitBefore = new RegExp(`\\b${split}\\b[^.;]{0,90}$`, "i");
const reverse = /\b(?:reverse|consolidation)\b/i;

/** Whether a text speaks of a split at all. */
const anySplit = new RegExp(`\\b${split}\\b`, "i");
export const namesSplit = (text: string): boolean => anySplit.test(text);

const value = (written: string): string =>
  String(NUMERALS.get(written.toLowerCase().replace(/[\s-]+/g, written.includes("hundred") ? " " : "-")) ?? written);

/** All splits that a note states with their ratio, in order. */
export function splitStatements(text: string): SplitStatement[] {
  if (!namesSplit(text)) return [];
  return sentences(text).flatMap((sentence) => {
    const found = [...ratios(sentence.text), ...percentages(sentence.text)].sort((a, b) => a.start - b.start);
    return found.map((each, index): SplitStatement => {
      const until = found[index + 1]?.start ?? sentence.text.length;
      const date = dateOf(sentence.text, each, until);
      const end = date && date.start >= each.end ? date.end : each.end;
      return {
        ratio: each.ratio,
        date: date?.date ?? null,
        ...wordsAt(text, sentence.start + each.start, sentence.start + end),
      };
    });
  });
}

/** The first split that a note states. */
export const splitRatio = (text: string): SplitStatement | null => splitStatements(text)[0] ?? null;

type Found = { ratio: SplitRatio } & Words;

function* ratios(sentence: string): Generator<Found> {
  for (const match of sentence.matchAll(ratio)) {
    const [words, first = "", second = ""] = match;
    const end = match.index + words.length;
    const after = splitAfter.exec(sentence.slice(end));
    const before = after ? null : splitBefore.exec(sentence.slice(0, match.index));
    if (!after && !before) continue;
    const [one, other] = [value(first), value(second)];
    if (one === other || Number(one) === 0 || Number(other) === 0) continue;
    const isReverse =
      reverse.test(after?.[0] ?? "") || reverse.test(sentence.slice(before?.index ?? match.index - 24, match.index));
    const isSwapped = isReverse && Number(one) > Number(other);
    yield {
      ratio: isSwapped ? { new: other, old: one } : { new: one, old: other },
      ...wordsAt(sentence, before?.index ?? match.index, end + (after?.[0].length ?? 0)),
    };
  }
}

/** "A 50% stock dividend": 150 new for 100 old, in lowest terms. */
function* percentages(sentence: string): Generator<Found> {
  for (const match of sentence.matchAll(percent)) {
    const [whole = "0", fraction = ""] = (match[1] ?? match[2] ?? "0").split(".");
    const scale = 10 ** fraction.length;
    const added = Number(`${whole}${fraction}`);
    const divisor = greatestCommon(100 * scale + added, 100 * scale);
    if (added === 0) continue;
    const ratio = { new: String((100 * scale + added) / divisor), old: String((100 * scale) / divisor) };
    yield { ratio, ...wordsAt(sentence, match.index, match.index + match[0].length) };
  }
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));

const tookEffect = /\b(?:effect\w*|distribut\w*|paid|payable|occur\w*|complet\w*|implement\w*|consummat\w*)\b/i;
const onThatDay = /^\W*(?:\w+\s+)?(?:on|of)\s*$/i;
const otherDay = /\b(?:record|announc\w*|approv\w*|declar\w*|grant\w*|report\w*|fil(?:ed|ing))\b/i;

function dateOf(sentence: string, found: Words, until: number): WrittenDate | null {
  const dates = writtenDates(sentence);
  const after = dates.find(({ start }) => {
    const between = sentence.slice(found.end, start);
    return (
      start >= found.end &&
      start < until &&
      !otherDay.test(between) &&
      (tookEffect.test(between) || onThatDay.test(between))
    );
  });
  if (after) return after;
  const before = dates.filter(({ end }) => end <= found.start).at(-1);
  if (!before) return null;
  const between = sentence.slice(before.end, found.start);
  return tookEffect.test(between) && !otherDay.test(sentence.slice(0, before.start).slice(-30)) ? before : null;
}
