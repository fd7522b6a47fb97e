import { amountValue } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, type Words } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { count, partsOf, upToEnd } from "./component-parts";
import { type FoundComponent, mainClause, sum, wentAway } from "./parts-of-total";

/** "Included in this amount are 5,400 RSUs.", "5,400 RSUs are included in the total." */
const amountOf = pattern()`(?:the|this|these|that|such|his|her) \s+ (?:[\w-]+\s+){0,3}? ${sum} \b`;
const includedInAre = pattern(
  "i",
)`^\W* (?:also\s+)?included\s+ (?:in|within|among) \s+ ${amountOf} [^;.]{0,${NEAR}}?\s (?:are|is) \s`;
const areIncludedIn = pattern("i")`
  \b (?:(?:is|are|were|been|being)\s+(?:also\s+|now\s+|all\s+)?included|included) \s+ (?:in|within) \s+
    (?:${amountOf}|columns?\s+\d) |
  \b(?:is|are)\s+(?:also\s+|now\s+)?included\s*(?=[.;]|$) |
  (?<=\d\s+(?:others?|more|shares|units)\s*,\s+(?:which\s+are\s+)?)included\s+(?:in|within)\s+${amountOf}\s*(?=,)
`;
const pronoun = /^\W*(?:both|all|these|which|they|each)(?:\s+of\s+(?:which|these))?\s*$/i;

/**
 * The parts that a sentence says are included, named before or after these words. "both" refers to those of the sentence before.
 */
export function partsIncludedIn(sentence: Words, previous: Words | undefined): FoundComponent[] {
  const { text } = sentence;
  const ahead = includedInAre.exec(text);
  if (ahead) return namedParts(sentence, ahead[0].length, text.length);
  const some = sharesIncluded(sentence);
  if (some.length > 0) return some;
  const behind = areIncludedIn.exec(text);
  if (!behind || /\bnot\s+(?:\w+\s+)?$/i.test(text.slice(0, behind.index))) return [];
  const isSaidBefore = pronoun.test(text.slice(0, behind.index));
  if (isSaidBefore) return previous ? namedParts(previous, 0, previous.text.length) : [];
  return /\b(?:is|are|were|been|being)\b/i.test(behind[0]) || /\d\s+\w+\s*,\s+$/.test(text.slice(0, behind.index))
    ? withKindBehind(
        namedParts(sentence, 0, behind.index),
        text.slice(0, behind.index),
        text.slice(behind.index + behind[0].length),
      )
    : [];
}

/** "disclaims beneficial ownership of 9,000 shares included in this amount", "has no interest in 500 of the shares included in the total" */
const sharesWithin = pattern("gi")`
  ${count} \s+ (?:of\s+(?:the|these|those)\s+)? (?:[\w-]+\s+){0,2}? (?:shares|units|rsus|psus|securities) \s+ (?:of\s+(?:[\w-]+\s+){1,3})? included\s+(?:in|within)\s+ (?:${amountOf}|columns?\s+\d)
`;
/** "included in the total on his earlier form" */
const ofEarlier = pattern("i")`
  ^[^.;]{0,${NEAR}} \b (?:earlier|previous|previously|prior|original|initial|last|amended) \s+ (?:forms?|reports?|reported|filings?|totals?|amounts?)\b
`;
/** "Excludes 500 shares included in the total" */
const notOfTotal = /\b(?:exclud\w+|error|none\s+of)\b[^.;]*$/i;
function sharesIncluded({ text, start }: Words): FoundComponent[] {
  return [...placesOf(text, sharesWithin, ALL)].flatMap(({ index, 0: words, 1: shares = "" }) => {
    if (notOfTotal.test(lettersBefore(text, index, CLAUSE))) return [];
    const after = lettersFrom(text, index + words.length, CLAUSE);
    if (ofEarlier.test(after) || wentAway.test(mainClause(after))) return [];
    const own = componentKind(words);
    const what = own === "other" ? componentKind(/^\s*,?\s+(?:which|that)\b[^.;]*/i.exec(after)?.[0] ?? "") : own;
    return [{ part: { what, shares: amountValue(shares) }, start: start + index, end: start + index + words.length }];
  });
}

/** "61.8 shares, which are included in Column 5, were acquired in the 401(k) plan": the kind is said afterwards. */
const ofWhichKind = pattern("i")`^[^;,]{0,${NEAR}},\s+ (?:were|was|are|is|have\s+been) \s+ (?<said>[^.;]{3,${CLAUSE}})`;
function withKindBehind(found: FoundComponent[], before: string, after: string): FoundComponent[] {
  if (!/,\s+which\s+$/i.test(before)) return found;
  const said = ofWhichKind.exec(after)?.groups?.said;
  const what = said === undefined && found.length === 1 ? componentKind(before) : componentKind(said ?? "");
  return found.map((each) => (each.part.what === "other" ? { ...each, part: { ...each.part, what } } : each));
}

/** The parts of known kinds, with their numbers, in a stretch of a sentence. */
function namedParts({ text, start }: Words, from: number, until: number): FoundComponent[] {
  const words = text.slice(from, until);
  return partsOf(upToEnd(words)).flatMap((part) => {
    const what = componentKind(part.text);
    if ((part.shares === null && what === "other") || part.isPlain || wentAway.test(mainClause(part.text))) return [];
    return [{ part: { what, shares: part.shares }, start: start + from + part.start, end: start + from + part.end }];
  });
}
