import { numeral } from "@/lib/footnotes/vocabulary/numerals";
import { pattern } from "@/lib/values/pattern";
import { ALL, placesOf } from "./places-of";
import type { RewrittenText } from "./rewritten-text";
import { lettersBefore } from "./words";

/** "(1)", "[1]", "1)" anywhere, "#1" before a number, and "1." where an item may begin */
const numbered = pattern("g")`
  (?: \( (?<inBrackets>\d{1,2}) \) | \[ (?<inSquares>\d{1,2}) \] | (?<closed>\d{1,2}) \) | [#] (?<hash>\d{1,2}) (?=\s+\d) ) (?=\s|[A-Za-z\d])
    (?<=(?:^|[\s,;:–—-]) \S{2,4}) |
  (?<stopped>\d{1,2}) \. (?=\s+[\dA-Z]) (?<=(?:^|[:;,]\s{1,3}|\b(?:and|of)\s{1,3}) \d{1,2}\.)
`;
/** "two (2) shares", "note (1)": not a mark. */
const isNumber = pattern("i")`
  (?: \b ${numeral} | \b (?:(?:foot)?notes?|rules?|sections?|items?|columns?|tables?|paragraphs?|instructions?|forms?|class|series|type) | \d ) [\s-]* $
`;
const mayList = /\d[)\].][\s\d]|#\d/;
/** No paragraph of a rule has these names: "exempt under Rule 16b-3(d) and (2) …" must not name Rule 16b-3(b). */
const ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");
const LONGEST_NUMERAL = 24;

/** The items of a list with Roman numerals, "(i) 500 shares, (ii) 200 shares", so that no reader takes their numbers for numbers of shares. */
export function withRomanMarks(plain: RewrittenText): RewrittenText {
  if (!mayList.test(plain.text)) return plain;
  const marks = marksIn(plain.text);
  return marks.size === 0
    ? plain
    : plain.replace(numbered, ({ 0: words, index }) => {
        const roman = ROMAN[(marks.get(index) ?? 0) - 1];
        return roman === undefined ? words : `(${roman})`;
      });
}

/** The numbers of the marks by their places: those that count on from one another. */
function marksIn(text: string): Map<number, number> {
  const marks = new Map<number, number>();
  const last = new Map<string, { index: number; number: number }>();
  for (const { index, groups = {} } of placesOf(text, numbered, ALL)) {
    const [style, figures] = Object.entries(groups).find(([, figures]) => figures !== undefined) ?? ["", ""];
    const number = Number(figures);
    if (isNumber.test(lettersBefore(text, index, LONGEST_NUMERAL))) continue;
    const before = last.get(style);
    if (before?.number === number - 1) marks.set(before.index, before.number).set(index, number);
    last.set(style, { index, number });
  }
  return marks;
}
