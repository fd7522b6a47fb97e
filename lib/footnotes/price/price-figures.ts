import { placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { pattern } from "@/lib/values/pattern";

/** A figure that may be a price, beginning with its currency sign. */
export type Figure = { value: string; start: number; end: number; hasSign: boolean };

/** Not part of a date, a time, a longer number, a footnote mark or a percentage. */
const figure = pattern("g")`
  (?<![A-Za-z\d_./#:]|\d,) (?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)
  (?!\d|[/:,.]\d|\s?%|(?:st|nd|rd|th|[A-Z])\b|-(?!to-)\w+-)
`;
/** Scans have a backslash before "$". */
const signBefore = pattern()`
  (?:
    \\?(?:\b(?:US\s?|U\.S\.\s?|USD\s?|C[Dd][Nn]\.?\s?|Can\.\s?|[A-Z][A-Za-z]{0,2}))?\$ | [£€₪₩₹¥] |
    \b(?:USD|CAD|EUR|GBP|GBp|GBX|CHF|SEK|NOK|DKK|NIS|ILS|RMB|CNY|JPY|AUD|HKD|BRL|INR|KRW|MXN)
  ) \s?$
`;

const LONGEST_SIGN = 9;

/** More than any note has. */
const MOST_FIGURES = 4_000;

/** All figures of a note that may be prices, in order. */
export const priceFigures = (text: string): Figure[] =>
  Array.from(placesOf(text, figure, MOST_FIGURES), (match) => toFigure(text, match));

function toFigure(text: string, { index, 0: digits }: RegExpExecArray): Figure {
  const sign = signBefore.exec(text.slice(Math.max(0, index - LONGEST_SIGN), index))?.[0] ?? "";
  return {
    value: digits.replaceAll(",", ""),
    start: index - sign.length,
    end: index + digits.length,
    hasSign: sign !== "",
  };
}
