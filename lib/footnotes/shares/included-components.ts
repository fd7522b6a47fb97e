import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { amountValue, numeral } from "@/lib/footnotes/vocabulary/numerals";
import { MOST_SENTENCES, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { withLists } from "@/lib/footnotes/vocabulary/sentence-lists";
import type { Words } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import type { IncludedComponent, Stated } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { planNext, shareCounts } from "./share-counts";

/** The named parts that a reported number includes, according to the note. */
export function readIncludedComponents({ text, lower, sentences }: NoteText): Stated<IncludedComponent[]> | null {
  if (!mayInclude.test(lower)) return null;
  const joined = withLists(text, sentences.slice(0, MOST_SENTENCES), mayInclude, listItem);
  const found = joined.flatMap((sentence, index) =>
    mayInclude.test(sentence.text) ? componentsIn(sentence, joined[index - 1]) : [],
  );
  const distinct = found.filter(
    ({ part }, index) =>
      found.findIndex(({ part: other }) => other.what === part.what && other.shares === part.shares) === index,
  );
  if (distinct.length === 0) return null;
  return { value: distinct.map(({ part }) => part), spans: distinct.map(({ start, end }) => [start, end]) };
}

type Found = { part: IncludedComponent; start: number; end: number };

/** "; (b) 2,000 RSUs; and (c) 40 shares" */
const listItem = /^(?:and\s+)?(?:\(?\w{1,4}\)|\d)/i;
/** Names for a number of securities: "of this amount", "included in the total". */
const sum = pattern()`
  shares | securities | units | total | amount | number | holdings? | balance | stock | figure | ownership |
  position | column\s+\d+ | rsus
`;
const ofSome = pattern("i")`
  \bof\s+ (?:which|(?:these|such|those|the|this)\s+(?:(?!and\b|or\b)[\w,-]+\s+){0,3}?${sum}) \b
  (?!\s+(?:sold|purchased|withheld|disposed))
`;
const mayInclude = pattern("i")`
  \b (?:
    includ | inclusive\s+of | consist | compris | combines | counts | takes?\s+(?:into\s+)?account |
    reflect(?!s?\s+(?:the\s+)?weighted) | of\s+which\b |
    of\s+ (?:these|such|those|the|this) \s+ (?:[\w,-]+\s+){0,3}? (?:
        shares | securities | units | total | amount | number | holdings? | balance | stock | figure |
        ownership | position | column | rsus
      ) \b |
    represent(?!s?\s+(?:the\s+|an?\s+)?(?:weighted|average))
  )
`;

const count = pattern()`
  (?<![$€£\w.,/-]) (\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|${numeral})
  (?![\d%]|,\d|\.\d|/|\(k\)|\s*percent|-)
`;
const unit = pattern()`
  shares? | units? | rsus? | psus? | prsus? | dsus? | stock | securities | options? | interests? | ads[s]? |
  awards? | equivalents?
`;
const anyUnit = pattern("i")`\b ${unit} \b`;

/** A part begins with its number, with its name, or with a list mark. */
const verb = pattern("gi")`
  \b (?:also\s+)? (?:
    (
      includ(?:es?|ed(?!\s+(?:in|herein|on|under|as|with|within|above|below|among)\b)) | including |
      inclusive\s+of | counts | takes?\s+(?:account\s+of|into\s+account)
    ) |
    (
      combines | consists?\s+of | consisted\s+of | consisting\s+of | (?:is|are)\s+comprised\s+of |
      comprised\s+of | comprises?
    ) |
    (reflects?|reflecting) | (represents?)
  ) \b
`;
const endsParts = pattern("i")`
  \b (?:
    excludes? | excluding | but\s+not | does\s+not | do\s+not | not\s+includ\w+ | exclusive\s+of |
    in\s+addition\s+to | net\s+of | gives?\s+effect\s+to |
    (?:as\s+to|with\s+respect\s+to|for) \s+the\s+
      (?:(?:other|remaining)\b|balance\b|rest\b|[\d,.]+\s+(?:other|remaining)\b)
  ) \b
`;
const notNumber = pattern("i")`
  \b (?:
    price | prices | fees? | commissions? | committee | board | family | group | plan | award | agreement |
    (?<!following\s+(?:the\s+)?(?:reported\s+)?)transactions? | term | definition | distribution |
    consideration | grant | report | form | filing | beneficiaries | members | trustees | entities | persons? |
    period | conditions? | criteria | date | policy | program
  ) \s+ (?:\([^)]*\)\s*)? (?:that\s+|which\s+|also\s+|reported\s+(?:herein\s+|above\s+)?)* $
`;
const ofNumber = pattern("i")`
  \b (?:
    number | amount | total | balance | holdings? | ownership | owned | aggregate | position | figure |
    shares? | securities | units? | rsus? | stock | options | column\s+\d+ |
    following\s+(?:the\s+)?(?:reported\s+)?transactions?\)? | this | these | it | table | line | reported
  ) \b
`;
/** "Each unit consists of one share and one warrant" */
const ofUnit = /\b(?:each|every|per)\s+(?:\w+\s+)?(?:units?|ads)\b[^;]{0,60}$/i;
const afterTransaction = pattern("i")`
  \b (?:after|following|upon|in) \s+ (?:the\s+|such\s+|this\s+|these\s+|all\s+)? (?:reported\s+|above\s+)?
  transactions?\)?\s*$
`;
const negated = /\b(?:not|nor|no\s+longer)\s+(?:\w+\s+)?$/i;

const part = pattern()`
  (?!(?:un)?vested\b\W*(?:$|and\b|as\b)|exercisable|subject\s+to\s+(?:vesting|forfeiture))
  (?:(?!(?:,|\band)\s+(?:the\s+remaining\s+)?\d[\d,.]*\s)[^;]){3,160}
`;
/** "7,464 of these shares represent restricted stock units", "of which 500 are RSUs", "of these, 300 are RSUs and 200 are PSUs" */
const ofThese = pattern("gi")`
  ${count} \s+ (?:(?:shares|units|securities)\s+)? (?:
    of\s+ (?:which|(?:these|such|those|the|this)\s+(?:(?!and\b|or\b)[\w,-]+\s+){0,2}?${sum})
    (?:(?!,|\band\b|\b(?:vests?|will|shall|may|if|when)\b)[^;.]){0,40}? \s+
  )? (?:are|represents?|were|is|consists?\s+of) \s+ ${part}
`;
const isGot = /\b(?:were|was)\s+(?:acquired|purchased|issued|received)\b/i;
const someOf = /\b(?:part|portion|some|certain|number|half|most|majority)\s+of\s+/i;
/** "A portion of the shares reported (1,250) are restricted shares", "some of the total (800 shares) is held in a 401(k) plan" */
const someInBrackets = pattern("gi")`
  \b (?:part|portion|some|certain|number|half|most|majority) \s+of\s+ (?:the|these|those|such|this|his|her) \s+
  (?:[\w-]+\s+){0,3}? ${sum} \b[^;.()]{0,50}\( ${count} (?:\s+(?:shares|units))? \)\s*,?\s+ (
    (?:are|is|were|was|represents?|consists?\s+of|comes?|came|results?|resulted|derives?|relates?|constitutes?)
    \s+ ${part}
  )
`;
/** "Of these shares, " at the beginning. */
const ofSomeBefore = pattern("i")`
  ${ofSome} (?:
    \s+ (?:
      reported | held | owned | beneficially | acquired | directly | in | this | the | column | row | line |
      table | report | form | i | \d+ | herein | above | as | so
    )
  ){0,6} \s*,?\s*$
`;

/** ", in addition to shares owned outright," */
const besides = /^\s*,\s*in\s+addition\s+to\s+[^,;]{1,80},/i;

const MOST_IN_SENTENCE = 8;
const FARTHEST = 200;
const LONGEST_LIST = 800;
const firstWords =
  /^\W*(?:total\s+|also\s+|balance\s+|amount\s+)?(?:(?:adjusted|increased|corrected|revised|updated)\s+to\s+)?$/i;
const ofBalance = /\b(?:number|amount|total|balance|holdings?|ownership|owned)\b/i;
const reflectsChange = pattern("i")`
  ^\s* (?:(?:the|an?)\s+)? (?:[\w-]+\s+){0,3}? (?:
    transfer | sale | disposition | forfeiture | withholding | cancell?ation | gift | distribution | exercise |
    conversion | split | adjustment | vesting | return
  )
`;

/** "Included in this amount are 5,400 RSUs.", "5,400 RSUs are included in the total." */
const amountOf = pattern()`(?:the|this|these|that|such|his|her) \s+ (?:[\w-]+\s+){0,3}? ${sum} \b`;
const includedInAre = pattern(
  "i",
)`^\W* (?:also\s+)?included\s+ (?:in|within|among) \s+ ${amountOf} [^;.]{0,60}?\s (?:are|is) \s`;
const areIncludedIn = pattern("i")`
  \b (?:(?:is|are|were|been|being)\s+(?:also\s+|now\s+|all\s+)?included|included) \s+ (?:in|within) \s+
    (?:${amountOf}|columns?\s+\d) |
  \b(?:is|are)\s+(?:also\s+|now\s+)?included\s*(?=[.;]|$)
`;
const pronoun = /^\W*(?:both|all|these|which|they|each)(?:\s+of\s+(?:which|these))?\s*$/i;

/**
 * The parts that a sentence says are included, named before or after these words. "both" refers to those of the sentence before.
 */
function partsIncludedIn(sentence: Words, previous: Words | undefined): Found[] {
  const { text } = sentence;
  const ahead = includedInAre.exec(text);
  if (ahead) return namedParts(sentence, ahead[0].length, text.length);
  const behind = areIncludedIn.exec(text);
  if (!behind || /\bnot\s+(?:\w+\s+)?$/i.test(text.slice(0, behind.index))) return [];
  const isSaidBefore = pronoun.test(text.slice(0, behind.index));
  if (isSaidBefore) return previous ? namedParts(previous, 0, previous.text.length) : [];
  return /\b(?:is|are|were|been|being)\b/i.test(behind[0]) ? namedParts(sentence, 0, behind.index) : [];
}

/** The parts of known kinds, with their numbers, in a stretch of a sentence. */
function namedParts({ text, start }: Words, from: number, until: number): Found[] {
  const words = text.slice(from, until);
  return partsOf(words.slice(0, endsParts.exec(words)?.index)).flatMap((part) => {
    const what = kindOf(part.text);
    if ((part.shares === null && what === "other") || part.isPlain || wentAway.test(part.text)) return [];
    return [{ part: { what, shares: part.shares }, start: start + from + part.start, end: start + from + part.end }];
  });
}

function componentsIn(sentence: Words, previous: Words | undefined): Found[] {
  const { text, start } = sentence;
  const found: Found[] = [];
  const add = (part: IncludedComponent, from: number, to: number) =>
    found.push({ part, start: start + from, end: start + to });

  if (/\bincluded\b/i.test(text)) found.push(...partsIncludedIn(sentence, previous));
  if (found.length > 0) return found;
  for (const match of ofSome.test(text) ? text.matchAll(ofThese) : []) {
    const [words, shares = ""] = match;
    const isNext = found.length > 0 && text.slice((found.at(-1)?.end ?? 0) - start, match.index).length < 8;
    const isOfThese =
      /\bof\s+(?:which|these|such|those|the|this)\b/i.test(words) ||
      ofSomeBefore.test(text.slice(0, match.index)) ||
      isNext;
    const isNamed = kindOf(words) !== "other" && isGot.test(words);
    if (!isOfThese || (wentAway.test(words) && !isNamed)) continue;
    add({ what: kindOf(words), shares: amountValue(shares) }, match.index, match.index + words.length);
  }
  for (const match of someOf.test(text) ? text.matchAll(someInBrackets) : []) {
    const [words, shares = "", said = ""] = match;
    if (
      wentAway.test(said.split(/\b(?:that|which|when|who)\b/i)[0] ?? "") &&
      !(kindOf(said) !== "other" && isGot.test(said))
    )
      continue;
    add({ what: kindOf(said), shares: amountValue(shares) }, match.index, match.index + words.length);
  }
  if (found.length > 0) return found;
  const verbs = [...placesOf(text, verb, MOST_IN_SENTENCE)];
  for (const [index, match] of verbs.entries()) {
    const [, includes, consists, reflects, represents] = match;
    const before = text.slice(Math.max(0, match.index - FARTHEST), match.index);
    const isFirst = match.index < FARTHEST && firstWords.test(before);
    if (!isFirst && !ofNumber.test(before)) continue;
    if (negated.test(before) || ofUnit.test(before) || (notNumber.test(before) && !afterTransaction.test(before)))
      continue;
    const from = match.index + match[0].length;
    const next = verbs[index + 1]?.index ?? text.length;
    const all = text.slice(from, Math.min(next, from + LONGEST_LIST));
    const lead = besides.exec(all)?.[0].length ?? 0;
    const rest = all.slice(0, lead + (endsParts.exec(all.slice(lead))?.index ?? all.length));
    const isOfTotal =
      reflects &&
      (reinvested.test(rest) || /\b(?:also|balance|total|amount)\s+$/i.test(`${before}${match[0].slice(0, 5)}`));
    if ((reflects || represents) && !isOfTotal && !(anyUnit.test(rest) && /\d/.test(rest))) continue;
    if (reflects && (reflectsChange.test(rest) || (!isFirst && !ofBalance.test(before)))) continue;
    const parts = partsOf(rest);
    const isList = parts.length > 1 && parts.every(({ shares }) => shares !== null);
    if (represents && !(isList && parts.some(({ isPlain }) => isPlain))) continue;
    if ((reflects && isFirst && !isList && !isOfTotal) || (consists && parts.length === 1)) continue;
    const named = parts.find(({ text }) => !samePurchase.test(text));
    let kindBefore = named && kindOf(named.text);
    for (const part of parts) {
      const what = (samePurchase.test(part.text) && kindBefore) || kindOf(part.text);
      kindBefore = what;
      if (part.isPlain || (/^including$/i.test(includes ?? "") && part.shares === null)) continue;
      add({ what, shares: part.shares }, part.shares === null ? match.index : from + part.start, from + part.end);
    }
  }
  return found;
}

/** Shares received without a separate report. Where they are reflected, they are in a total. */
const reinvested = pattern("i")`
  ^\s* (?:[\d,.]+\s+)? (?:additional\s+)?shares\s+ (?:acquired|purchased|received|obtained|credited) \b[^;]*\b
  (?:dividends?|drip|espp|employee\s+stock\s+purchase) \b
`;
/** "and 162 shares purchased on November 30, 2017": the same kind as those before, or at the beginning as those after. */
const samePurchase = pattern("i")`
  ^\W*[\d,.]+\s+ (?:additional\s+)? (?:shares?\s+)?
  (?:(?:purchased|acquired|bought|granted|vest(?:ing)?|awarded)\s+)?(?:on|in)\s+(?:${MONTH}|\d)[\w\s,./]{0,25}\.?$
`;
/** Shares that were sold or given away are not part of the rest. */
const wentAway = pattern("i")`
  \b (?:were|was|are|is) \s+ (?:
    (?!restricted|unvested|deferred|unearned|earned|owned|included|represented)\w+ed\b | sold | withheld |
    exempt | being | not | now
  ) \b
`;

type Part = { text: string; start: number; end: number; shares: string | null; isPlain: boolean };

/** Only "shares of the issuer's common stock, $0.01 par value, owned by the reporting person". */
const plain = pattern("i")`
  ^\W* (?:(?:an?|the)\s+)? (?:aggregate\s+(?:of\s+)?)? (?:[\d,.]+\s+)? (?:
    (?:the\s+)?(?:issuer|company)['’]s\s+ | outstanding\s+ | issued\s+ | vested\s+ | unrestricted\s+ |
    additional\s+ | directly\s+
  )* (?:shares?\s+of\s+)? (?:(?:the\s+)?(?:issuer|company)['’]s\s+)? (?:class\s+\w\s+|series\s+\w\s+)?
  (?:common\s+|ordinary\s+|capital\s+|preferred\s+)? (?:stock|shares?|units?|securities)
  (?:,?\s+(?:\$?[\d.]+\s+)?par\s+value[^,]*,?)? (?:
    \s+ (?:
      of\s+the\s+(?:issuer|company) |
      (?:directly\s+|beneficially\s+)? (?:owned|held)
        (?:\s+(?:directly|of\s+record|outright|in\s+street\s+name))?
        (?:\s+by\s+the\s+reporting\s+person(?:\s+directly)?)? (?:\s+directly)?
    )
  )? \W* (?:and|or)? \W*$
`;

/** "and 300 held in the 401(k)": a number of shares that does not repeat the word. */
const bareCount = pattern("gi")`
  (?:,|\band) \s+ (?!(?:19|20)\d\d\b) (\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) \s+
  (?=held\b|acquired\b|purchased\b|owned\b|in\s+(?:the|an?)\b|through\b|under\b|underlying\b|allocated\b)
`;

const numberOf = (match: RegExpExecArray): { start: number; text: string } => {
  const [words, text = ""] = match;
  return { start: match.index + words.lastIndexOf(text), text };
};

const betweenParts = pattern("i")`
  [\s,;]* (?:\(?(?:[ivx]+|[a-z]|\d)\)\s*)? (?:and|or|as\s+well\s+as|plus|(?:together|along)\s+with|with)?
  [\s,;]* (?:\(?(?:[ivx]+|[a-z]|\d)\)\s*)? (?:(?:approximately|an?\s+aggregate\s+of|a\s+total\s+of)\s*)? $
`;

/** The parts of a list, each beginning at a number. Without a number, the whole list. */
function partsOf(words: string): Part[] {
  const named = partsNumberedBehind(words);
  if (named.length > 0) return named;
  const counted = shareCounts(words).filter(
    ({ text, start, end }) =>
      !(
        ofPlan.test(words.slice(0, start)) &&
        (planNext.test(words.slice(end, end + 80)) || (year.test(text) && awardAfter.test(words.slice(end, end + 80))))
      ),
  );
  const bare = counted.length > 0 ? [...placesOf(words, bareCount, MOST_IN_SENTENCE)].map(numberOf) : [];
  const starts = [...counted, ...bare.filter(({ start }) => counted.every((each) => each.start !== start))].sort(
    (a, b) => a.start - b.start,
  );
  const first = starts[0];
  const cut = (from: number, to: number, shares: string | null): Part => {
    const text = words.slice(from, to).replace(betweenParts, "");
    return { text, start: from, end: from + text.length, shares, isPlain: plain.test(text) };
  };
  if (!first) {
    const numbered = numberedRights.exec(words);
    if (numbered)
      return [cut(numbered[0].length - numbered[0].trimStart().length, words.length, amountValue(numbered[1] ?? ""))];
    return anyUnit.test(words) ? withoutNumbers(words, cut) : [];
  }
  return starts.map((match, index) =>
    cut(match.start, starts[index + 1]?.start ?? words.length, amountValue(match.text)),
  );
}

/** "under the issuer's 423 employee stock purchase plan": a section number of the tax code. */
const ofPlan = /(?:\b(?:the|an?|under|section|code|§)|['’]s?)\s+$/i;

/** "under the 2015 performance share award" */
const year = /^(?:19|20)\d\d$/;
const awardAfter = /^\s+(?:(?!shares\b|units\b)[\w'’-]+\s+){1,4}?(?:award|grant|offering)s?\b/i;

/** A number after the securities it counts: "restricted shares (2,000)", "restricted stock awards totaling 9,500 shares". */
const numberBehind = pattern("gi")`
  (?:
    \( (?<=[\w)'’]\s*\() (?!(?:19|20)\d\d\)|\d\)) ${count} (?:\s+(?:shares|units))?
      (?:\s+as\s+of\s[^()]{1,40})? \) (?!\s*(?:shares?|units?|rsus?)\b) |
    \b (?:totall?ing|aggregating|amounting\s+to|in\s+the\s+amount\s+of) \s+ (?:an?\s+\w+\s+of\s+)? ${count}
      (?:\s+(?:shares|units))? |
    \b (?:(?:equivalents|rights)\s+(?=of\s)|(?:units|rsus|psus|awards?|stock)\s+(?!of\s))
      (?:of|with\s+respect\s+to|in\s+respect\s+of|covering|relating\s+to|representing|for) \s+ ${count} \s+
      (?:(?:underlying|common|ordinary)\s+)? (?:shares|units)
      (?!\s+of\s+(?:unvested\s+|performance\S*\s+)*restricted)
  )
`;
const countBefore = pattern(
  "i",
)`(?:\d(?<!\b(?:19|20)\d\d)|\b${numeral}|\bthousand|\b(?:rule|section|(?:foot)?notes?|item)\s+[\w-]*) \s*$`;
const glue = /^[\s,;]*(?:(?:and|as\s+well\s+as|plus)\b)?[\s,;]*/i;

const numberFollows = pattern("i")`
  [(]\d |
  (?:
    aling | alling | ating | amounting\s+to | amount\s+of | respect\s+to | respect\s+of | covering |
    representing | for | (?:equivalents|rights)\s+of
  ) \s
`;

/** The parts of a list in which every number follows what it counts. */
function partsNumberedBehind(words: string): Part[] {
  if (!numberFollows.test(words)) return [];
  const numbers = [...placesOf(words, numberBehind, MOST_IN_SENTENCE)].filter(
    ({ index }) => !countBefore.test(words.slice(Math.max(0, index - 40), index)),
  );
  const isAllBehind = shareCounts(words).every(({ start, end }) =>
    numbers.some(({ 0: all, index }) => index <= start && end <= index + all.length),
  );
  if (!isAllBehind) return [];
  let from = 0;
  return numbers.flatMap(({ 0: all, 1: bracketed, 2: written, 3: underlying, index }) => {
    const end = index + all.length;
    const start = from + (glue.exec(words.slice(from, end))?.[0].length ?? 0);
    from = end;
    const name = words.slice(start, underlying === undefined ? index : end);
    if (!/[a-z]{3}/i.test(name)) return [];
    return [
      {
        text: words.slice(start, end),
        start,
        end,
        shares: amountValue(bracketed ?? written ?? underlying ?? ""),
        isPlain: plain.test(name),
      },
    ];
  });
}

/** "341 dividend equivalent rights": not counted as a security elsewhere. */
const numberedRights = pattern(
  "i",
)`^\s* ${count} \s+ (?!thousand|million) (?:[\w-]+\s+){0,3}? (?:rights|equivalents|rsus?|units?) \b`;

const nextKind = pattern("i")`
  \s+and\s+ (?=
    (?:
      unvested\s+ | vested\s+ | deferred\s+ | performance | restricted | rsus?\b | psus?\b | phantom |
      shares?\s+(?:acquired|held|purchased|issu)
    ) |
    dividend
  )
`;

/** "common stock owned and unvested restricted stock units" */
function withoutNumbers(words: string, cut: (from: number, to: number, shares: null) => Part): Part[] {
  const whole = cut(0, words.length, null);
  const split = nextKind.exec(words);
  if (!split) return [whole];
  const [left, right] = [cut(0, split.index, null), cut(split.index + split[0].length, words.length, null)];
  return anyUnit.test(left.text) ? [left, right] : [whole];
}

/** Kinds of parts by the words that name them. The first match counts. */
const NAMES: readonly (readonly [IncludedComponent["what"], RegExp])[] = [
  [
    "psu",
    pattern("i")`
      \b (?:performance|market|tsr) [-\s]* (?:and\s+\w+[-\s]*)? (?:based\s+|vesting\s+|vested\s+)*
        (?:restricted\s+)? (?:stock\s+|share\s+)? (?:units?|rsus?|awards?|shares?|psus?) \b |
      \b(?:psus?|prsus?|psas?|msus?|pbrsus?)\b |
      \b (?:rsus?|restricted\s+(?:stock|share)\s+units?) \s+
        (?:that\s+(?:are\s+)?|which\s+(?:are\s+)?|with\s+|subject\s+to\s+) (?:performance|market)
    `,
  ],
  [
    "rsu",
    pattern("i")`
      \b (?:
        restricted\s+(?:stock|share|common\s+stock|ordinary\s+share)\s+units? | rsus? | gsus? |
        restricted\s+units? | stock\s+units?\s+\(rsus?\)
      ) \b
    `,
  ],
  [
    "restricted_stock",
    pattern("i")`
      \b(?:are|is)\s+restricted(?=\s*(?:$|[.,)]|and\b)) |
      \brestricted\s+(?:class\s+\w\s+)?(?:common\s+|ordinary\s+)?(?:stock|shares?)\b
    `,
  ],
  ["espp", /\b(?:employees?['’]?\s+)?(?:stock|share)\s+purchase\s+(?:and\s+\w+\s+)?(?:plan|program)\b|\bespp\b/i],
  ["401k", /\b401\s*\(?k\)?|\b(?:retirement\s+)?savings\s+(?:and\s+\w+(?:\s+\w+)?\s+)?plan\b|\bthrift\s+plan\b/i],
  [
    "drip",
    /\bdividends?\s+reinvest\w*|\breinvest\w*\s+(?:of\s+)?(?:\w+\s+)?dividends?(?!\s+equivalents?)|\bdrip\b|\bdrp\b/i,
  ],
  ["other", /\bdividend\s+equivalents?\b|\bphantom\b|\bdeferred\b|\bescrow\b/i],
];

function kindOf(words: string): IncludedComponent["what"] {
  let kind: IncludedComponent["what"] = "other";
  let first = Number.POSITIVE_INFINITY;
  for (const [what, pattern] of NAMES) {
    const at = pattern.exec(words)?.index ?? Number.POSITIVE_INFINITY;
    if (at < first) [kind, first] = [what, at];
  }
  return kind;
}
