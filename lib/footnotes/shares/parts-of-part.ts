import Big from "big.js";
import { lettersBefore, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { shareCounts } from "./share-counts";

/** What is needed of a part: its kind, its number, and where its words are. */
type Counted = { part: { what: string; shares: string | null }; start: number; end: number };

/** Words between a part and what it is made up of: "22,000 restricted shares, which vest as follows: 10,000 shares vest on May 1". */
const ofThis = pattern("i")`
  [:(] | \b (?:of\s+(?:which|these|those|them|such) | including | consist(?:s|ed|ing)\s+of | compris(?:es|ing|ed\s+of) | made\s+up\s+of | as\s+follows | schedules? | namely | being | with) \b
`;

/** The parts without those that only say how one of them is made up: their numbers add up to its own. */
export function withoutPartsOfPart<Found extends Counted>(found: readonly Found[], text: string, start = 0): Found[] {
  const left: Found[] = [];
  for (let index = 0; index < found.length; index++) {
    const whole = found[index];
    if (!whole) break;
    left.push(whole);
    const last = lastOf(found, index, text, start);
    if (last !== null) index = last;
  }
  return left;
}

/** The index of the last part of a part, if those after it add up to it. */
function lastOf(found: readonly Counted[], at: number, text: string, start: number): number | null {
  const whole = found[at];
  const first = found[at + 1];
  if (!whole?.part.shares || !first) return null;
  if (!ofThis.test(text.slice(whole.start - start, first.start - start + FIRST_WORDS))) return null;
  let sum = new Big(0);
  for (let index = at + 1; index < found.length; index++) {
    const { shares, what } = found[index]?.part ?? {};
    if (!shares || (what !== "other" && what !== whole.part.what)) return null;
    sum = sum.plus(shares);
    if (sum.eq(whole.part.shares)) return index > at + 1 ? index : null;
    if (sum.gt(whole.part.shares)) return null;
  }
  return null;
}

/** "20,000 of which": the words may come after the number of the first of them. */
const FIRST_WORDS = 20;

const inBrackets =
  /\(\s*(?:including|of\s+which|consisting\s+of|comprised\s+of|comprising|being|made\s+up\s+of)\s[^()]*(?:\([^()]*\)[^()]*)*\)(?=\s+(?:and|plus)\s|,|;)/gi;
const listed = /\b(?:includ(?:es?|ing|ed)|consists?\s+of|consisting\s+of|comprised\s+of|comprises?|and)\s[^;()]*$/i;

/** The same words with blanks for "(including 19,000 that have vested and 26,000 that have not)", if these add up to the part ahead. */
export const withoutMakeup = (text: string): string =>
  /\(\s*(?:incl|of\s+which|consist|compr|being|made)/i.test(text)
    ? text.replace(inBrackets, (words, at: number) => {
        const ahead = text.slice(0, at);
        const whole = listed.test(ahead) ? shareCounts(ahead).at(-1) : undefined;
        const parts = shareCounts(words);
        const sum = parts.reduce((all, { count }) => all.plus(count), new Big(0));
        return whole && parts.length > 1 && sum.eq(whole.count) ? " ".repeat(words.length) : words;
      })
    : text;

/** ", of which 2,000 will vest on May 1, 2026 and 3,000 on May 1, 2027", ", 900 of which are subject to vesting", up to the next part. */
const onlyVesting = pattern("gi")`
  ,?\s+ (?:(?:all|each|none|some|(?:one-)?half|most|\d[\d,.]*(?<=\d))\s+)? of\s+(?:which|them)\s+
  (?:(?:all|none|some|half|\d[\d,.]*)\s+)? (?:(?:shares|units)\s+)? (?:are|is|were|have|has|had|will|shall|vest\w*|remain\w*)\b
  (?: (?!;|\.\s|\.?$ | (?:,|,?\s+and)\s+(?:\(\w{1,3}\)\s+)?(?!(?:19|20)\d\d\b)\d[\d,.]*\s+(?!(?:shares\s+|units\s+|r?sus\s+)?(?:will|shall|vests?|are|were|have|on|in|of\s+which|per)\b) ) [\s\S] ){0,${SENTENCE}}
`;
const aboutVesting = /\b(?:(?:un)?vest\w*|forfeit\w*)\b/i;
/** "5,000 restricted shares granted in May": the part that comes before. */
const partAhead =
  /(?<![\d/][\d,.]*)\d[\d,.]*\s[^;\d]*(?:(?:19|20)\d\d|\d{1,2},\s+(?:19|20)\d\d|\d{1,2}\/\d{1,2}\/\d{2,4})?[^;\d]*$/;

/** The same words with blanks for what is said only about the vesting of a part of a known kind. */
export const withoutVesting = (text: string): string =>
  /\bof\s+(?:which|them)\b/i.test(text)
    ? text.replace(onlyVesting, (words, at: number) => {
        const part = partAhead.exec(lettersBefore(text, at, SENTENCE))?.[0];
        return part !== undefined && componentKind(part) !== "other" && aboutVesting.test(words)
          ? " ".repeat(words.length)
          : words;
      })
    : text;
