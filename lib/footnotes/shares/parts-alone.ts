import Big from "big.js";
import { amountValue } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { NEAR, type Words } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { isPlainPart } from "./component-parts";
import type { FoundComponent } from "./parts-of-total";

const number = pattern()`\d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)?`;

/** "12,000 shares owned directly; 4,500 restricted stock units; 300 shares in the 401(k) plan": nothing but numbers and what they are. */
const list = pattern(
  "i",
)`^\W* (?:(?:${number})\s+[^.;,\d]{3,${NEAR}}?(?:\b401\s?\(?k\)?[^.;,\d]{0,30})?(?:[;,]\s+(?:and\s+)?|\s+and\s+|\s*\.?\s*$)){2,8} $`;
const item = pattern(
  "gi",
)`(?<number>${number}) \s+ (?<name>[^.;,\d]{3,${NEAR}}?(?:\b401\s?\(?k\)?[^.;,\d]{0,30})?) (?=[;,]\s|\s+and\s+\d|\s*\.?\s*$)`;
const outright = /\b(?:directly|direct|outright|owned$|owned(?=[,;]|\s+and\s))/i;
/** What is done with shares, when, and at what price: no list of what is held. */
const ofTrade = pattern("i")`
  [$€£] | \b (?: sold | sales? | withheld | granted | vest\w* | issu\w+ | acquired | purchased | bought | disposed | exercis\w* | conver\w+ | forfeit\w* | transferr?\w* | gift\w* | options? | will | may | was | were | is | are ) \b
`;

/** The parts of a note without a verb, in which one part is what is owned directly and every other has a known kind. */
export function partsAlone(text: string): FoundComponent[] {
  if (!outright.test(text) || ofTrade.test(text) || !list.test(text)) return [];
  const parts = [...placesOf(text, item, ALL)].map(({ index, 0: words, groups }) => ({
    words,
    start: index,
    name: groups?.name ?? "",
    shares: groups?.number ?? "",
  }));
  const others = parts.filter(({ name, words }) => !outright.test(name) && !isPlainPart(words));
  if (others.length === parts.length || others.some(({ name }) => componentKind(name) === "other")) return [];
  return others.map(({ words, start, name, shares }) => ({
    part: { what: componentKind(name), shares: amountValue(shares) },
    start,
    end: start + words.length,
  }));
}

/** "30,000 RSUs and PSUs, consisting of (i) 20,000 RSUs and (ii) 10,000 PSUs" */
const ofTwoKinds = pattern("i")`
  \b (?:includ\w+|consists?\s+of|represents?) \s+ (?:(?:an?\s+(?:aggregate|total)\s+of|approximately)\s+)? (?<whole>${number}) \s+ (?<kinds>[^;:(]{3,${NEAR}}? \b(?:and|or)\b [^;:(]{3,${NEAR}}?) (?:,|\s(?:which|that|consisting|comprised|of\s+which|previously|in)\b)
`;
const marked = pattern(
  "gi",
)`\( (?:[a-f]|i{1,3}|iv|v) \) \s+ (?<number>${number}) \s+ (?<name>(?:(?!\b(?:that|which|will|are|were|vest\w*|scheduled)\b)[^;:,(]){3,${NEAR}})`;

/** A number of two kinds, of which the note says how many each has: each is a part, and not their sum. */
export function partsOfKinds({ text, start }: Words): FoundComponent[] {
  const found = ofTwoKinds.exec(text);
  if (!found) return [];
  const { whole = "", kinds = "" } = found.groups ?? {};
  const parts = [...placesOf(text.slice(found.index), marked, ALL)].map(({ index, 0: words, groups }) => {
    const from = start + found.index + index + words.indexOf(groups?.number ?? "");
    const part = { what: componentKind(groups?.name ?? ""), shares: amountValue(groups?.number ?? "") };
    return { part, start: from, end: start + found.index + index + words.trimEnd().length };
  });
  const sum = parts.reduce((all, { part }) => all.plus(part.shares), new Big(0));
  const isOfKinds =
    new Set(parts.map(({ part }) => part.what)).size > 1 && parts.every(({ part }) => part.what !== "other");
  const namesKinds = kinds.split(/\b(?:and|or)\b/i).every((kind) => componentKind(kind) !== "other");
  return isOfKinds && namesKinds && sum.eq(amountValue(whole)) ? parts : [];
}
