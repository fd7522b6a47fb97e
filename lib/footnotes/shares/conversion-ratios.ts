import { besideReported } from "@/lib/footnotes/vocabulary/beside-reported";
import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { numeral } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, MOST_SENTENCES, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { withLists } from "@/lib/footnotes/vocabulary/sentence-lists";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE, type Words } from "@/lib/footnotes/vocabulary/words";
import type { ConversionRatio, Stated } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import {
  count,
  currencySign,
  dollars,
  type FoundRatio,
  figures,
  MOST_RATIOS,
  mayBeDollars,
  principal,
  ratioAt,
  shares,
} from "./conversion-words";
import { intoSecurity, securityIn } from "./converted-security";
import { receivedShares } from "./received-shares";
import { withoutSplits } from "./without-splits";
import { givenAt, wordedRatios } from "./worded-ratios";

/** The number of securities received for one unit, for each distinct ratio that a note states. */
export function readConversionRatios({ text, lower, sentences }: NoteText): Stated<ConversionRatio[]> | null {
  const alone = text.length < 60 ? nothingElse.exec(text) : null;
  if (alone) {
    const [words, per = "", into = ""] = alone;
    return {
      value: [{ per: figures(per), into: figures(into), of: "shares" }],
      spans: [[alone.index, alone.index + words.length]],
    };
  }
  if (!mayConvert.test(lower) || besideReported.test(text)) return null;
  const found = withLists(text, sentences.slice(0, MOST_SENTENCES), anyConverting, ratioItem)
    .flatMap((sentence) => (mayConvert.test(sentence.text) ? ratiosIn(sentence) : []))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const distinct = found.filter((one, index) => found.findIndex((other) => isSame(one, other, text)) === index);
  if (distinct.length === 0) return null;
  return {
    value: distinct.map(({ ratio }) => ratio),
    spans: distinct.map(({ start, end }) => [start, end]),
  };
}

/** Equal figures are one ratio, unless two kinds of securities are converted: "each LTIP unit into one OP unit, and each OP unit into one share". */
function isSame(one: FoundRatio, other: FoundRatio, text: string): boolean {
  if (one.ratio.per !== other.ratio.per || one.ratio.into !== other.ratio.into) return false;
  if (one.start < other.end && other.start < one.end) return true;
  const [given, otherGiven] = [givenAt(text, one), givenAt(text, other)];
  return given === null || otherGiven === null || given === otherGiven;
}

const mayConvert = pattern("i")`
  \b (?:
    conver(?:t|si) | exchang(?!e\s+(?:act|commission)) | re-?classif | re-?designat | settle | redeem |
    redemption | turn(?:s|ed)?\s+in | tender | swapp | exercisable | represent(?!s?\s+(?:the\s+)?weighted) |
    entitl | rights?\b | payable | paid\b | distribut | for\s+(?:each|every)\b | per\s+(?:unit|share) |
    bec[ao]mes? | vest(?:s|ed)?\s+into | (?:satisfied|discharged)\s+(?:by|with|through)\b | (?:delivered|issued|issuable)\s+on | ratio | multiplied\s+by | (?:required|needed|necessary)\s+to\s+(?:purchase|acquire|receive|buy|obtain) | exercised\s+for | number\s+of\s+(?:shares|units)\s+(?:delivered|issued|received) | \d\s?:\s?\d
  )
`;
const converting = pattern("gi")`
  \b (?:
    conver(?:t|si)\w* | exchang(?!e\s+(?:act|commission))\w* | re-?classif\w* | re-?designat\w* | turns?\s+into |
    settle(?:s|d|ment)? | redeem\w* | redemption | exercisable | becomes? | represents? | represented | representing |
    entitl(?:es?|ed|ing) | rights?\s+to | paid\s+(?:(?:out|in|on)\b|(?=\d)) | payable | distributed\s+(?:to\s[^;.]{3,${NEAR}}?\s)?(?:in|as)\b | (?:delivered|issued|issuable)\s+on
  ) \b
`;
/** "Series A, 1-for-1; Series B, 1-for-1.0871": items without a verb. */
const ratioItem = /^[^.;:]{0,80}\b\d[\d.]*(?:[\s‐-―-]*(?:for|to)[\s‐-―-]*|\s*:\s*)\d/i;
const anyConverting = new RegExp(converting.source, "i");

/** A note that says only "1 for 1". */
const nothingElse = pattern("i")`
  ^\W* (?:(?:conversion|exchange)\W+)? (?:(?:ratio|rate|basis)\W+)? ${count}
  (?:[\s‐-―-]*(?:for|to)[\s‐-―-]*|\s*:\s*) ${count} (?:\s+(?:basis|ratio|conversion))? \W*$
`;

/** "on a 1:0.75 basis", "one-for-one", "at a ratio of 3.5-to-1" */
const ratio = pattern("gi")`
  (?<![\w.,$€£/-]) (?:approximately\s+)? ${count} (?:[\s‐-―-]*(for|to)[\s‐-―-]*|\s*(:)\s*) (?:each\s+|every\s+)?
  ${count} (?![\w%]|[.,]\d|\s*(?:years?|days?|months?)\b)
`;
const asBasis =
  /^[\s-]*(?:\([^)]{1,20}\)\s*)?(?:split[\s-]adjusted\s+)?(?:share\s+|unit\s+)?(?:basis|ratio|rate|conversion|exchange)\b/i;
const atRatio = pattern("i")`
  \b(?:basis|ratio|rate)\s+(?:on|at|in)\s+which\b[^;]{0,${CLAUSE}}\b(?:is|was)\s+$ |
  \b(?:on|at|in|ratio|rate|basis|using)\b[^;]{0,30}$ |
  \b(?:conver\w+|settle[sd]?|exchange\w*|redeem\w*|payable|paid)\s+(?:\w+\s+){0,2}$ |
  \b(?:conver(?:t|si)|exchang)\w*\b[^;.]{0,${NEAR}}\b(?:in)?to\s+(?:[\w-]+\s+){1,3}$
`;
const exchangeRatio = /\bexchange\s+(?:ratio|rate)\s+(?:\w+\s+){0,2}$/i;
const ofSplit =
  /^[^;\d]{0,50}?\b(?:split(?!(?<!reverse[\s-]split)[\s-]adjusted)|stock\s+dividend|share\s+dividend|sub-?division|consolidation|match\w*)\b/i;
const convertsOn = /\b(?:conver(?:t|si)|exchangeable|redeemable|exercisable)\w*\b[^.;]*$/i;
const splitBefore = /\b(?:split(?!(?<!reverse[\s-]split)[\s-]adjusted)|stock\s+dividend|match\w*)\b[^;]{0,50}$/i;

const paidInCash =
  /\b(?:(?:settled|paid|payable)\s+(?:only\s+|solely\s+|entirely\s+)?in|conver(?:ts?|ted|tible)\s+(?:in)?to|settled\s+for)\s+(?:the\s+)?cash\s+(?:(?:value|equivalent)\s+of\s+[^.;,]{3,80}?\s)?(?:on\s+|at\s+)?(?:an?\s+)?$/i;
const shareForShare = /\b(?:share|unit|stock)[\s‐-―-]for[\s‐-―-](?:share|unit|stock)\b(?:\s+basis)?/gi;
const equalNumber = pattern("gi")`
  \b (?:(?:in|to)?to|for|in|receive|of|represents?|or(?<=\bcash\s+or)(?:,[^,;.]{3,${NEAR}}(?=,))?) ,? \s+
    (?:the\s+same|an?\s+(?:equal|equivalent|like|identical)) \s+ (?:number|amount) \s+of\s+
    (?:[\w'’.&!-]+\s+){0,8}? (?:shares?|units?|stock|interests) \b |
  \bnumber\s+of\s+(?:[\w'’]+\s+){0,4}?(?:shares|units|stock)\b [^.;]{0,${NEAR}}? \b(?:is|are|equals?) \s+ (?:(?:the\s+same\s+as|equal\s+to)\s+)? the\s+(?:same\s+)?number\s+of\s+(?:[\w'’]+\s+){0,4}?(?:shares|units|rsus|psus|dsus)\b |
  \b(?:into|for)\s+a\s+corresponding\s+number\s+of\s+(?:[\w'’.&!-]+\s+){0,8}?(?:shares?|units?|stock)\b
`;

/** "Each share of Class A stock was issued upon conversion of one share of Class B stock." */
const issuedFor = pattern("gi")`
  \b (?:each|every) \s+ (?:such\s+)? [^;]{1,${CLAUSE}}?\b (?:issued|received|acquired|issuable|delivered|results?|resulted)
  \b[^;]{0,${NEAR}}?\b (?:conversion|exchange|settlement|redemption|exercise) \s+of\s+ (?:each\s+)? ${shares}
`;
/** "an exchange ratio of 0.85" */
const rate = pattern("gi")`
  \b (?:exchange|conversion) \s+ (?:ratio|rate|factor) (?:\s+(?:in|for|under|used\s+in|applicable\s+to|set\s+forth\s+in|pursuant\s+to)\s+(?:the|this|that|such)\s+(?:[\w-]+\s+){0,3}?[\w-]+(?=\s+(?:of|was|is)\b))? \s*
    (?:of|equal\s+to|was|is|:|\((?=[\d.]+\))) \s* (?:(?:approximately|about|roughly)\s+)?
  (?<![$€£]) ${count} (?![\d%]|[.,]\d|\s*(?:-|:|to\b|for\b|per\b(?!\s+(?:legacy\s+|old\s+|target\s+)?(?:share|unit)\b)|percent))
  (?!\s+(?:shares?|units?)\b[^;.$]{0,${NEAR}}?\bto\s+${count}\s)
  (?!\s+(?:[\w'’.-]+\s+){0,6}?(?:shares?|units?)\s+(?:[\w'’.-]+\s+){0,6}?(?:per|for)\s+(?:each\s+|every\s+)?${currencySign}\s?\d)
`;
/** "the price was converted at an exchange rate of 1.27": money is converted, and not securities. */
const convertsMoney = pattern("i")`
  \b(?:price|proceeds|amount|value|cost|currenc(?:y|ies)|dollars?|USD) \b [^;]* \b exchange\s+rate |
  \bexchange\s+rate \b [^;]{0,${NEAR}} \b(?:currenc(?:y|ies)|dollars?|USD|euros?|pounds?|kron(?:a|er|or)|yen|francs?) \b
`;
/** "Conversion rate: one share of preferred to four shares of common" */
const sharesToShares = pattern("gi")`
  \b (?:ratio|rate|basis) (?:\s+(?:of|is)|\s*:) \s+ ${shares} (?:(?!\b(?:for|per|to)\b)[^;$]){0,${NEAR}}? \s to \s+ (?!one\b|1\s) ${shares}
`;
/** "at a ratio of one share of Class A stock for each share of Class B stock" */
const sharesForEach = pattern("gi")`
  (?:
    \b(?:ratio|rate|basis)\s+of\s+(?:approximately\s+)?${shares}[^;]{0,${NEAR}}?\b(for|to)\s+(?:(?:each|every)(?:\s+${count}(?=\s+(?:[\w'’-]+\s+){0,3}?(?:shares?|units?|rights?|warrants?)\b))?|one|1)\b
      (?!\s+(?:\w+\s+)?[A-Z.]{0,4}\s?[$€£]|\s+(?:(?:one|an?)\s+)?(?:thousand|hundred)\b) |
    (?<![$€£]) ${shares} (?:(?!\bat\b|\bprice|\bvalue|\bvotes?\b|\(\s*(?:\d|${numeral}))[^;,$€£]){0,${NEAR}}? (?:,?\s+(?:and|plus)\s+\$[\d,.]+\s+(?:in\s+)?cash,?(?:\s+without\s+interest,?)?\s+)? \b
      (?:for\s+(?:each|every)|per) \s+ (?:${count}\s+)? (?!anniversary|month|quarter|year) (?:[\w'’-]+\s+){0,4}?
      (?:shares?|units?|rsus?|psus?|dsus?|rights?|warrants?|adss?) \b
  )
`;

/** Received for something that the holder keeps: a spin-off, a dividend, the shares of a matching plan. */
const notExchanged = pattern("i")`
  \b (?:
    spin-?\s?off | bonus\s+(?:issue|shares) | must\s+(?:hold|own|keep) | in\s+the\s+(?:separation|distribution) | (?<!\b(?:credited\s+with\s+(?:\w+\s+)?|(?:accrued|unpaid|undeclared|plus)\s+))dividends?\b(?!\s+equivalent) | split | consolidation | (?:consolidated|sub-?divided)\s+on | match\w* | purchased | meetings? |
    distribution\s+of | held\s+as\s+of
  ) \b
`;
/** "will receive one share for each unit", "one share is issued for each unit" */
const isGotFor = pattern("i")`
  \b(?:issued|issuable|delivered|received?|paid|payable|distributed)\b |
  \b(?:shares?|units?)\s+(?:of\s+(?:[\w'’.-]+\s+){1,5})?for\s+(?:each|every)\b
`;
/** "a rate of 38.5 shares per $1,000 principal amount of notes"; per $1,000 alone if the sentence converts a principal amount. */
const perPrincipal = pattern("gi")`
  (?<![$€£][\d,.]*|[\d,.]) (?![\d,.]+\s+of\s+(?:the\s+)?notes) ${shares} [^;$]{0,${NEAR}}?\b
  (?:per|for\s+(?:each|every)) \s+ ${dollars}
  (?:\s+(?:\w+\s+){0,3}?(?:${principal})|(?=\s*(?:[.,;)]|$)))
`;
/** "two units are needed for each share": what is given, and not what is received. */
const isGiven = /\b(?:needed|required|necessary|surrendered|given\s+up|tendered)\b/i;
const anyPrincipal = pattern("i")`\b (?:${principal}) \b | \b (?:notes|debentures|bonds) \s+ (?:convert|are\s+convert)`;

/** Without a number, or words for one, there is no ratio. */
const anyCount = pattern("i")`
  \d | \b(?:${numeral}|single|share-?\s?for|unit-?\s?for|same|equal|equivalent|like|identical|corresponding)\b
`;
const anyEach = /\b(?:for|to)\s+(?:each|every|one|1)\b|\bper\b/i;

function ratiosIn({ text, start }: Words): FoundRatio[] {
  const found: FoundRatio[] = [];
  if (anyCount.test(text)) {
    found.push(
      ...issuedShares(text),
      ...receivedShares(text, ratesOf(text)),
      ...sharesForPrincipal(text),
      ...sharesForUnits(text),
    );
    if (anyConverting.test(text)) found.push(...writtenRatios(text), ...equalNumbers(text), ...rates(text));
  }
  found.push(...[...wordedRatios(text)].filter((worded) => !found.some((usual) => isAgain(usual, worded))));
  const ratios = found.filter((each) => !noRatio.test(text.slice(each.start, each.end)));
  return withoutSplits(text, ratios).map((each) => ({
    ratio: each.ratio,
    start: start + each.start,
    end: start + each.end,
  }));
}

/** "has 20 votes, as many as were given for one share", "represents one phantom share", "each owned, in the aggregate, notes convertible into". */
const noRatio =
  /\bnumber\s+of\s+votes\b|\brepresents?\s+(?:one|1)(?:\s+\(1\))?\s+phantom\b|^each\s[^.;]{0,60}\bown(?:s|ed),?\s+in\s+the\s+aggregate\b/i;

/** The same ratio from the same words. */
const isAgain = (one: FoundRatio, other: FoundRatio): boolean =>
  one.ratio.per === other.ratio.per &&
  one.ratio.into === other.ratio.into &&
  one.start < other.end &&
  other.start < one.end;

const spanOf = (match: RegExpExecArray): Span => [match.index, match.index + match[0].length];

function* issuedShares(text: string): Generator<FoundRatio> {
  for (const match of placesOf(text, issuedFor, MOST_RATIOS)) {
    yield* ratioAt(match[1], "1", spanOf(match), securityIn(lettersFrom(text, match.index, SENTENCE)));
  }
}

/** The places of "a ratio of one share for each". */
const ratesOf = (text: string): Span[] =>
  /\b(?:ratio|rate|basis)\s+of\b/i.test(text)
    ? [...placesOf(text, sharesForEach, MOST_RATIOS)].flatMap((match) =>
        match[1] === undefined ? [] : [spanOf(match)],
      )
    : [];

function* sharesForPrincipal(text: string): Generator<FoundRatio> {
  if (!anyPrincipal.test(text) || !mayBeDollars.test(text)) return;
  for (const match of placesOf(text, perPrincipal, MOST_RATIOS)) {
    yield* ratioAt(match[2], match[1], spanOf(match), securityIn(match[0]));
  }
}

function* sharesForUnits(text: string): Generator<FoundRatio> {
  if (notExchanged.test(text)) return;
  for (const match of placesOf(text, sharesToShares, MOST_RATIOS))
    yield* ratioAt(match[1], match[2], spanOf(match), securityIn(match[0]));
  if (!anyEach.test(text)) return;
  for (const match of placesOf(text, sharesForEach, MOST_RATIOS)) {
    const [words, atRate, by, rateUnits, got = atRate, units = rateUnits ?? "1"] = match;
    if (
      atRate === undefined &&
      !anyConverting.test(text) &&
      !isGotFor.test(words) &&
      !/\bratio\b|\bmerger\s+consideration\b/i.test(text)
    )
      continue;
    const [per, into] = /^to$/i.test(by ?? "") || isGiven.test(words) ? [got, units] : [units, got];
    yield* ratioAt(per, into, spanOf(match), securityIn(words));
  }
}

function* writtenRatios(text: string): Generator<FoundRatio> {
  for (const match of placesOf(text, ratio, MOST_RATIOS)) {
    const [, per, by, colon, got] = match;
    const [start, end] = spanOf(match);
    const [before, after] = [lettersBefore(text, start, CLAUSE), lettersFrom(text, end, CLAUSE)];
    const basis = asBasis.exec(after);
    // "convertible on a 1-for-1 basis, as before the split"
    const isOfConversion = basis && /^\s*[,;]/.test(after.slice(basis[0].length)) && convertsOn.test(before);
    if (!isOfConversion && ofSplit.test(after)) continue;
    if (splitBefore.test(before) || paidInCash.test(before)) continue;
    if (
      !basis &&
      (colon || /^to$/i.test(by ?? "")) &&
      !atRatio.test(before) &&
      !(/\(\s*$/.test(before) && /^\s*\)/.test(after))
    )
      continue;
    const verb = lastConverting(text, start);
    // "an exchange ratio of 0.55:1" gives a part of a share for each.
    const isPart = got === "1" && Number(per) < 1 && exchangeRatio.test(before);
    yield* ratioAt(
      isPart ? got : per,
      isPart ? per : got,
      [verb ?? start, end + (basis?.[0].length ?? 0)],
      intoSecurity(text),
    );
  }
}

/** "for cash based on the fair market value of an equivalent number of shares" */
const ofValue = /\b(?:values?|prices?|fmv|worth|basis)\s+$/i;
const onDividends = /^\W*(?:\w+\s+){0,2}dividends?\s+(?:on\s[^.;]{2,40}?\s)?(?:is|are|was|were)\s+paid\b/i;
function* equalNumbers(text: string): Generator<FoundRatio> {
  // "a gift to a charity and, on the same day, of a like number of shares to"
  if (onDividends.test(text)) return;
  const equal = /\b(?:gifts?|donations?|donated)\b/i.test(text) ? [] : [...placesOf(text, equalNumber, MOST_RATIOS)];
  for (const match of [...placesOf(text, shareForShare, MOST_RATIOS), ...equal]) {
    const [start, end] = spanOf(match);
    if (ofValue.test(lettersBefore(text, start, NEAR))) continue;
    yield* ratioAt("1", "1", [lastConverting(text, start + 1) ?? start, end], intoSecurity(text));
  }
}

function* rates(text: string): Generator<FoundRatio> {
  if (convertsMoney.test(text)) return;
  for (const match of placesOf(text, rate, MOST_RATIOS)) {
    yield* ratioAt("1", match[1], spanOf(match), intoSecurity(text));
  }
}

function lastConverting(text: string, before: number): number | null {
  const from = Math.max(0, before - 300);
  const match = [...placesOf(text.slice(from, before), converting, ALL)].at(-1);
  return match ? from + match.index : null;
}
