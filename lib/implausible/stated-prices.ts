import type Big from "big.js";
import { priceCurrency } from "@/lib/footnotes/price/price-currency";
import { priceFigures } from "@/lib/footnotes/price/price-figures";
import { statedRanges } from "@/lib/footnotes/price/price-reading";
import { parseDecimal } from "@/lib/values/decimal";
import { pattern } from "@/lib/values/pattern";
import { remembered } from "@/lib/values/remembered";

/** Everything in the footnote on a price, in US dollars, that can contradict the price. */
export type StatedPrices = {
  /** The highest end of its ranges of prices; null if it states none. */
  highest: Big | null;
  /** Prices for each share. */
  each: Big[];
  /** Amounts that it calls a total. */
  totals: Big[];
  /** Whether it says that the reported amount is a total and not a price per share. */
  saysTotal: boolean;
};

const MOST_TEXTS = 2_000;

const totalWord = /total|aggregate|entire|combined/;
const perShareWords = pattern()`
  (?:price\s+)? per[\s-] (?:\w+\s+)? (?:share|unit|security) (?:\s+price)? |
  price\s+ (?:for|of) \s+ (?:each|one|a\s+single) \s+ share
`;
/** "the total consideration for all shares sold, not a price per share" */
const saysTotal = pattern("i")`
  \b ${totalWord} \s+ (?:\w+\s+)? (?:consideration|price|proceeds|amount|value|cost|sum) \b [^.;]{0,100}
  \b (?:not|rather\s+than|instead\s+of) \s+ (?:(?:the|a|an|on\s+a)\s+)? (?:${perShareWords})
`;
const callsTotal = pattern("i")`\b ${totalWord} \b [^.;]{0,80} $`;
const isForEach = /^\s*(?:per|a|each|for\s+each)\s+(?:(?:common|ordinary)\s+)?share\b/i;
const isForUnit = /^\s*(?:per|each|a|for\s+(?:each|one)|\/)\b/i;
const mayState = pattern("i")`\b ${totalWord} \b | \d`;

const LOOK_BACK = 120;

/** Null if the note states none of these, or not in US dollars. Many rows of a filing cite the same note. */
export const statedPrices = remembered((text: string): StatedPrices | null => {
  if (!mayState.test(text) || priceCurrency([text]) !== null) return null;
  const ranges = statedRanges(text);
  if (ranges.some(({ currency }) => currency !== "USD")) return null;
  const figures = priceFigures(text).flatMap(({ value, start, end }) => {
    const amount = parseDecimal(value);
    return amount?.gt(0) ? [{ amount, before: text.slice(Math.max(0, start - LOOK_BACK), start), end }] : [];
  });
  return {
    highest: highestOf(ranges.flatMap(({ high }) => parseDecimal(high) ?? [])),
    each: figures.filter(({ end }) => isForEach.test(text.slice(end, end + LOOK_BACK))).map(({ amount }) => amount),
    totals: figures
      .filter(({ before, end }) => callsTotal.test(before) && !isForUnit.test(text.slice(end)))
      .map(({ amount }) => amount),
    saysTotal: saysTotal.test(text),
  };
}, MOST_TEXTS);

const highestOf = (prices: readonly Big[]): Big | null =>
  prices.reduce<Big | null>((highest, price) => (highest?.gte(price) ? highest : price), null);
