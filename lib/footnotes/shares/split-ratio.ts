import { amount, amountValue as value } from "@/lib/footnotes/vocabulary/numerals";
import { MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { sentences } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, lettersFrom, NEAR, type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import { type WrittenDate, writtenDatesAndMonths } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";

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
  (?!\w|[,.]\d)
`;
const percent = pattern("gi")`
  (\d+(?:\.\d+)?)\s*%\s+(?:\w+\s+)?(?:stock|share)\s+dividend |
  (?:stock|share)\s+dividend\s+of\s+(\d+(?:\.\d+)?)\s*%
`;
const eachOf = pattern()`\b (?:each|every) \s+ (?:${amount}\s+)? (?:[\w'’,-]+\s+){0,8}?shares?\b`;
const divided = pattern()`\b (?:split|sub-?divided|combined|consolidated) \b`;
const intoSome = pattern()`\bin(?:to)?\s+ ${amount} (?![\w,-]|\.\d)`;
/** "Each ten shares were combined into one share"; "subdivided each share into three". */
const subdivision = [
  pattern("gi")`${eachOf} [^.;:]{0,${CLAUSE}}? ${divided} [^.;:]{0,${NEAR}}? ${intoSome}`,
  pattern("gi")`(?<!reverse\s|stock\s|share\s) ${divided} \s+ ${eachOf} [^.;:]{0,${NEAR}}? ${intoSome}`,
];

/** "One new share was issued for every fifty old shares." */
const newForOld = pattern("gi")`
  (?<![\w.,$/-]) ${amount} \s+ (?:new|post-(?:split|consolidation)|consolidated) \s+ (?:[\w'’-]+\s+){0,3}? shares? \b
  [^.;:]{0,${NEAR}}? \bfor\s+ (?:each|every) \s+ (?:${amount}\s+)? (?:[\w'’-]+\s+){0,4}? shares? \b
`;

const split = pattern()`
  split(?!\s+into\s+(?:\w+\s+)?(?:filings?|forms?|parts?)) | splits | sub-?division | consolidation |
  (?:stock|share)\s+dividend
`;
const splitAfter = pattern("i")`^[\s\w'’():‐-―-]{0,${NEAR}}?\b ${split} \b`;
const splitBefore = pattern("i")`\b ${split} \b (?:(?!\b(?:conver|exchang|exercis)\w*)[^.;]){0,${CLAUSE}} $`;
const reverse = /\b(?:reverse|consolidat(?:ion|ed)|combined)\b/i;
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
      ...ratios(sentence.text),
      ...subdivisions(sentence.text),
      ...exchanges(sentence.text),
      ...percentages(sentence.text),
    ].sort((a, b) => a.start - b.start);
    const dates = found.length > 0 ? writtenDatesAndMonths(sentence.text) : [];
    return found.map((each, index): SplitStatement => {
      const until = found.slice(index + 1).find(({ isPercentage }) => !isPercentage)?.start ?? sentence.text.length;
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

type Found = { ratio: SplitRatio; isPercentage: boolean } & Words;

function* ratios(sentence: string): Generator<Found> {
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
      isLikened.test(ahead) ||
      isDenied.test(after?.[0] ?? "")
    )
      continue;
    const around = sentence.slice(Math.max(0, match.index - NEAR), end + (after?.[0].length ?? NEAR));
    if (ratioChange.test(around) && !ofShares.test(sentence.slice(match.index, end + CLAUSE))) continue;
    const [one, other] = [value(first), value(second)];
    if (one === other || Number(one) === 0 || Number(other) === 0) continue;
    const start = before ? match.index - ahead.length + before.index : match.index;
    const isReverse =
      reverse.test(after?.[0] ?? "") ||
      reverse.test(sentence.slice(Math.max(0, (before ? start : match.index) - 24), match.index));
    const isSwapped = isReverse && Number(one) > Number(other);
    yield {
      ratio: isSwapped ? { new: other, old: one } : { new: one, old: other },
      isPercentage: false,
      ...wordsAt(sentence, start, end + (after?.[0].length ?? 0)),
    };
  }
}

function* subdivisions(sentence: string): Generator<Found> {
  if (!/\bin(?:to)?\b/i.test(sentence)) return;
  for (const match of subdivision.flatMap((pattern) => [...sentence.matchAll(pattern)])) {
    const [words, old = "1", made = ""] = match;
    const ratio = { new: value(made), old: value(old) };
    if (ratio.new === ratio.old || Number(ratio.new) === 0) continue;
    yield { ratio, isPercentage: false, ...wordsAt(sentence, match.index, match.index + words.length) };
  }
}

function* exchanges(sentence: string): Generator<Found> {
  if (!namesSplit(sentence) || !/\bnew\b|\bpost-|\bconsolidated\b/i.test(sentence)) return;
  for (const match of sentence.matchAll(newForOld)) {
    const [words, made = "", old = "1"] = match;
    const ratio = { new: value(made), old: value(old) };
    if (ratio.new === ratio.old || Number(ratio.new) === 0) continue;
    yield { ratio, isPercentage: false, ...wordsAt(sentence, match.index, match.index + words.length) };
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
    yield { ratio, isPercentage: true, ...wordsAt(sentence, match.index, match.index + match[0].length) };
  }
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));

const tookEffect = pattern("i")`
  \b (?:
    effect\w* | distribut\w* | paid | payable | payment | occur\w* | complet\w* | implement\w* | consummat\w* |
    carried\s+out | execut\w* | under(?:went|goes|took) | conducted
  ) \b
`;
const ofWhat = pattern()`
  of | in | its | the | a | that | which | was | issuer['’]s | company['’]s | corporation['’]s |
  registrant['’]s | class | [A-Z] | outstanding | common | ordinary | capital | stock | shares? | reverse |
  forward | split
`;
const onThatDay = pattern("i")`
  ^\W* (?:old\W+|\w+\s+|(?:${ofWhat}\W+){1,10})? (?:
      (?:at|as\s+of|after|before|prior\s+to) \s+ (?:the\s+)? (?:close|opening|open|end) \s+
      (?:of\s+(?:business|trading|the\s+market)\s+)?
    )? (?:on|of|in|dated|as\s+of) \s*$ |
  ^\s*\(?$
`;
/** "2-for-1 stock split, December 2010" */
const besideMark = /^\s*[,‐-―-]\s*$/;
const endsThere = /^\s*(?:$|[.;,)])/;
/** "declared a 2-for-1 split on May 3": the day of the declaration. */
const isDecided = /\b(?:announc|approv|declar|authori[sz])\w*\s+(?:\w+\s+){0,4}$/i;
const otherDay = /\b(?:record|announc\w*|approv\w*|declar\w*|grant\w*|report\w*|fil(?:ed|ing))\b/i;

/** "On July 1, 2011, the stock split 3-for-1." */
const splitsThen = /^split\s+[\d\w]/i;
/** "On July 1, 2011, each share was split into three." */
const isDeed = pattern("i")`
  \b
  (?:(?:was|were)\s+(?:split|combined|consolidated|sub-?divided)|^(?:split|combined|consolidated|sub-?divided))
  \b
`;

/** The day of a split. The words between the previous date and this one say what the date is for. */
function dateOf(sentence: string, dates: readonly WrittenDate[], found: Words, until: number): WrittenDate | null {
  let from = found.end;
  for (const date of dates.filter(({ start }) => start >= found.end && start < until)) {
    const between = sentence.slice(from, date.start);
    if (isOfSplit(between, from === found.end && !isDecided.test(sentence.slice(0, found.start)))) return date;
    const isDayAlone = from === found.end && besideMark.test(between) && endsThere.test(sentence.slice(date.end));
    if (isDayAlone) return date;
    from = date.end;
  }
  const before = dates.filter(({ end }) => end <= found.start).at(-1);
  if (!before) return null;
  const between = sentence.slice(before.end, found.start);
  const isBeside = /^\W*(?:the\s+\w+\s+|an?\s+|the\s+)?$/i.test(between);
  const isStated =
    tookEffect.test(between) ||
    splitsThen.test(found.text) ||
    (isBeside && (isDeed.test(found.text) || tookEffect.test(lettersFrom(sentence, found.end, NEAR))));
  return isStated && !otherDay.test(sentence.slice(0, before.start).slice(-30)) ? before : null;
}

/** The later of two verbs counts: "approved by the board and effective on". */
function isOfSplit(between: string, isBeside: boolean): boolean {
  const last = (pattern: RegExp) => [...between.matchAll(new RegExp(pattern, "gi"))].at(-1)?.index ?? -1;
  const other = last(otherDay);
  if (last(tookEffect) > other) return true;
  return isBeside && other < 0 && onThatDay.test(between);
}
