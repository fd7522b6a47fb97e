import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { amountValue, isWhole, numeral } from "@/lib/footnotes/vocabulary/numerals";
import { MOST_SENTENCES, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE, type Words } from "@/lib/footnotes/vocabulary/words";
import type { ConversionRatio, Stated } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";

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
  if (!mayConvert.test(lower)) return null;
  const found = sentences
    .slice(0, MOST_SENTENCES)
    .flatMap((sentence) => (mayConvert.test(sentence.text) ? ratiosIn(sentence) : []))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const distinct = found.filter(
    ({ ratio }, index) =>
      found.findIndex(({ ratio: other }) => other.per === ratio.per && other.into === ratio.into) === index,
  );
  if (distinct.length === 0) return null;
  return {
    value: distinct.map(({ ratio }) => ratio),
    spans: distinct.map(({ start, end }) => [start, end]),
  };
}

type Found = { ratio: ConversionRatio; start: number; end: number };

const mayConvert = pattern("i")`
  \b (?:
    conver(?:t|si) | exchang(?!e\s+(?:act|commission)) | re-?classif | re-?designat | settle | redeem |
    redemption | turn(?:s|ed)?\s+in | tender | swapp | exercisable | represent(?!s?\s+(?:the\s+)?weighted) |
    entitl | rights?\b | payable | paid\b | distribut | for\s+(?:each|every)\b | per\s+(?:unit|share) |
    becomes? | \d\s?:\s?\d
  )
`;
const converting = pattern("gi")`
  \b (?:
    conver(?:t|si)\w* | exchang(?!e\s+(?:act|commission))\w* | re-?classif\w* | re-?designat\w* | turns?\s+into |
    settle(?:s|d|ment)? | redeem\w* | exercisable | becomes? | represents? | represented | representing |
    entitl(?:es?|ed|ing) | rights?\s+to | paid\s+out | payable | paid\s+in | distributed\s+in
  ) \b
`;
const anyConverting = new RegExp(converting.source, "i");

const count = pattern()`
  (
    a\s+single | \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d*\.\d+ | \d+/\d+ | \d+ |
    one(?:-|\s+one-)(?:half|third|fourth|quarter|fifth|tenth|twentieth|hundredth|thousandth) | ${numeral}
  ) ${isWhole} (?:\s*\([\d,./]+\))?
`;
const security = pattern()`shares? | units? | warrants? | adss? | adrs? | rsus?`;
const notCounting = pattern()`
  to | and | or | times | percent | votes? | years? | days? | months? | business | quarters? | installments? |
  third | half | fourth | quarter | tranches? | anniversar\w+ | trading | the | such | each
`;
const shares = pattern()`
  (?:${count}) \s+ (?!${notCounting}\b) (?:(?!${notCounting}\b(?!\s+one\b))[\w'’&.!-]+\s+){0,7}? (?:${security})
  \b
`;

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
const asBasis = /^[\s-]*(?:\([^)]{1,20}\)\s*)?(?:share\s+|unit\s+)?(?:basis|ratio|rate|conversion|exchange)\b/i;
const atRatio = pattern("i")`
  \b(?:on|at|in|ratio|rate|basis|using)\b[^;]{0,30}$ |
  \b(?:conver\w+|settle[sd]?|exchange\w*|redeem\w*|payable|paid)\s+(?:\w+\s+){0,2}$
`;
const ofSplit = /^[^;]{0,50}?\b(?:split|stock\s+dividend|share\s+dividend|sub-?division|match\w*)\b/i;
const splitBefore = /\b(?:split|stock\s+dividend|match\w*)\b[^;]{0,50}$/i;

const shareForShare = /\b(?:share|unit)[\s‐-―-]for[\s‐-―-](?:share|unit)\b(?:\s+basis)?/gi;
const equalNumber = pattern("gi")`
  \b (?:(?:in|to)?to|for|in|receive|of|represents?) \s+
    (?:the\s+same|an?\s+(?:equal|equivalent|like|identical)) \s+ (?:number|amount) \s+of\s+
    (?:[\w'’.&!-]+\s+){0,8}? (?:shares?|units?|stock) \b |
  \b(?:into|for)\s+a\s+corresponding\s+number\s+of\s+(?:[\w'’.&!-]+\s+){0,8}?(?:shares?|units?|stock)\b
`;

/** "into 2.5 shares", "to receive, at settlement, one share": what is received, after the word that introduces it. */
const gets = pattern("gi")`
  \b (into|for|to|in|as|or|becomes?|receive|purchase|acquire|buy|issued|delivery\s+of|represent(?:s|ing)?)
  (?:\s*,[^,;]{0,${CLAUSE}},)? \s+ (?:from\s+the\s+(?:company|issuer)\s+)? (?:(?:by\s+)?delivery\s+of\s+|for\s+|in\s+)?
  (?:the\s+right\s+to\s+receive\s+)? (?:\$[\d,.]+\s+(?:in\s+cash\s+)?(?:and|plus)\s+)? (?:approximately\s+)?
  (?<![$€£]) ${shares}
`;
const FARTHEST = 180;
/** The verbs that may precede each of these words. */
const verbsBefore: readonly (readonly [words: RegExp, verb: RegExp])[] = [
  [
    /^(?:into|for|to|as)$/i,
    pattern("i")`
      \b (?:
        conver(?:t|si)\w* | exchang(?!e\s+(?:act|commission))\w* | re-?classif\w* | re-?designat\w* |
        turn(?:ed)?\s+in(?:to)? | tendered | swapped
      ) \b[^;]*$
    `,
  ],
  [
    /^to$/i,
    pattern("i")`
      \b (?:rights?|entitl(?:es?|ed|ing))
      (?:\s+(?:the\s+|its\s+)?(?:reporting\s+person|holder|owner|director|participant|executive|grantee))?
      (?:\s+thereof)? \s*$
    `,
  ],
  [/^becomes?$/i, /$/],
  [/^or$/i, /\b(?:redeem\w*|redemption|exchang(?!e\s+(?:act|commission))\w*|settled?|settlement|payable)\b[^;]*$/i],
  [/^as$/i, /\b(?:settled?|paid|payable|distributed|delivered)\s*$/i],
  [/^(?:for|into|purchase|acquire)$/i, /\bexercisable\b[^;]*$/i],
  [/^(?:receive|purchase|acquire|buy|issued|delivery)/i, /\b(?:rights?|entitl(?:es?|ed|ing|ement))\b[^;]*$/i],
  [/^(?:in|for|into|delivery)/i, /\b(?:settled?s?|settlement|redeem\w*|redemption|payable|paid|turned)\b[^;]{0,60}$/i],
];
const notFixed = pattern("i")`
  \b (?:up\s+to|between|from|at\s+least|maximum\s+of|minimum\s+of|zero\s+to|more\s+than|less\s+than) \s+
  (?:approximately\s+)? $
`;

const each = pattern("gi")`
  \b (?:each|every|(?<=(?:^|[,;:(])\s*)per) \s+ (?!
    anniversary | month | quarter | year | vesting | case | director | reporting | holder | member | date |
    day | trading | calendar | business | installment | person | time
  ) (?:(?:such|whole|outstanding|issued)\s+)* (?:${count}\s+)?
`;
const forEach = pattern("i")`^[^;]{0,${CLAUSE}}?\b (?:for|per) \s+ (?:each|every) \s+ (?:${count}\s+)?`;
/** The part of a debt, or of a preferred stock, that is converted. */
const principal = pattern()`
  principal | face | liquidation | stated\s+(?:value|amount) | of\s+(?:the\s+)?(?:notes|debentures|bonds|debt|indebtedness|loans?)
`;
const dollars = pattern()`(?:(?:US|U\.S\.|CA?|A|HK)?\s?[$€£]|(?:EUR|GBP|USD|CAD)\s?[$€£]?)\s?([\d,]+)`;
const ofPrincipal = pattern("i")`^ ${dollars} \s+ (?:\w+\s+){0,3}? (?:${principal})`;
const forPrincipal = pattern("i")`^[^;$]{0,${NEAR}}?\b (?:per|for\s+(?:each|every)) \s+ ${dollars}`;
/** "into 0.9 shares of common stock per share of preferred": not the price per share. */
const perUnit = /^(?:(?!\bat\b|\bprice|\bvalue|\$)[^;.,]){0,60}?\bper\s+(?:share|unit|preferred)\b/i;
/** "Ten rights entitle the holder to": how many units are needed. */
const manyUnits = pattern("i")`
  (?:^|[.;,]\s+|\band\s+) (?!\d{3}|\d+,) ${count} \s+ (?:[\w-]+\s+){0,4}? (?:rights|warrants|units|adss?|shares)
  \s+ (?:(?:will|shall|may|are|be|can|together|automatically)\s+){0,3}
  (?:entitled?|convert\w*|exercisable|exchang\w*) \b[^;.]{0,${NEAR}}$
`;
/** "Received in exchange for 5,000 shares": what was given, not what is received. */
const inExchange = /\b(?:received|acquired|issued|obtained)\s+(?:\w+\s+){0,4}?in\s+exchange\s*$/i;
const oneUnit = /^\W*(?:an?|one|1)\s/i;

/** "Each share of Class A stock was issued upon conversion of one share of Class B stock." */
const issuedFor = pattern("gi")`
  \b (?:each|every) \s+ (?:such\s+)? [^;]{1,${CLAUSE}}?\b (?:issued|received|acquired|issuable|delivered)
  \b[^;]{0,${NEAR}}?\b (?:conversion|exchange|settlement|redemption|exercise) \s+of\s+ (?:each\s+)? ${shares}
`;
/** "an exchange ratio of 0.85" */
const rate = pattern("gi")`
  \b (?:exchange|conversion) \s+ (?:ratio|rate|factor) \s* (?:of|equal\s+to|was|is|:) \s* (?:approximately\s+)?
  (?<![$€£]) ${count} (?![\d%]|\.\d|\s*(?:-|:|to\b|for\b|per\b|percent))
  (?!\s+(?:[\w'’.-]+\s+){0,6}?(?:shares?|units?)\s+(?:[\w'’.-]+\s+){0,6}?(?:per|for)\s+(?:each\s+|every\s+)?${dollars})
`;
/** "at a ratio of one share of Class A stock for each share of Class B stock" */
const sharesForEach = pattern("gi")`
  (?:
    \b(?:ratio|rate|basis)\s+of\s+(?:approximately\s+)?${shares}[^;]{0,${NEAR}}?\b(for|to)\s+(?:each|every|one|1)\b
      (?!\s+(?:\w+\s+)?[A-Z.]{0,4}\s?[$€£]|\s+(?:(?:one|an?)\s+)?(?:thousand|hundred)\b) |
    (?<![$€£]) ${shares} (?:(?!\bat\b|\bprice|\bvalue|\bvotes?\b|\(\s*(?:\d|${numeral}))[^;,$€£]){0,${NEAR}}? \b
      (?:for\s+(?:each|every)|per) \s+ (?:${count}\s+)? (?!anniversary|month|quarter|year) (?:[\w'’-]+\s+){0,4}?
      (?:shares?|units?|rsus?|psus?|dsus?|rights?|warrants?|adss?) \b
  )
`;

/** Received for something that the holder keeps: a spin-off, a dividend, the shares of a matching plan. */
const notExchanged = pattern("i")`
  \b (?:
    spin-?\s?off | dividends?\b(?!\s+equivalent) | split | match\w* | purchased | meetings? |
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
const anyPrincipal = pattern("i")`\b (?:${principal}) \b`;

/** More than any sentence has. */
const MOST_PLACES = 12;
/** Without a number, or words for one, there is no ratio. */
const anyCount = pattern("i")`
  \d | \b(?:${numeral}|single|share-?\s?for|unit-?\s?for|same|equal|equivalent|like|identical|corresponding)\b
`;
const anyEach = /\b(?:for|to)\s+(?:each|every|one|1)\b|\bper\b/i;

function ratiosIn({ text, start }: Words): Found[] {
  const found: Found[] = [];
  const add = (per: string | undefined, got: string | undefined, from: number, to: number, of: string) => {
    if (per === undefined || got === undefined) return;
    const value = { per: figures(per), into: figures(got), of };
    if (Number(value.into) === 0 || Number(value.per) === 0) return;
    found.push({ ratio: value, start: start + from, end: start + to });
  };

  if (!anyCount.test(text)) return found;
  for (const match of placesOf(text, issuedFor, MOST_PLACES)) {
    add(
      match[1],
      "1",
      match.index,
      match.index + match[0].length,
      securityIn(lettersFrom(text, match.index, SENTENCE)),
    );
  }
  const atRates = /\b(?:ratio|rate|basis)\s+of\b/i.test(text)
    ? [...placesOf(text, sharesForEach, MOST_PLACES)].flatMap(({ 0: words, 1: got, index }) =>
        got === undefined ? [] : [{ from: index, to: index + words.length }],
      )
    : [];
  for (const match of placesOf(text, gets, MOST_PLACES)) {
    const [words, word = "", got = ""] = match;
    const end = match.index + words.length;
    const at = match.index + words.lastIndexOf(got);
    if (atRates.some(({ from, to }) => from < match.index && match.index < to)) continue;
    if (figures(got) !== "1" && /^for$/i.test(word) && inExchange.test(text.slice(0, match.index))) continue;
    const verb = verbOf(text, match.index, word, got);
    if (verb === null || notFixed.test(lettersBefore(text, at, NEAR))) continue;
    const ahead = text.slice(Math.max(0, match.index - FARTHEST), match.index);
    if (oldReceipt.test(ahead)) continue;
    const unit = lastEach(text, match.index);
    const amount = unit ? ofPrincipal.exec(lettersFrom(text, unit.after, NEAR))?.[1] : undefined;
    const behind = lettersFrom(text, end, CLAUSE);
    const after = unit ? null : (forPrincipal.exec(behind) ?? forEach.exec(behind) ?? perUnit.exec(behind));
    const many = unit ? null : manyUnits.exec(ahead);
    const isOne = figures(got) === "1" || oneUnit.test(text) || oneReceipt.test(ahead);
    if (!unit && !after && !many && !isOne) continue;
    const per = unit?.count ?? amount ?? after?.[1] ?? many?.[1] ?? "1";
    add(per, got, unit?.index ?? verb, end, securityIn(lettersFrom(text, at, SENTENCE)));
  }
  for (const match of anyPrincipal.test(text) ? placesOf(text, perPrincipal, MOST_PLACES) : []) {
    add(match[2], match[1], match.index, match.index + match[0].length, securityIn(match[0]));
  }
  for (const match of anyEach.test(text) && !notExchanged.test(text)
    ? placesOf(text, sharesForEach, MOST_PLACES)
    : []) {
    const [words, atRate, by, got = atRate, units = "1"] = match;
    if (got === undefined || (atRate === undefined && !(anyConverting.test(text) || isGotFor.test(words)))) continue;
    const isInOrder = /^to$/i.test(by ?? "");
    add(
      isInOrder ? got : units,
      isInOrder ? "1" : got,
      match.index,
      match.index + match[0].length,
      securityIn(match[0]),
    );
  }
  if (!anyConverting.test(text)) return found;
  for (const match of placesOf(text, ratio, MOST_PLACES)) {
    const [words, per, by, colon, got] = match;
    const end = match.index + words.length;
    const [before, after] = [lettersBefore(text, match.index, CLAUSE), lettersFrom(text, end, CLAUSE)];
    if (ofSplit.test(after) || splitBefore.test(before)) continue;
    const isBasis = asBasis.test(after);
    if (!isBasis && (colon || /^to$/i.test(by ?? "")) && !atRatio.test(before)) continue;
    const verb = lastConverting(text, match.index);
    add(per, got, verb ?? match.index, end + (asBasis.exec(after)?.[0].length ?? 0), intoSecurity(text));
  }
  for (const match of [...placesOf(text, shareForShare, MOST_PLACES), ...placesOf(text, equalNumber, MOST_PLACES)]) {
    const verb = lastConverting(text, match.index + 1);
    add("1", "1", verb ?? match.index, match.index + match[0].length, intoSecurity(text));
  }
  for (const match of placesOf(text, rate, MOST_PLACES)) {
    add("1", match[1], match.index, match.index + match[0].length, intoSecurity(text));
  }
  return found;
}

const PARTS = new Map(
  Object.entries({
    half: "1/2",
    third: "1/3",
    fourth: "1/4",
    quarter: "1/4",
    fifth: "1/5",
    tenth: "1/10",
    twentieth: "1/20",
    hundredth: "1/100",
    thousandth: "1/1000",
  }),
);

const figures = (written: string): string =>
  /^a\s/i.test(written)
    ? "1"
    : (PARTS.get(/^one\b.*-(\w+)$/i.exec(written)?.[1]?.toLowerCase() ?? "") ?? amountValue(written));

/** "one ADS representing ten shares", but not "from one ADS representing two shares to" */
const oneReceipt = pattern("i")`
  (?<!\bfrom\s+) \b (?:one|1|an|the) \s+ (?:new\s+)? (?:ad[sr]|american\s+depositary\s+share) \s* $
`;
const oldReceipt = pattern("i")`
  \bfrom\s+ (?:\w+\s+){1,2}? (?:ad[sr]s?|american\s+depositary\s+shares?) (?:\s*,)? (?:\s+to)? \s* $
`;
const depositary = /\b(?:ad[sr]s?|depositary\s+(?:shares?|receipts?))\b\W[^;]{0,40}$/i;

/** The verb that introduces what is received. */
function verbOf(text: string, at: number, word: string, got: string): number | null {
  if (/^represent/i.test(word)) {
    return figures(got) === "1" || depositary.test(lettersBefore(text, at, CLAUSE)) ? at : null;
  }
  const from = Math.max(0, at - FARTHEST);
  const before = text.slice(from, at);
  for (const [words, verb] of verbsBefore) {
    const found = words.test(word) ? verb.exec(before) : null;
    if (found) return from + found.index;
  }
  return null;
}

/** The last "each" before a place, and the number of units it counts: "each ten rights". */
function lastEach(text: string, before: number): { index: number; after: number; count: string | undefined } | null {
  const from = Math.max(0, before - 500);
  const match = [...text.slice(from, before + 1).matchAll(each)].at(-1);
  return match ? { index: from + match.index, after: from + match.index + match[0].length, count: match[1] } : null;
}

function lastConverting(text: string, before: number): number | null {
  const from = Math.max(0, before - 300);
  const match = [...text.slice(from, before).matchAll(converting)].at(-1);
  return match ? from + match.index : null;
}

const named = pattern("i")`
  ^[^;]{0,${NEAR}}?\b (?:shares?|units?) \s+of\s+ (?:the\s+)? (?:(?:issuer|company|corporation|registrant)['’]s\s+)?
  (
    [\w!'’.-]+ (?:
      \s+ (?!
        (?:
          of | upon | at | on | in | and | or | for | subject | immediately | following | when | that | which |
          held | if | par | to | as | by | with | was | were | is | are | will | shall | has | have
        ) \b
      ) [\w!'’.-]+
    ){0,5}
  )
`;
const titled = /^(?:\S+)\s+((?:[A-Z][\w-]*\s+){0,4}(?:[Ss]hares?|ADSs?|[Ww]arrants?|[Uu]nits?))/;
const intoWhat = pattern("i")`
  \b (?:into|for|in) \s+ (?:shares?\s+of\s+|units?\s+of\s+)? (?:the\s+)?
  (?:(?:issuer|company|corporation|registrant)['’]s\s+)? ((?:[\w!'’.-]+\s+){0,4}(?:stock|shares?|units?)) \b
`;

/** The security after a number. */
function securityIn(text: string): string {
  const name = named.exec(text.slice(0, 160))?.[1] ?? titled.exec(text.slice(0, 100))?.[1] ?? "shares";
  return name.replace(/[.,]+$/, "").replace(/\s+/g, " ");
}

const intoSecurity = (text: string): string => intoWhat.exec(text)?.[1]?.replace(/\s+/g, " ") ?? "shares";
