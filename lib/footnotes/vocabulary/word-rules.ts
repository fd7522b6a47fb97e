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

type Need = { text: string; pairs: readonly number[] };

/** Pairs of letters by the lower bits of both, so that some pairs share a number. */
const PAIRS = 64 * 64;
const pairAt = (text: string, at: number): number => ((text.charCodeAt(at) & 63) << 6) | (text.charCodeAt(at + 1) & 63);

/**
 * A text in which many others are looked for. Most of them have two letters that are next to each other nowhere in it, and asking for these
 * takes much less time than a search.
 */
class LookedThrough {
  private readonly text: string;
  private readonly pairs = new Uint8Array(PAIRS);

  constructor(text: string) {
    this.text = asNeeded(text);
    for (let at = 0; at < this.text.length - 1; at++) this.pairs[pairAt(this.text, at)] = 1;
  }

  hasAny(needs: readonly Need[]): boolean {
    for (const { text, pairs } of needs) if (this.hasPairs(pairs) && this.text.includes(text)) return true;
    return false;
  }

  private hasPairs(pairs: readonly number[]): boolean {
    for (const pair of pairs) if (this.pairs[pair] === 0) return false;
    return true;
  }
}

const needOf = (text: string): Need => ({
  text,
  pairs: Array.from({ length: text.length - 1 }, (_, at) => pairAt(text, at)),
});

/** By list of rules, what each rule needs. */
const known = new WeakMap<readonly WordRule[], readonly (readonly Need[] | null)[]>();

function needsOf(rules: readonly WordRule[]): readonly (readonly Need[] | null)[] {
  const needs = known.get(rules) ?? rules.map(([, , each]) => each?.map(needOf) ?? null);
  known.set(rules, needs);
  return needs;
}

/** Applies each rule to what the rules before it have made. */
export function applyRules(text: RewrittenText, rules: readonly WordRule[]): RewrittenText {
  const needs = needsOf(rules);
  let now = text;
  let looked = new LookedThrough(now.text);
  for (const [index, [words, by]] of rules.entries()) {
    const needed = needs[index];
    if (needed && !looked.hasAny(needed)) continue;
    const next = now.replace(words, by);
    if (next !== now) looked = new LookedThrough(next.text);
    now = next;
  }
  return now;
}
