import { amount, amountValue as value } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { sentences } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, lettersBefore, NEAR, SENTENCE, type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import { writtenDatesAndMonths } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";
import { dateOf } from "./split-day";
import { isToCome } from "./split-to-come";

/** The number of new shares for a number of old ones, as decimal text. */
export type SplitRatio = { new: string; old: string };

/** A stock split, reverse split or stock dividend as a note states it. */
export type SplitStatement = {
  ratio: SplitRatio;
  /** The ratio is computed from a percentage: "a 50% stock dividend". */
  isPercentage: boolean;
  /** The day it took effect or was distributed, if the note gives it. */
  date: string | null;
  /** The same, or the month if only that is written. */
  when: string | null;
} & Words;

const ratio = pattern("gi")`
  (?<![\w.,$/-]) ${amount} (?:\s+new)? (?:\s+shares?)? (?:[\s‐-―-]*(?:for|to)[\s‐-―-]*|\s*:\s*) (?:each\s+|every\s+)? ${amount}
  (?!\w|[,.]\d) (?!\s+(?:[\w-]+\s+)?(?:options?|warrants?|rights?|notes?|units?)\s+(?:\w+ly\s+)?(?:held|exercised|surrendered|converted|exchanged|tendered)\b)
`;
const percent = pattern("gi")`
  (\d+(?:\.\d+)?)\s*%\s+(?:\w+\s+)?(?:stock|share)\s+dividend |
  (?:stock|share)\s+dividend\s+of\s+(\d+(?:\.\d+)?)\s*%
`;
const eachOf = pattern()`\b (?:each|every) \s+ (?:${amount}\s+)? (?:[\w'’,-]+\s+){0,8}?shares?\b`;
const divided = pattern()`\b (?:split|sub-?divided|combined|consolidated) \b`;
const intoSome = pattern()`\bin(?:to)?\s+ ${amount} (?![\w,-]|\.\d)`;
const everyTen = pattern()`\b (?:each|every) \s+ ${amount} \s+ (?:[\w'’,-]+\s+){0,8}?shares?\b`;
const turnedInto = pattern()`
  \b (?:(?:converted|changed|reclassified|exchanged|reduced) \b [^.;:]{0,${NEAR}}? \b(?:in(?:to)?|to|for)|became) \s+ ${amount} (?![\w,-]|\.\d)
`;
/** "Each ten shares were combined into one share"; "subdivided each share into three". */
const subdivision = [
  pattern("gi")`${eachOf} [^.;:]{0,${CLAUSE}}? ${divided} [^.;:]{0,${NEAR}}? ${intoSome}`,
  pattern("gi")`${eachOf} [^.;:]{0,${NEAR}}? \bdivided\s+ ${intoSome} \s+ (?:[\w-]+\s+){0,4}? shares?\b`,
  pattern("gi")`(?<!reverse\s|stock\s|share\s) ${divided} \s+ ${eachOf} [^.;:]{0,${NEAR}}? ${intoSome}`,
  // "every 25 shares were converted into one share in a reverse split"
  pattern(
    "gi",
  )`${everyTen} [^.;:]{0,${NEAR}}? ${turnedInto} (?=[^.;]*\b(?:split|consolidation)\b|\s+(?:new|post-\w+)\s)`,
  pattern("gi")`\b (?:split|consolidation) \b [^.;:]{0,${NEAR}}? ${everyTen} [^.;:]{0,${NEAR}}? ${turnedInto}`,
];

/** "One new share was issued for every fifty old shares." */
const newForOld = pattern("gi")`
  (?<![\w.,$/-]) ${amount} \s+ (?:new|post-(?:split|consolidation)|consolidated) \s+ (?:[\w'’-]+\s+){0,3}? shares? \b
  [^.;:]{0,${NEAR}}? \bfor\s+ (?:(?:each|every) \s+ (?:${amount}\s+)? | ${amount}\s+ (?=old|existing|pre-)) (?:[\w'’-]+\s+){0,4}? shares? \b
`;

const newShares = pattern()`${amount} \s+ (?:new\s+)? (?:(?:common|ordinary|class\s+\w)\s+)? shares? (?:\s+of\s+(?:[\w'’-]+\s+){0,5}?[\w'’-]+)?`;
const oldShares = pattern()`
  (?:each|every) (?:\s+${amount})? (?:\s+(?:old|existing|pre-split|outstanding|issued))? (?:
    \s+ (?:(?:common|ordinary|class\s+\w)\s+)? shares? \b | (?=\s*(?:$|[.,;)])|\s+(?:held|owned|outstanding|then|previously)\b)
  )
`;
/** "in which one share was issued for every twelve": what was done in the split that is named before. */
const inSplit = pattern("gi")`
  \b (?:(?:in|under|by|through|upon|with|pursuant\s+to|as\s+(?:a\s+)?result\s+of)\s+which|whereby) \s+ (?:
    ${newShares} \s+ (?:was|were) \s+ (?:issued|exchanged|given|substituted|distributed|delivered|received) \s+
      (?:in\s+(?:exchange|place)\s+)? for \s+ ${oldShares} |
    ${newShares} \s+ replaced \s+ ${oldShares} |
    ${oldShares} (?:\s+of\s+(?:[\w'’-]+\s+){0,5}?[\w'’-]+)? \s+ (?:became|(?:was|were)\s+(?:exchanged\s+for|replaced\s+(?:by|with)|converted\s+into)) \s+ ${amount} \b |
    (?:[\w'’-]+\s+){1,5}? received \s+ ${newShares} \s+ (?:in\s+(?:exchange|place)\s+)? for \s+ ${oldShares}
  )
`;

/** "The shares were consolidated on a 1-for-5 basis" */
const dividedOn = pattern()`
  (?:consolidated|sub-?divided|combined(?=\s+(?:on|at)\s)) (?:
    (?<=\b(?:shares?|stock)\s[^.;]{0,40}ed) (?=\s(?:[^.;]{0,40}?\s)?(?:on|at)\s+(?:an?|the)\s) |
    (?=\s[^.;]{0,${NEAR}}?\b(?:shares|stock)\s+(?:on|at)\s+(?:an?|the)\s)
  )
`;
const dividedAhead = pattern("i")`\b ${dividedOn} [^.;]*$`;
const split = pattern()`
  split(?![\s-]adjusted|\s+into\s+(?:\w+\s+)?(?:filings?|forms?|parts?)) | splits | sub-?division | consolidation | (?:share|stock|reverse)\s+combination | ${dividedOn} |
  (?:stock|share)\s+dividend
`;
const splitAfter = pattern("i")`^[\s\w'’():‐-―-]{0,${NEAR}}?\b ${split} \b`;
const splitBefore = pattern("i")`\b ${split} \b (?:(?!\b(?:conver|exchang|exercis)\w*)[^.;]){0,${CLAUSE}} $`;
const splitThen = pattern("i")`\b ${split} \b [^.;]{0,${NEAR}} $`;
const reverse = /\b(?:reverse|consolidat(?:ion|ed)|combined|combination)\b/i;
const forward = /\b(?:forward|sub-?divi(?:sion|ded))\b/i;
/** "2 to 1 without any split": named only to say that there was none. */
const isDenied = /\b(?:no|not|without)\b/i;
/** "equivalent to a 1-for-5 split": about something else, such as a change in the ratio of depositary shares. */
const isLikened = pattern("i")`
  \b (?:
    like | in\s+effect | effectively | tantamount\s+to | amount(?:s|ed|ing)?\s+to | correspond(?:s|ed)?\s+to |
    (?:equivalent|similar|comparable|equal|akin|analogous|identical) (?:\s+in\s+(?:its\s+)?effect)? \s+to |
    (?:same|practical|like) \s+ (?:[\w-]+\s+){0,2}(?:effects?|results?|impact|consequences?)
      (?:\s+(?:on|upon|for|to)\s+(?:[\w'’-]+\s+){1,6}?|\s+)as |
    as\s+(?:if|though)\s+there\s+had\s+been | in\s+the\s+manner\s+of | (?:function|work|operate)(?:s|e?d)?\s+(?:like|as) |
    (?:had|has|have|having)\s+the\s+(?:\w+\s+)?effect\s+of
  ) \s+ (?:[\w-]+\s+){0,3} $
`;
/** A change in how many shares a depositary share represents does not split the shares. */
const ratioChange = pattern("i")`
  \b (?:ad[sr]s?|american\s+depositary|depositary\s+(?:shares?|receipts?)) \b [^;]{0,${CLAUSE}}? \bratio\b |
  \bratio\b [^;]{0,${CLAUSE}}? \b (?:ad[sr]s?|american\s+depositary|depositary\s+(?:shares?|receipts?)) \b
`;
const ofShares = pattern("i")`
  \b (?:common|ordinary|class\s+\w) \s+ (?:shares?|stock) \s+ ${split} |
  \b ${split} \s+of\s+ (?:\w+\s+){0,4}? (?:common|ordinary|class\s+\w|outstanding) \b
`;
/** A range of approved ratios, from which one may be chosen. */
const notChosen = pattern("i")`
  \b (?:not\s+(?:less|more|greater)\s+than|between|range\s+(?:of|from)|ranging|up\s+to|proposed|proposal) \s+
  (?:\w[\w-]*\s+){0,4} $
`;

/** "The stockholders authorized, but the board has not effected, a reverse split" */
const notEffected =
  /\b(?:not|never)\s+(?:yet\s+)?(?:been\s+)?(?:effect(?:ed|uated)|implemented|completed|carried\s+out|taken\s+place)\b[^.;]*$/i;

/** "does not give effect to a 1-for-2 split effective before the offering": a number before the split. */
const withoutEffect = pattern("i")`
  \b(?:not|without)\s+ (?:yet\s+)? (?:reflect(?:ing)? | giv(?:e|ing)\s+effect\s+to | tak(?:e|ing)\s+into\s+account | account(?:ing)?\s+for | adjust(?:ed)?\s+for) \s+ (?:the\s+effects?\s+of\s+)? (?:an?|any|its|the(?:\s+(?:issuer|company)['’]s)?) \s+ (?:[\w-]+\s+){0,4} $
`;
const toBeEffective = pattern("i")`
  ^ [^.;]{0,${CLAUSE}}? \b (?:to\s+(?:be|become|take) | will | payable | (?:effective\s+)?(?:immediately\s+)?(?:prior\s+to|before|upon|in\s+connection\s+with|at) \s+ (?:the\s+)? (?:closing|completion|consummation|effectiveness|pricing)) \b
`;
/** "The split announced on May 4 has not yet taken effect" */
const notYetEffective =
  /^[^.;]{0,120}?\b(?:has|have|had|did|is|was)\s+not\s+(?:yet\s+)?(?:taken?\s+(?:effect|place)|(?:been\s+|become\s+)?(?:effected|effective|completed|implemented|approved)|occur(?:red)?)\b/i;
/** "The former 2-for-1 split does not affect these numbers" */
const isWithoutEffect =
  /^[^.;]{0,60}\b(?:does|do|did)\s+not\s+(?:affect|apply\s+to)\s+(?:these|this|the\s+(?:reported\s+)?(?:numbers|amounts|shares|figures))\b/i;
/** Whether a text mentions a split at all. */
const anySplit = pattern("i")`\b ${split} \b`;
export const namesSplit = (text: string): boolean => anySplit.test(text);

/** All splits with a ratio that a note states, in order. */
export function splitStatements(text: string): SplitStatement[] {
  return namesSplit(text) ? splitsOf(text, sentences(text)) : [];
}

/** The same for a text whose sentences are known. */
export function splitsOf(text: string, parts: readonly Words[]): SplitStatement[] {
  return parts.flatMap((sentence) => {
    const found = [
      ...ratios(sentence.text, text.slice(sentence.end, sentence.end + SENTENCE)),
      ...subdivisions(sentence.text),
      ...exchanges(sentence.text),
      ...doneInSplit(sentence.text),
      ...percentages(sentence.text),
    ].sort((a, b) => a.start - b.start);
    const dates = found.length > 0 ? writtenDatesAndMonths(sentence.text) : [];
    return found.map((each, index): SplitStatement => {
      const until = found.slice(index + 1).find(({ isPercentage }) => !isPercentage)?.place ?? sentence.text.length;
      const day = dateOf(sentence.text, dates, each, until);
      const end = day && day.start >= each.end ? day.end : each.end;
      return {
        ratio: each.ratio,
        isPercentage: each.isPercentage,
        date: day && day.date.length > "YYYY-MM".length ? day.date : null,
        when: day?.date ?? null,
        ...wordsAt(text, sentence.start + each.start, sentence.start + end),
      };
    });
  });
}

/** The first split that a note states. */
export const splitRatio = (text: string): SplitStatement | null => splitStatements(text)[0] ?? null;

/** A split in a sentence: `place` is where its ratio is, and `named` the end of its name, if the name comes first. */
type Found = { ratio: SplitRatio; isPercentage: boolean; place: number; named?: number } & Words;

function* ratios(sentence: string, next: string): Generator<Found> {
  let last = 0;
  for (const match of placesOf(sentence, ratio, MOST_IN_SENTENCE)) {
    const [words, first = "", second = ""] = match;
    const end = match.index + words.length;
    const ahead = sentence.slice(Math.max(0, match.index - CLAUSE), match.index);
    const after = splitAfter.exec(sentence.slice(end, end + CLAUSE));
    const before = after ? null : splitBefore.exec(ahead);
    if (
      (!after && !before) ||
      notChosen.test(ahead) ||
      notEffected.test(sentence.slice(0, match.index)) ||
      notYetEffective.test(sentence.slice(end)) ||
      isWithoutEffect.test(sentence.slice(end)) ||
      (withoutEffect.test(ahead) && toBeEffective.test(sentence.slice(end))) ||
      isLikened.test(ahead) ||
      isToCome(sentence, ahead, sentence.slice(end), next) ||
      isDenied.test(after?.[0] ?? "")
    )
      continue;
    const around = sentence.slice(Math.max(0, match.index - NEAR), end + (after?.[0].length ?? NEAR));
    if (ratioChange.test(around) && !ofShares.test(sentence.slice(match.index, end + CLAUSE))) continue;
    const [one, other] = [value(first), value(second)];
    if (one === other || Number(one) === 0 || Number(other) === 0) continue;
    // "two splits, 3-for-1 on May 1 and 2-for-1 on June 1": the name belongs to the first ratio.
    const isFurther = before !== null && match.index - ahead.length + before.index < last;
    last = end;
    const start = before && !isFurther ? match.index - ahead.length + before.index : match.index;
    const isReverse =
      reverse.test(after?.[0] ?? "") ||
      reverse.test(sentence.slice(Math.max(0, (before ? start : match.index) - 24), match.index));
    const isForward =
      forward.test(after?.[0] ?? "") ||
      forward.test(sentence.slice(Math.max(0, (before ? start : match.index) - 24), match.index));
    const isSwapped = isReverse ? Number(one) > Number(other) : isForward && Number(one) < Number(other);
    yield {
      ratio: isSwapped ? { new: other, old: one } : { new: one, old: other },
      isPercentage: false,
      place: match.index,
      ...wordsAt(sentence, start, end + (after?.[0].length ?? 0)),
    };
  }
}

function* subdivisions(sentence: string): Generator<Found> {
  if (!/\b(?:in(?:to)?|became)\b/i.test(sentence)) return;
  for (const match of subdivision.flatMap((pattern) => [...placesOf(sentence, pattern, ALL)])) {
    const [words, old = "1", made = ""] = match;
    const ratio = { new: value(made), old: value(old) };
    if (ratio.new === ratio.old || Number(ratio.new) === 0) continue;
    yield {
      ratio,
      isPercentage: false,
      place: match.index,
      ...wordsAt(sentence, match.index, match.index + words.length),
    };
  }
}

function* exchanges(sentence: string): Generator<Found> {
  if (!namesSplit(sentence) || !/\bnew\b|\bpost-|\bconsolidated\b/i.test(sentence)) return;
  for (const match of placesOf(sentence, newForOld, ALL)) {
    const [words, made = "", forEach, forSome, old = forEach ?? forSome ?? "1"] = match;
    const ratio = { new: value(made), old: value(old) };
    if (ratio.new === ratio.old || Number(ratio.new) === 0) continue;
    const start = dividedAhead.exec(sentence.slice(0, match.index))?.index ?? match.index;
    yield { ratio, isPercentage: false, place: match.index, ...wordsAt(sentence, start, match.index + words.length) };
  }
}

function* doneInSplit(sentence: string): Generator<Found> {
  if (!namesSplit(sentence)) return;
  for (const match of placesOf(sentence, inSplit, MOST_IN_SENTENCE)) {
    const name = splitThen.exec(lettersBefore(sentence, match.index, CLAUSE));
    if (!name || isLikened.test(lettersBefore(sentence, match.index, CLAUSE).slice(0, name.index))) continue;
    const [one, for1, other, for2, for3 = "1", became, received, for4] = match.slice(1);
    const [made = "", old = "1"] = one
      ? [one, for1]
      : other
        ? [other, for2]
        : became
          ? [became, for3]
          : [received, for4];
    const ratio = { new: value(made), old: value(old) };
    if (ratio.new === ratio.old || Number(ratio.new) === 0) continue;
    const named = match.index - name[0].length + (anySplit.exec(name[0])?.[0].length ?? 0);
    yield {
      ratio,
      isPercentage: false,
      place: match.index,
      named,
      ...wordsAt(sentence, match.index, match.index + match[0].length),
    };
  }
}

/** "A 50% stock dividend": 150 new for 100 old, in lowest terms. */
function* percentages(sentence: string): Generator<Found> {
  for (const match of placesOf(sentence, percent, ALL)) {
    const [whole = "0", fraction = ""] = (match[1] ?? match[2] ?? "0").split(".");
    const scale = 10 ** fraction.length;
    const added = Number(`${whole}${fraction}`);
    const divisor = greatestCommon(100 * scale + added, 100 * scale);
    if (added === 0) continue;
    const ratio = { new: String((100 * scale + added) / divisor), old: String((100 * scale) / divisor) };
    yield {
      ratio,
      isPercentage: true,
      place: match.index,
      ...wordsAt(sentence, match.index, match.index + match[0].length),
    };
  }
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));
