import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { count, type FoundRatio, MOST_RATIOS, ratioAt, shares } from "./conversion-words";
import { intoSecurity, securityIn } from "./converted-security";

const units = pattern()`(?:units?|rsus?|psus?|dsus?|rights?|warrants?|shares?|ads)`;
const given = pattern()`(?:(?!(?:for|to|into|at|sold|bought|purchased)\b)[\w'’&.-]+\s+){0,5}? ${units}`;
const aside = pattern()`(?:\s*,[^,;.]{2,${NEAR}},)?`;

/** "Each preferred share became, upon the closing, a share of common stock" */
const becameOne = pattern("gi")`
  \b (?:each|every) \s+ ${given} \b [^;.,]{0,${NEAR}}? \s
  (?: bec(?:ame|omes?) | turn(?:s|ed)\s+into | (?:was|were|is|are|(?:will|may|can)\s+be|had\s+been)\s+(?:\w+ly\s+)?(?:convert(?:ed|ible)|exchange(?:d|able)|reclassified|redesignated)\s+(?:at\s+any\s+time\s+)?(?:into|for|as) | convert(?:s|ed)${aside}\s+(?:in)?to )
  ${aside} \s+ an?\s+ (?:(?!(?:share|unit|matter|party|part|result|member)\b)[\w'’.-]+\s+){0,4}? (?:share|unit) \b (?!\s+(?:held|owned|subject|of\s+(?:any|the\s+(?:profits?|proceeds|capital))))
`;
/** "Into one share of Class A each share of Class B may be converted" */
const intoFirst = pattern("gi")`
  (?:^|[.;]\s+)\W* into \s+ ${shares} (?:[^;.$]|\.\d){0,${NEAR}}? \b (?:each|every) \s+ ${given} \b [^;.$]{0,${NEAR}}? \b (?:may\s+be|is|are|was|were|will\s+be) \s+ (?:\w+ly\s+)? (?:converted|exchanged|reclassified) \b
`;
/** "each share of capital stock was redesignated one share of Class B common stock" */
const renamed = pattern("gi")`
  \b (?:each|every) \s+ (?:outstanding\s+|issued\s+)? ${given} \b [^;.,]{0,${NEAR}}? \s (?:re-?designated|re-?classified|re-?named) \s+ (?:as\s+|into\s+)? ${shares}
`;
/** "units, each of which vested into one share" */
const vestsInto = pattern("gi")`
  \b (?:each|every) \s+ (?:of\s+(?:which|them|these)|${given}) \b [^;.,]{0,${NEAR}}? \s vest(?:s|ed)?\s+into \s+ ${shares}
`;
/** "One share of Class A is issuable on the conversion, at any time, of each share of Class B" */
const issuableOn = pattern("gi")`
  (?<![\w$€£.,/-]) ${shares} [^;.$]{0,${NEAR}}? \b (?:(?:issued|issuable|delivered|deliverable|received|obtained) \s+ (?:up)?on|result(?:s|ed)?\s+from) \s+ (?:the\s+)? (?:automatic\s+)? (?:conversion|exchange|settlement|redemption|exercise|vesting)
  ${aside} \s+ of\s+ (?:each|every)\s+ (?:${count}\s+)? ${given} \b
`;
/** "converted into Class A Common Stock, one share for one" */
const oneShareForOne =
  /\b1\s?[-–]\s?1\s+(?:basis|ratio)\b|\bone[\s-]+(?:share|unit)[\s-]+for[\s-]+(?:one|another)\b(?!\s+(?:day|year|vote|month|of|hundred|thousand))|\bone\s+into\s+one\b/gi;
/** "For each unit one share may be received", "In settlement of each unit, one share is delivered" */
const forEachUnit = pattern("gi")`
  \b (?:for|against|in\s+(?:settlement|respect|exchange)\s+(?:of|for)) \s+ (?:each|every) \s+ (?:${count}\s+)? ${given} \b (?:\s*\([^()]{1,${NEAR}}\))?
  (?:\s+(?:that|which)\s+(?:vests?|is\s+\w+|has\s+vested)|\s+(?:exercised|surrendered|tendered|converted|exchanged|redeemed|vested))? ,?\s+ ${shares} (?:\s+of\s+(?:[\w'’.-]+\s+){1,6}?|\s+)
  (?:(?:is|are|was|were|will|shall|may|can|to)\s+){1,2} (?:be\s+)? (?:\w+ly\s+)? (?:received|issued|delivered|paid|obtained|allotted|issuable|deliverable) \b
`;
/** "For every four Series A shares the holder received one common share" */
const holderGot = pattern("gi")`
  \b for\s+ (?:each|every) \s+ (?:${count}\s+)? ${given} \b [^;.,$]{0,${NEAR}}? ,?\s+ (?:the\s+(?:holder|reporting\s+person)|holders|he|she) \s+ (?:(?:will|is\s+to|was\s+to)\s+)? (?:receive[sd]?|gets?|got|obtained) \s+ ${shares}
`;
/** "converted into Class B stock, one share for every four" */
const forEveryFour = pattern(
  "gi",
)`(?<![\w$€£.,/-]) ${shares} \s+ for\s+ (?:each|every) \s+ ${count} (?=\s*(?:[.,;]|$))`;
/** "An equal number of Class A shares is received on the conversion of Class B shares", "into a number of shares equal to its own" */
const equalOn = pattern("gi")`
  \b (?:an?\s+(?:equal|like|identical)|the\s+same) \s+ number\s+of\s+ [^.;]{0,${NEAR}}? (?:shares|units|stock) \b [^.;]{0,${CLAUSE}}? \b (?:up)?on\s+ (?:the\s+)? conversion\s+of \b |
  \b (?:into|for) \s+ a\s+ number\s+of\s+ [^.;]{0,${NEAR}}? \s equal\s+to\s+ (?:its|their)\s+own \b
`;
/** "One Class A share may be bought, for $11.50, under each warrant" */
const boughtUnder = pattern("gi")`
  (?<![\w$€£.,/-]) ${shares} [^;.$]{0,${NEAR}}? \b (?:may|can)\s+be\s+ (?:bought|purchased|acquired) \b (?:[^;.]|\.\d){0,${NEAR}}? \b (?:under|by\s+(?:the\s+)?exercise\s+of|(?:up)?on\s+(?:the\s+)?exercise\s+of|with) \s+ (?:each|every|one|an?)\s+ (?:\w+\s+){0,3}? (?:warrant|option|right) \b
`;
/** "become, when certain conditions are met, common units in the same number" */
const inSameNumber = pattern("gi")`
  \b (?:becomes? | became | convert\w* | exchanged) \b [^.;]{0,${CLAUSE}}? \b (?:shares|units|stock) \s+ in\s+ (?:the\s+same|an?\s+(?:equal|like|identical)) \s+ number \b
`;
/** "were converted, one common share being issued for each", "receive, on vesting, one share for each" */
const oneForEach = pattern("gi")`
  \b (?:conver(?:t|si)\w*|exchanged|settled?|settlement|redeem\w*|redemption|receives?) \b [^;.$]{0,${CLAUSE}}? (?<![\w$€£.,/-]) ${shares} \s [^;.$\d]{0,${NEAR}}? \bfor\s+each (?:\s+(?:of\s+(?:them|these)|one|unit|share))? (?=\s*(?:[.;,]|$))
`;
/** "Five ordinary shares are represented by each ADS" */
const representedBy = pattern("gi")`
  (?<![\w$€£.,/-]) ${shares} \s+ (?:is|are|were|was)\s+represented\s+by\s+ (?:each|every|one) \s+ (?:${count}\s+)? ${given} \b
`;
/** "acquire each unit so presented for one share" */
const acquireFor = pattern("gi")`
  \b (?:acquire[sd]?|purchase[sd]?|redeem(?:s|ed)?|exchange[sd]?) \s+ (?:each|every) \s+ (?:such\s+)? ${given} \b [^;.,$]{0,${NEAR}}? \s (?:in\s+exchange\s+)?for \s+ ${shares}
`;
/** "Two warrants are required to purchase one share" */
const neededFor = pattern("gi")`
  (?<![\w$€£.,/-]) ${count} \s+ (?:[\w-]+\s+){0,3}? (?:rights|warrants|units|adss?) \s+ (?:are|is|were) \s+ (?:required|needed|necessary) \s+ to \s+ (?:purchase|acquire|buy|receive|obtain) \s+ ${shares}
`;
const isNeeded = /\b(?:required|needed|necessary)\s+to\s/i;
/** "on the basis of one hundred subordinate voting shares for each multiple voting share" */
const onBasisOf = pattern("gi")`
  \b (?:on\s+(?:the|an?)\s+basis|at\s+(?:the|an?)\s+(?:rate|ratio)) \s+of\s+ (?:approximately\s+)? ${count} \s+ (?:(?!(?:for|per|each|to|at|shares?|units?|stock)\b)[\w'’.-]+\s+){1,6} (?:for|per) \s+ (?:each|every|one|1\b) \s+ (?!\d|(?:one|two|three|ten|hundred|thousand)\b) (?:[\w'’.-]+)
`;
/** "replaced with an option for the number of shares that it covered, multiplied by 0.85" */
const multipliedBy = pattern("gi")`
  \b (?:assumed|converted|exchanged|replaced|substituted) \b [^;]{3,${SENTENCE}}? \b number\s+of\s+ [^;]{3,${CLAUSE}}? ,?\s multiplied\s+by\s+ (?:(?:the|an)\s+(?:equity\s+)?(?:award\s+)?exchange\s+ratio\s+of\s+)? ${count} (?!\s*%)
`;
/** What is received for something that the holder keeps, or buys. */
const kept =
  /\b(?:match\w*|purchased|bought|sold|dividends?|split|rights\s+offering|spin-?\s?off|spun|in\s+the\s+(?:separation|distribution)|distribution\s+of|(?:share|unit)s?\s+(?:that\s+(?:they|he|she)\s+)?held)\b/i;

/** Ratios in words of other kinds. */
export function* wordedRatios(text: string): Generator<FoundRatio> {
  if (!mayBeWorded.test(text)) return;
  for (const { index, 0: words, 1: got } of placesOf(text, boughtUnder, MOST_RATIOS))
    yield* ratioAt("1", got, [index, index + words.length], securityIn(words));
  if (kept.test(text)) return;
  for (const { index, 0: words, 1: got, 2: per = "1" } of /\brepresented\s+by\b/i.test(text)
    ? placesOf(text, representedBy, MOST_RATIOS)
    : [])
    yield* ratioAt(per, got, [index, index + words.length], securityIn(words));
  for (const { index, 0: words, 1: got } of /\bmultiplied\b/i.test(text)
    ? placesOf(text, multipliedBy, MOST_RATIOS)
    : [])
    yield* ratioAt("1", got, [index, index + words.length], intoSecurity(text));
  for (const { index, 0: words, 1: got } of placesOf(text, acquireFor, MOST_RATIOS))
    yield* ratioAt("1", got, [index, index + words.length], securityIn(words));
  for (const { index, 0: words, 1: per, 2: got } of isNeeded.test(text) ? placesOf(text, neededFor, MOST_RATIOS) : [])
    yield* ratioAt(per, got, [index, index + words.length], securityIn(words));
  for (const { index, 0: words, 1: got } of placesOf(text, onBasisOf, MOST_RATIOS))
    if (converted.test(lettersBefore(text, index, CLAUSE)))
      yield* ratioAt("1", got, [index, index + words.length], intoSecurity(text));
  for (const { index, 0: words } of placesOf(text, becameOne, MOST_RATIOS))
    yield* ratioAt("1", "1", [index, index + words.length], intoSecurity(text));
  for (const { index, 0: words, 1: got } of placesOf(text, intoFirst, MOST_RATIOS))
    yield* ratioAt("1", got, [index, index + words.length], securityIn(words));
  for (const { index, 0: words, 1: got } of [
    ...placesOf(text, renamed, MOST_RATIOS),
    ...placesOf(text, vestsInto, MOST_RATIOS),
  ])
    yield* ratioAt("1", got, [index, index + words.length], securityIn(words));
  for (const { index, 0: words, 1: got, 2: per = "1" } of placesOf(text, issuableOn, MOST_RATIOS))
    yield* ratioAt(per, got, [index, index + words.length], securityIn(words));
  for (const { index, 0: words } of placesOf(text, oneShareForOne, MOST_RATIOS))
    if (converted.test(lettersBefore(text, index, CLAUSE)))
      yield* ratioAt("1", "1", [index, index + words.length], intoSecurity(text));
  for (const { index, 0: words, 1: per = "1", 2: got } of placesOf(text, forEachUnit, MOST_RATIOS))
    yield* ratioAt(per, got, [index, index + words.length], intoSecurity(text));
  for (const { index, 0: words, 1: per = "1", 2: got } of placesOf(text, holderGot, MOST_RATIOS))
    yield* ratioAt(per, got, [index, index + words.length], securityIn(words));
  for (const { index, 0: words, 1: got, 2: per } of placesOf(text, forEveryFour, MOST_RATIOS))
    if (converted.test(lettersBefore(text, index, CLAUSE)))
      yield* ratioAt(per, got, [index, index + words.length], intoSecurity(text));
  for (const { index, 0: words } of [
    ...placesOf(text, inSameNumber, MOST_RATIOS),
    ...placesOf(text, equalOn, MOST_RATIOS),
  ])
    yield* ratioAt("1", "1", [index, index + words.length], intoSecurity(text));
  for (const { index, 0: words, 1: got } of placesOf(text, oneForEach, MOST_RATIOS))
    yield* ratioAt("1", got, [index, index + words.length], securityIn(words));
}

const mayBeWorded =
  /\b(?:each|every)\b|\b(?:required|needed|necessary)\s+to\s|\bone-(?:share|unit)\b|\b1\s?[-–]\s?1\b|\bbasis\s+of\b|\b(?:for|into)\s+(?:one|another)\b|\bnumber\b|\b(?:bought|purchased|acquired)\b/i;
const converted = /\b(?:conver(?:t|si)|exchang|redeem|redempt|settle|reclass)\w*\b[^;.]*$/i;

const eachGiven = pattern("gi")`
  \b (?:each|every) \s+ (?:(?:of\s+the|issued|outstanding|and|then|whole|vested)\s+){0,4} (?!such\b) (?<given>(?:(?!\binto\b)[^;.,]){2,${NEAR}}?)
  (?=[,;]|\.\s|\s+(?:of\s+the\s+(?:issuer|company|corporation|spac)|held|is|was|are|had|has|so|then|resulting|issued|received|acquired|owned|automatically|may|will|shall|can|converted|converts?|represents?|entitles?|became|becomes)\b)
`;
/** "Class B common stock may be converted": what is converted, if no "each" says so. */
const subjectOf = pattern("gi")`
  \b (?<given>(?:class|series)\s+\w+|(?:op|ltip|common|partnership)\s+units?|profits?\s+interests?(?:\s+units?)?|preferred\s+(?:stock|shares)) \b [^.;]{0,${CLAUSE}}? \b (?:conver(?:t|si)|exchange|reclassif|redeem)
`;
const kinds =
  /\b(ltip|class\s+\w+|series\s+[\w-]+|(?:op|common|partnership)\s+unit|profits?\s+interest|warrant|option|preferred|common\s+(?:stock|share)|ordinary\s+share)/i;

/** "into common units, each of which is redeemable for", "into a common unit, which may be redeemed for" */
const ofWhichKind = /\b(?:into|for|of|to)\s+([^,;.]{3,60}),\s+(?:each\s+of\s+which\s*|which\s+(?:[\w-]+\s+){1,4}\S*)$/i;
/** What kind of security is converted by a ratio at a place, if the words say it. */
export function givenAt(text: string, { start: at, end }: { start: number; end: number }): string | null {
  const [inWords] = placesOf(text.slice(at, end), eachGiven, 1);
  const own = inWords ? kindIn(inWords.groups?.given ?? "") : null;
  if (own !== null) return own;
  const referred = ofWhichKind.exec(lettersBefore(text, at, CLAUSE) + lettersFrom(text, at, "each of which ".length));
  if (referred) return kindIn(referred[1] ?? "");
  if (awardAhead.test(lettersBefore(text, at, NEAR))) return "award";
  const from = Math.max(0, at - CLAUSE);
  const around = text.slice(from, at + CLAUSE);
  const last = (given: RegExp) =>
    [...placesOf(around, given, ALL)].filter(({ index }) => from + index <= at).at(-1) ?? null;
  const [each, subject] = [last(eachGiven), last(subjectOf)];
  const ofEach = kindIn(each?.groups?.given ?? "");
  const isOfNextSentence = each && subject && /[.;]\s/.test(around.slice(each.index, subject.index));
  return (isOfNextSentence ? null : ofEach) ?? kindIn(subject?.groups?.given ?? "") ?? ofEach;
}

/** "restricted stock units", "RSUs", "performance shares": one kind, as notes call the same award by several of these names. */
const awards =
  /\b(?:[rp]sus?|prsus?|dsus?|(?:restricted|performance|deferred|phantom)\s+(?:restricted\s+)?(?:stock|share|common)?\s*(?:units?|shares?))\b/i;
/** "RSUs, each representing the right to" */
const awardAhead = pattern("i")`(?:${awards}) (?:\s*\([^()]{1,${NEAR}}\))? [\s,;(]* (?:and\s+)? $`;

const kindIn = (words: string): string | null =>
  awards.test(words) ? "award" : (kinds.exec(words)?.[1]?.toLowerCase().replace(/\s+/g, " ") ?? null);
