import { sentences } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, lettersBefore, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { type CurrencyMention, currencyMentions } from "./currency-names";

const usDollars = pattern()`(?:u\.?\s?s\.?|united\s+states|american)\s+(?:dollars?|currency|funds) | \bUSD\b`;
const converted = pattern("is")`\b (?:convert|translat) \w*\b.{0,${CLAUSE}}? (?:${usDollars}|us\s?\$)`;
const inUsDollars = pattern("i")`\b (?:in|to|into|as) \s+ (?:the\s+)? (?:${usDollars})`;
const besideUsDollars = pattern("i")`${usDollars} | us\s?\$ | \bequivalent | \b(?:exchange|conversion|noon)\s+rate`;
const exchangeRate = /\b(?:exchange|conversion|noon)\s+rate/i;
const equivalent = /\bequivalent/i;
const dollarAmount = /(?<![A-Za-z])\$\s?\d/;

const price = pattern("i")`
  \b (?:
    prices? | per\s+(?:\w+\s+){0,2}share | sold | sales? | purchase[sd]? | bought | acquired | average |
    rang(?:ed|ing) | executed | effected | traded | trades? | transactions? | paid | consideration | proceeds |
    amounts? | values? | reported | column
  ) \b
`;
const isStatedIn = pattern("is")`
  \b (?:price|amount|value|consideration|figure|proceed|cost|column|transaction|trade|purchase|sale)
  s?\b.{0,${CLAUSE}}\b (?:reported|expressed|stated|denominated|shown|presented|quoted|listed|given|is|are|was|were)
  \s+ (?:\w+\s+){0,2}in\s+ (?:the\s+)? $
`;
const otherAmount = pattern("is")`
  \b(?:nominal|par)\s+value\b.{0,30}$ |
  \b(?:market\s+capitali[sz]ation|salary|loan|retainer|fees?|dividends?)\b.{0,${NEAR}}$
`;
const nothingElse = /^\W*(?:in\s+|amounts?\s+in\s+)?$/i;

/**
 * The ISO 4217 code of the currency of a price, read from its notes. Null for US dollars, if a note says that the price was
 * converted, or if another currency is only mentioned.
 */
export function priceCurrency(noteTexts: readonly string[]): string | null {
  const mentions = noteTexts.map(currencyMentions);
  if (mentions.every(({ length }) => length === 0)) return null;
  if (noteTexts.some((text) => converted.test(text) || inUsDollars.test(text))) return null;
  const priced = noteTexts.flatMap((text, index) => mentionsOfPrice(text, mentions[index] ?? []));
  const codes = new Set(priced.map(({ code }) => code));
  const [code = null] = codes.size === 1 ? codes : [];
  return code;
}

function mentionsOfPrice(text: string, mentions: readonly CurrencyMention[]): CurrencyMention[] {
  if (mentions.length === 0) return [];
  const stated = mentions.filter(({ start }) => isStatedIn.test(lettersBefore(text, start, SENTENCE)));
  if (stated.length > 0 && (!exchangeRate.test(text) || equivalent.test(text))) return stated;
  if (besideUsDollars.test(text)) return [];
  const parts = sentences(text);
  return mentions.filter((mention) => {
    const sentence = parts.find(({ start, end }) => start <= mention.start && mention.end <= end);
    if (!sentence) return false;
    const before = text.slice(sentence.start, mention.start);
    if (otherAmount.test(before)) return false;
    if (mention.isAmount) return !dollarAmount.test(text) && price.test(sentence.text);
    if (nothingElse.test(before) && /^\W*$/.test(text.slice(mention.end))) return true;
    return /\bin\s+(?:the\s+)?$/i.test(before) && price.test(sentence.text);
  });
}
