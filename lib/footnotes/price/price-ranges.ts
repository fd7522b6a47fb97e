import Big from "big.js";
import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { CLAUSE, lettersFrom } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import type { PriceRange, Stated } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import { type CurrencyMention, currencyMentions } from "./currency-names";
import { priceCurrency } from "./price-currency";
import { type Figure, priceFigures } from "./price-figures";
import { areOfTrades, arePrices } from "./traded-prices";

const unit = pattern()`
  (?:\s?[$€£])? (?:
    \s* (?:
      (?:(?:per|a|each)\s+|/\s*)(?:\w+\s+){0,2}?(?:share|unit|ads|adr|security)s? | each | apiece | [A-Z]{3} |
      canadian | u\.?s\.?(?:\s+dollars?)? | (?:canadian|swedish|norwegian|danish|swiss|hong\s+kong)\s+\w+ |
      pence | euros? | \(\s*[^()]{1,20}\)
    )
  )?
`;
const extreme = (word: RegExp): RegExp => pattern()`
  (?:(?:the|a|an|as)\s+)? ${word} (?:\s+as)?
  (?:\s+(?:sales?|selling|purchase|trade|trading|execution|fill|end))? (?:\s+prices?)?
  (?:
    \s+ (?:
      per\s+share | paid | received | obtained |
      at\s+which\s+(?:\w+\s+){1,5}?(?:sold|purchased|bought|executed|effected|traded)
    )
  )?
  (?:\s+(?:one|trade|sale)?\s*of\s+(?:these|those|the|such)\s+(?:trades|sales|purchases|transactions|prices))?
  (?:\s+(?:trade|sale|purchase|one))? (?:\s+(?:was|were|being)(?:\s+(?:executed|made|effected))?(?=\s+at\b))?
  \s* (?:of|at|was|is|being|having\s+been|to\s+be|:|=|,)? \s*
`;
/** "no lower than $39.00 and no higher than $39.07" */
const bound = pattern()`
  (?:at\s+)?
  (?:(?:no|not|nor|neither)\s+(?:at\s+)?(?:less|lower|higher|more|greater)\s+than|at\s+least|at\s+most|(?:no|not|never)\s+(?:below|under|above|over)) \s*
`;
const lowOrHigh = pattern()`${extreme(/lowest|low|minimum|cheapest|highest|high|maximum|dearest/)} | ${bound}`;

/** Between the two ends: "to", "per share through", "(low) - a high of". Only some of these are clear on their own. */
const joined = pattern("i")`
  ^ ${unit} ,?\s* (?:and\s+)? (?:(?:up\s+)?to(?:\s+to|\s+and\s+including)?|-to-|through|thru|until|[‐-―~/-]) \s*
  (?:up\s+to\s+)? (?:${lowOrHigh}|an?\s+price\s+of\s+)? $
`;
const joinedByAnd = pattern("i")`^ ${unit} ,?\s* (?:and|&|with) \s* (?:${lowOrHigh})? $`;
const joinedAsExtremes = pattern(
  "i",
)`^ ${unit} (?:,[^,;.\d$]{2,40}(?=,\s+(?:and|but)\s))? [\s,;.]* (?:and|to|with|but|or)? \s* ${lowOrHigh} $`;

/** "at the rate of NT$31.748 to US$1" */
const ofExchange = /\b(?:exchange\s+rate|rate\s+of(?:\s+exchange)?)\b[^.;\d]{0,40}$/i;
/** Before the first end, with no other figure in between: the words announce a range. */
const asRange = /\b(?:rang(?:e|es|ed|ing)|between|var(?:y|ied|ying|ies))\b[^.;$\d]{0,80}$/i;
const asExtreme = pattern("i")`\b ${lowOrHigh} $`;
/** "$39.00 (low) and $39.07 (high)" */
const labelled = /^\s*\((?:the\s+)?(?:low|high)(?:est)?\)/i;
/** "no trade below $39.00 or above $39.07" */
const beyond = pattern()`(?:below|above|under|over|beneath|(?:less|lower|higher|more|greater)\s+than|at\s+less\s+than)`;
const noneBeyond = pattern("i")`\b (?:no|none|not|never|neither|nor) \b[^.;$\d]{0,${CLAUSE}}\b ${beyond} \s+$`;
const orBeyond = pattern("i")`^ ${unit} ,?\s+ (?:and|or|nor) \s+ (?:[a-z]+\s+){0,3}? ${beyond} \s+$`;
/** Between two ranges of one enumeration. */
const goesOn = pattern("i")`
  ^ ${unit} [\s,;]* (?:inclusive)? [\s,;]* (?:(?:and|or|to)\s+)? (?:(?:on|in)\s+the\s+(?:next|second|third|following)\s+(?:line|row),?\s+)?
  (?:(?:from|between|at|at\s+prices\s+(?:ranging\s+)?(?:from|of))\s+)? $
`;

/** "from $19.00 to $19.44, not from $19.00 to $19.40" */
const corrected = /\bnot\s+(?:(?:from|between|at|in\s+the\s+range\s+of)\s+)?$/i;
/** "at $5.00 per share until 2030" */
const isYear = /^(?:19|20)\d\d$/;
/** "on the second day they were $20.40 to $21.02" */
const ofSuchPrices = /\b(?:they|prices|those|it)\s+(?:were|was|ranged|ran)\s+(?:from\s+|between\s+)?$/i;

const ofMonth = pattern("i")`\b ${MONTH} \.?\s$`;

const mayState = pattern()`
  [$£€₪₩₹¥] | pric | rang | between | \d\.\d\d\d*\ ?(?:to|-|–|—|and|through)\ ?\d |
  \b(?:usd|cad|eur|gbp|sek|nok|dkk|chf|nis|ils|jpy|aud|hkd)\b
`;

/** Price ranges of reported trades. */
export function readPriceRanges(note: NoteText): Stated<PriceRange[]> | null {
  const { text, lower } = note;
  if (!mayState.test(lower)) return null;
  const figures = priceFigures(text);
  const found = new Map<string, { range: PriceRange; span: Span }>();
  let currencies: Currencies | null = null;
  let last: Figure | null = null;
  for (let index = 0; index + 1 < figures.length; index++) {
    const [first, second] = [figures[index], figures[index + 1]];
    if (!first || !second || !isRange(note, first, second, last)) continue;
    last = second;
    index++;
    currencies ??= currenciesOf(text);
    const currency = currencyOf(text, first, second, currencies);
    const [low, high] = new Big(first.value).gt(second.value) ? [second, first] : [first, second];
    const key = `${low.value} ${high.value} ${currency}`;
    if (found.has(key)) continue;
    found.set(key, { range: { low: low.value, high: high.value, currency }, span: [first.start, second.end] });
  }
  const all = [...found.values()];
  if (all.length === 0) return null;
  return { value: all.map(({ range }) => range), spans: all.map(({ span }) => span) };
}

const FARTHEST = 70;
const LOOK_BACK = 240;

function isRange(note: NoteText, first: Figure, second: Figure, last: Figure | null): boolean {
  const { text } = note;
  if (second.start - first.end > FARTHEST) return false;
  const between = text.slice(first.end, second.start);
  const isAnd = joinedByAnd.test(between);
  const isJoined = joined.test(between);
  const isBeyond = orBeyond.test(between);
  if (!isAnd && !isJoined && !isBeyond && !joinedAsExtremes.test(between)) return false;
  const before = text.slice(Math.max(sentenceStart(note, first.start), first.start - LOOK_BACK), first.start);
  if ((isBeyond && !noneBeyond.test(before)) || ofExchange.test(before) || corrected.test(before)) return false;
  if (isYear.test(second.value) && first.hasSign && !second.hasSign) return false;
  if (last && isJoined && ofSuchPrices.test(before)) return true;
  if (last && goesOn.test(text.slice(last.end, first.start))) {
    return isJoined || /\bbetween\s+$/i.test(before);
  }
  const isStated = isBeyond || asRange.test(before) || asExtreme.test(before) || labelled.test(between);
  if ((!isStated && !isJoined) || (!first.hasSign && ofMonth.test(before))) return false;
  const after = lettersFrom(text, second.end, CLAUSE);
  if (first.hasSign && isWhole(text, first, second)) return true;
  return arePrices(before, after, first, second, isStated) && areOfTrades(before, after, isStated);
}

/** The note contains only the range: "$10.10 to $10.40". */
const isWhole = (text: string, first: Figure, second: Figure): boolean =>
  !/[A-Za-z\d]/.test(text.slice(0, first.start)) && !/[A-Za-z\d]/.test(text.slice(second.end));

/** The beginning of the sentence that contains a place. */
function sentenceStart({ sentences }: NoteText, at: number): number {
  let [low, high] = [0, sentences.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= at) low = middle;
    else high = middle;
  }
  return sentences[low]?.start ?? 0;
}

type Currencies = { mentions: CurrencyMention[]; ofNote: string | null };

const currenciesOf = (text: string): Currencies => {
  const mentions = currencyMentions(text);
  return { mentions, ofNote: mentions.length > 0 ? priceCurrency([text]) : null };
};

const usSign = /^\\?(?:US|U\.S\.|USD)/;
const beside = /^[\s("“,]*(?:(?:per|a)\s+share[\s("“,]*)?(?:in\s+)?$/i;

/** The ISO code from the sign at one of the two ends, from words beside them or from the whole note; else US dollars. */
function currencyOf(text: string, first: Figure, second: Figure, { mentions, ofNote }: Currencies): string {
  if (usSign.test(text.slice(first.start, first.start + 5))) return "USD";
  const own = mentions.find(
    ({ start, end }) =>
      (start < second.end && end > first.start) ||
      (start >= second.end && beside.test(text.slice(second.end, Math.min(start, second.end + 40)))) ||
      (end <= first.start && text.slice(end, first.start).trim() === ""),
  );
  return own?.code ?? ofNote ?? "USD";
}
