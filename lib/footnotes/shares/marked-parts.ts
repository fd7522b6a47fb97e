import { amountValue } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { anyUnit, count, isPlainPart, type Part } from "./component-parts";

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const LETTERS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const mark = /(?<=^|[\s,;:])\(?([ivx]{1,4}|[a-j])\)\s+/gi;

/** The words before the first mark: "includes the following: (i)", "includes an aggregate of (i)" */
const ahead = pattern("i")`
  ^\s* (?:(?:the\s+following|(?:the|an?)\s+(?:aggregate|total|sum|combination)\s+of|approximately)\s*(?:(?:shares|securities|holdings|amounts)\s*)?)* [:,]? \s* $
`;
/** What separates an item from the next. */
const separator = /[,;)]\s*(?:(?:and|plus)\s+)?$|\s(?:and|plus)\s+$/i;
const between = /[\s,;]*(?:\b(?:and|plus|as\s+well\s+as))?[\s,;]*$/i;

/** The number that an item begins with. */
const numberFirst = pattern("i")`
  ^ (?:(?:approximately|an?\s+(?:aggregate|total)\s+of|an?\s+additional|additional|the)\s+){0,2} ${count} (?=\s)
`;
/** What is said about an item, and not what it is: "(the award vests in May)", ", of which 500 have vested", ", which vest as follows: 300" */
const saidOfItem = pattern("i")`
  ,?\s+ \( (?:the|which|these|such|this)\s | ,?\s+ (?:[\d,.]+\s+)? of\s+(?:which|these|those|them)\b | \b (?:vest(?:s|ed|ing)?\b [^.;:]{0,${NEAR}}:) | ,\s+ (?:which|each)\b | ;
`;
/** "500 shares held by the Roe Trust and 300 shares held by his wife": two parts in an item. */
const oneMore = pattern("i")`
  (?:,|\band|\bplus) \s+ (?:(?:an?\s+)?(?:additional|aggregate\s+of)\s+)? (?!(?:19|20)\d\d\b) \d[\d,]* \s+ (?:(?!of\b)[\w-]+\s+){0,3}? (?:shares|units|rsus|psus|held|owned|are|were) \b
`;

/**
 * The parts of a list with marks, "(i) 500 shares issued on vesting of an award of 900 RSUs, (ii) 200 PSUs, of which 100 have vested":
 * each begins at its mark, and no other number is one. Null if the list has no marks, or an item has its number elsewhere.
 */
export function markedParts(words: string): Part[] | null {
  const marks = marksIn(words);
  const [first] = marks;
  if (!first || marks.length < 2 || !ahead.test(words.slice(0, first.start))) return null;
  const parts: Part[] = [];
  for (const [index, { start: markStart, end: from }] of marks.entries()) {
    if (index > 0 && !separator.test(words.slice(0, markStart))) return null;
    const item = words.slice(from, marks[index + 1]?.start ?? words.length).replace(between, "");
    const number = numberFirst.exec(item);
    const figures = number?.[1] ?? "";
    if (!anyUnit.test(item)) return null;
    const text = item.slice(0, saidOfItem.exec(item)?.index);
    if (!number) {
      if (componentKind(text) === "other" || /\d/.test(item.replace(/\b401\s?\(?k\)?/gi, ""))) return null;
      parts.push({ text, start: from, end: from + text.length, shares: null, isPlain: false });
      continue;
    }
    if (oneMore.test(text.slice(number[0].length))) return null;
    const start = from + number[0].lastIndexOf(figures);
    parts.push({
      text: text.slice(number[0].lastIndexOf(figures)),
      start,
      end: from + text.length,
      shares: amountValue(figures),
      isPlain: isPlainPart(text),
    });
  }
  return parts.some(({ shares }) => shares !== null) ? parts : null;
}

/** "; and (e)" after "(b)" */
const isLast = /[;,]\s*and\s+$/i;

/** The marks that count on from the first: "(i)", "(ii)", or "(a)", "(b)". */
function marksIn(words: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let order: readonly string[] | null = null;
  for (const { index, 0: all, 1: name = "" } of placesOf(words, mark, ALL)) {
    order ??= name.toLowerCase() === "i" ? ROMAN : name.toLowerCase() === "a" ? LETTERS : null;
    if (!order) return [];
    const isLeftOut = order.indexOf(name.toLowerCase()) > found.length && isLast.test(words.slice(0, index));
    if (name.toLowerCase() === order[found.length] || isLeftOut) found.push({ start: index, end: index + all.length });
  }
  return found;
}
