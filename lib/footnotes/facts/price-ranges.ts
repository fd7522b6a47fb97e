import Big from "big.js";
import { type CurrencyMention, currencyMentions } from "@/lib/footnotes/currency-names";
import type { NoteText } from "@/lib/footnotes/note-text";
import { priceCurrency } from "@/lib/footnotes/price-currency";
import type { PriceRange, Stated } from "@/lib/footnotes/stated-facts";
import type { Span } from "@/lib/footnotes/stated-spans";

/** A figure that may be a price, from its currency sign on. */
type Figure = { value: string; start: number; end: number; hasSign: boolean };

/** Not a part of a date, a time, a longer number, a footnote's mark or a share of a hundred. */
const figure =
  /(?<![A-Za-z\d_./#:]|\d,)(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?!\d|[/:,.]\d|\s?%|(?:st|nd|rd|th|[A-Z])\b|-\w+-)/g;
/** Scans put a backslash before "$". */
const signBefore =
  /(?:\\?(?:\b(?:US\s?|U\.S\.\s?|USD\s?|[A-Z][A-Za-z]{0,2}))?\$|[£€₪₩₹]|\b(?:USD|CAD|EUR|GBP|GBp|GBX|CHF|SEK|NOK|DKK|NIS|ILS|RMB|CNY|JPY|AUD|HKD|BRL|INR|KRW|MXN))\s?$/;

const unit =
  "(?:\\s*(?:(?:(?:per|a|each)\\s+|/\\s*)(?:\\w+\\s+){0,2}?(?:share|unit|ads|adr|security)s?|each|apiece|[A-Z]{3}|canadian|u\\.?s\\.?(?:\\s+dollars?)?|(?:canadian|swedish|norwegian|danish|swiss|hong\\s+kong)\\s+\\w+|pence|euros?|\\(\\s*[^()]{1,20}\\)))?";
const extreme = (word: string) =>
  `(?:(?:the|a|an|as)\\s+)?(?:${word})(?:\\s+as)?(?:\\s+(?:sales?|selling|purchase|trade|trading|execution|end))?(?:\\s+prices?)?(?:\\s+(?:per\\s+share|paid|received|obtained))?\\s*(?:of|at|was|is|being|to\\s+be|:|=)?\\s*`;
const lowOrHigh = extreme("lowest|low|minimum|highest|high|maximum");

/** Between the two ends: "to", "per share through", "(low) - a high of"; only some joins speak for themselves. */
const joined = new RegExp(
  `^${unit},?\\s*(?:and\\s+)?(?:to|through|thru|up\\s+to|until|[‐-―~-])\\s*(?:up\\s+to\\s+)?(?:${lowOrHigh})?$`,
  "i",
);
const joinedByAnd = new RegExp(`^${unit},?\\s*(?:and|with)\\s*(?:${lowOrHigh})?$`, "i");
const joinedAsExtremes = new RegExp(`^${unit}[\\s,;.]*(?:and|to|with)?\\s*${lowOrHigh}$`, "i");

/** Before the first end, without another figure between: it is a range that is told. */
const asRange = /\b(?:rang(?:e|es|ed|ing)|between|var(?:y|ied|ying|ies))\b[^.;$\d]{0,80}$/i;
const asExtreme = new RegExp(`\\b${lowOrHigh}$`, "i");
/** Between two ranges of one enumeration. */
const goesOn = new RegExp(
  `^${unit}[\\s,;]*(?:inclusive)?[\\s,;]*(?:(?:and|or|to)\\s+)?(?:(?:from|between|at|at\\s+prices\\s+(?:ranging\\s+)?(?:from|of))\\s+)?$`,
  "i",
);

const ofPrices = /\b(?:prices?|priced)\b/i;
const ofTrades =
  /\b(?:sold|sales?|selling|purchases|purchased|purchasing|bought|buys?|traded|trades?|trading|transactions?|execut(?:ed|ions?)|effected|acquisitions?|acquired|dispositions?|disposed|weighted|averages?|block|fills?|orders?)\b/i;
/** Of these the last one before the prices says what they are prices of. */
const tradeOrNot =
  /\b(?:(?<trade>sold|sales?|purchased|purchases|bought|traded|trades|executed|effected|weighted|disposed|dispositions?)|exercised|exercisable|granted|convert(?:ed|ible|s)|vests?|redeem(?:ed|able|s)|options?|warrants?|hurdles?|thresholds?|targets?|royalt\w*|market\s+cap\w*|salary)\b/gi;
const otherPrice =
  /\b(?:exercise|strike|conversion|redemption|offering|option|hurdle|target|threshold|closing|limit|grant|base|floor|cap|forward|trigger|vesting|warrant|collar|reference)(?:\s+(?:or|and)\s+\w+)?(?:\s+(?:purchase|share|stock))?\s+prices?\b(?:(?!\bprices?\b|\bsold\b|\bpurchased\b)[^.;]){0,90}$/i;
const hypothetical =
  /\b(?:will|would|shall|may|might|intends?\s+to)\s+(?:\w+\s+)?(?:be\s+)?(?:sold|sell|purchased?|bought|buy|executed?|traded?|occur)\b[^.;]*$|\b(?:if|when|once|until|unless)\b(?:(?!\b(?:sold|purchased|bought|executed|effected|were|was)\b)[^.;])*$/i;
/** Shares, dates, notes, years, rates. */
const notPrices =
  /^\s*(?:(?:\w+\s+){0,2}?(?:shares?|units?|options|rsus|years?|months?|days?|times|transactions|trades|percent|basis)|million|billion|votes?)\b(?<!\b(?:per|a|each)\s+(?:\w+\s+){0,2}(?:share|unit))/i;
const otherPriceAfter = /^[^.;]{0,60}\b(?:offering|exercise|strike|conversion|redemption)\s+prices?\b/i;
const numbersOf =
  /\b(?:footnotes?|notes?|columns?|rows?|lines?|items?|rules?|sections?|pages?|forms?|tranches?|years?|dates?|on|since)\s*\(?$/i;

/** Ranges of prices at which reported trades were made. */
export function readPriceRanges(note: NoteText): Stated<PriceRange[]> | null {
  const { text, lower } = note;
  if (!/[$£€₪₩₹]|pric|rang|\b(?:usd|cad|eur|gbp|sek|nok|dkk|chf|nis|ils|jpy|aud|hkd)\b/.test(lower)) return null;
  const figures = Array.from(text.matchAll(figure), (match) => toFigure(text, match));
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

function toFigure(text: string, { index, 0: digits }: RegExpExecArray): Figure {
  const sign = signBefore.exec(text.slice(Math.max(0, index - 8), index))?.[0] ?? "";
  return {
    value: digits.replaceAll(",", ""),
    start: index - sign.length,
    end: index + digits.length,
    hasSign: sign !== "",
  };
}

const FARTHEST = 70;
const LOOK_BACK = 240;

function isRange({ text, sentences }: NoteText, first: Figure, second: Figure, last: Figure | null): boolean {
  if (second.start - first.end > FARTHEST) return false;
  const between = text.slice(first.end, second.start);
  const isAnd = joinedByAnd.test(between);
  const isJoined = joined.test(between);
  if (!isAnd && !isJoined && !joinedAsExtremes.test(between)) return false;
  const sentence = sentences.find(({ start, end }) => start <= first.start && first.start < end);
  const before = text.slice(Math.max(sentence?.start ?? 0, first.start - LOOK_BACK), first.start);
  if (last && goesOn.test(text.slice(last.end, first.start))) {
    return isJoined || /\bbetween\s+$/i.test(before);
  }
  const isTold = asRange.test(before) || asExtreme.test(before);
  if (!isTold && !isJoined) return false;
  const after = text.slice(second.end, second.end + 90);
  return arePrices(before, after, first, second, isTold) && areOfTrades(before, after, isTold);
}

function arePrices(before: string, after: string, first: Figure, second: Figure, isTold: boolean): boolean {
  if (notPrices.test(after) || numbersOf.test(before)) return false;
  if (first.hasSign || second.hasSign) return true;
  const haveDecimals = first.value.includes(".") || second.value.includes(".");
  return haveDecimals ? isTold || ofPrices.test(before) : /\bpric\w+\b[^.;\d]{0,40}$/i.test(before);
}

function areOfTrades(before: string, after: string, isTold: boolean): boolean {
  if (otherPrice.test(before) || hypothetical.test(before)) return false;
  const lastWord = [...before.matchAll(tradeOrNot)].at(-1);
  if (lastWord && lastWord.groups?.trade === undefined) return false;
  if (lastWord) return true;
  if (otherPriceAfter.test(after)) return false;
  if (ofTrades.test(before) || ofPrices.test(before)) return true;
  return isTold && (before.length < 40 || /^\s*(?:per|a)\s+share\b/i.test(after));
}

type Currencies = { mentions: CurrencyMention[]; ofNote: string | null };

const currenciesOf = (text: string): Currencies => {
  const mentions = currencyMentions(text);
  return { mentions, ofNote: mentions.length > 0 ? priceCurrency([text]) : null };
};

const usSign = /^\\?(?:US|U\.S\.|USD)/;
const beside = /^[\s("“,]*(?:(?:per|a)\s+share[\s("“,]*)?(?:in\s+)?$/i;

/** The ISO code: of the sign at one of the two ends, of words beside them, of the whole note; else US dollars. */
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
