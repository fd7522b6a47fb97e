import type { RewrittenText } from "./rewritten-text";

/**
 * Words, and what replaces them. One of the texts in `needs` is part of all such words or of what must be around them, in lower case and
 * with single spaces: looking for a text takes a tenth of the time of a pattern, and most rules change no note at all.
 */
export type WordRule = readonly [
  words: RegExp,
  by: string | ((match: RegExpExecArray) => string),
  needs?: readonly string[],
];

/** A text as `needs` are looked for in it. */
export const asNeeded = (text: string): string => {
  const lower = text.toLowerCase();
  return /[^\S ]| {2}/.test(lower) ? lower.replace(/\s+/g, " ") : lower;
};

/** Applies each rule to what the rules before it have made. */
export function applyRules(text: RewrittenText, rules: readonly WordRule[]): RewrittenText {
  let now = text;
  let looked = asNeeded(now.text);
  for (const [words, by, needs] of rules) {
    if (needs && !needs.some((need) => looked.includes(need))) continue;
    const next = now.replace(words, by);
    if (next !== now) looked = asNeeded(next.text);
    now = next;
  }
  return now;
}
