import { amountValue, DENOMINATORS, isWhole, numeral } from "@/lib/footnotes/vocabulary/numerals";
import type { ConversionRatio } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

/** A ratio and the place of its words in a sentence. */
export type FoundRatio = { ratio: ConversionRatio; start: number; end: number };

/** "each of the fiscal years 2025 to 2029" */
const year = /^(?:19|20)\d\d$/;

/** Nothing for a ratio with a zero, or one that a pattern matched without its numbers. */
export function ratioAt(
  per: string | undefined,
  into: string | undefined,
  [start, end]: Span,
  of: string,
): FoundRatio[] {
  if (per === undefined || into === undefined) return [];
  const ratio = { per: figures(per), into: figures(into), of };
  const isYears = year.test(ratio.per) && year.test(ratio.into);
  return isYears || Number(ratio.into) === 0 || Number(ratio.per) === 0 ? [] : [{ ratio, start, end }];
}

/** More than any sentence has. */
export const MOST_RATIOS = 12;

/** "one and one-half", "1 1/2" */
const andPart = pattern()`
  \s+and\s+ (?:one|an?|three) [\s-] ${[...DENOMINATORS.keys()]} s? \b | [\s-] \d{1,2}/\d{1,2} (?![\d/])
`;
/** A number in figures or words, or a part ("one-half"). It is in the group. */
export const count = pattern()`
  (?<!\d\.?) (
    a\s+single | \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d*\.\d+ | \d+/\d{1,3}(?:,\d{3})+(?:st|nd|rd|th)? | \d+/\d+(?:st|nd|rd|th)? |
    one(?:\s+one)?[\s-]${[...DENOMINATORS.keys()]} | (?:two|three|four|five|seven|nine)[\s-](?:third|fourth|quarter|fifth|tenth)s\b | (?:\d+ | ${numeral}) (?:${andPart})?
  ) ${isWhole} (?:\s*\([\d,./]+\))?
`;
const security = pattern()`shares? | units? | warrants? | adss? | adrs? | gdrs? | cdis? | rsus? | common(?=\s*(?:[.,;)=]|$)|\s+(?:for|per)\b)`;
const notCounting = pattern()`
  to | and | or | times | percent | votes? | years? | days? | months? | business | quarters? | installments? |
  third | half | fourth | quarter | tranches? | anniversar\w+ | trading | the | such | each
`;
/** A count and the securities that it counts. */
export const shares = pattern()`
  (?:${count}) \s+ (?:of\s+(?:the\s+)?(?:company|issuer)['’]s\s+)? (?!${notCounting}\b) (?:(?!${notCounting}\b(?!\s+one\b))[\w'’&.!-]+\s+){0,7}? (?:${security})
  \b
`;

/** The part of a debt, or of a preferred stock, that is converted. */
export const principal = pattern()`
  principal | face | liquidation | stated\s+(?:value|amount) | of\s+(?:the\s+)?(?:notes|debentures|bonds|debt|indebtedness|loans?)
`;
export const currencySign = pattern()`(?:US|U\.S\.|CA?|A|HK)?\s?[$€£] | (?:EUR|GBP|USD|CAD)\s?[$€£]?`;
/** An amount of money, whose figures are in the group. */
export const dollars = pattern()`${currencySign} \s?([\d,]*\d(?:\.\d+)?) (?!,?\d|\.\d) ${isWhole}`;
/** Whether a text may contain such an amount. */
export const mayBeDollars = /[$€£]|eur|gbp|usd|cad/i;

/** A count in figures. A part is a fraction: "1/2". */
export function figures(written: string): string {
  if (/^a\s/i.test(written)) return "1";
  const mixed = wholeAndPart.exec(written)?.groups;
  if (mixed) return sumOf(mixed);
  const parts = someParts.exec(written);
  if (parts) return `${amountValue(parts[1] ?? "")}/${DENOMINATORS.get((parts[2] ?? "").toLowerCase())}`;
  const denominator = DENOMINATORS.get(/^one\b.*[\s-](\w+)$/i.exec(written)?.[1]?.toLowerCase() ?? "");
  return denominator === undefined
    ? amountValue(written.replace(/(?<=\/[\d,]+)(?:st|nd|rd|th)$/i, ""))
    : `1/${denominator}`;
}

const wholeAndPart =
  /^(?<whole>[\w-]+?)(?:\s+and\s+(?<some>one|an?|three)[\s-](?<name>\w+?)s?|[\s-](?<top>\d+)\/(?<bottom>\d+))(?=\s|$)/i;

/** "one and one-half" is 1.5. A part without an end as a decimal stays a fraction: "4/3". */
function sumOf({
  whole = "",
  some = "",
  name = "",
  top = "",
  bottom = "",
}: Record<string, string | undefined>): string {
  const of = bottom === "" ? (DENOMINATORS.get(name.toLowerCase()) ?? 1) : Number(bottom);
  const parts = bottom === "" ? (/^three$/i.test(some) ? 3 : 1) : Number(top);
  const all = Number(amountValue(whole)) * of + parts;
  return Number.isInteger((all * 10_000) / of) ? String(all / of) : `${all}/${of}`;
}

/** "nine-tenths" */
const someParts = /^(two|three|four|five|seven|nine)[\s-](third|fourth|quarter|fifth|tenth)s$/i;
