import type { ColumnKind } from "@/paper/form/form-columns";
import { costsThrough, likeliest, NEVER } from "./likeliest-columns";
import type { TypedWord } from "./words-of-line";

/** The place of a column on a page: characters from (inclusive) to (exclusive). */
export type ColumnSpan = {
  kind: ColumnKind;
  from: number;
  to: number;
  /** The middle of the heading directly above the values, if there is one; two for a column of two halves. */
  heading?: number;
  halves?: [number, number];
  /** The extent of the values that are certainly in the column. */
  values?: { from: number; to: number };
};

/** `column`: index of a word's column (-1 if no column can contain it). `rivals`: columns that are nearly as likely. */
export type PlacedWord = { word: TypedWord; column: number; rivals: number[] };

/**
 * Assigns the words of a line to columns, from left to right: by their distance from a column's span, by what the column can
 * contain, and by the gaps between words. Text that fills its cell may continue under the next heading.
 */
export function placeWords(words: TypedWord[], spans: ColumnSpan[]): PlacedWord[] {
  if (words.length === 0) return [];
  const own = words.map((word) => spans.map((span) => ownCost(word, span)));
  const costs = costsThrough(
    words.length,
    spans.length,
    (column) => own[0]?.[column] ?? NEVER,
    (at, from, to) => {
      const [before, word] = [words[at - 1], words[at]];
      return before && word ? stepCost(before, word, from, to, spans, own[at]?.[to] ?? NEVER) : NEVER;
    },
  );
  return words.map((word, at) => ({ word, ...likeliest(costs[at] ?? []) }));
}

/** The cost of a word in a column by itself: distance and kind. */
function ownCost(word: TypedWord, span: ColumnSpan): number {
  const type = typeCost(word, span.kind);
  if (type === NEVER) return NEVER;
  return (
    type +
    offCost(span, span.kind === "text" ? word.from + Math.min(word.text.length, 4) / 2 : (word.from + word.to) / 2)
  );
}

/** The cost of being outside a column. Lines drift as a whole, so beyond some characters the distance says little more. */
export function offCost({ from, to }: ColumnSpan, at: number): number {
  const off = at < from ? from - at : at >= to ? at - to + 0.5 : 0;
  return Math.min(off * 0.3, 1.5 + off * 0.06);
}

/** The cost of a word of this type in a column of this kind. */
export function typeCost({ type, value }: TypedWord, kind: ColumnKind): number {
  if (type === "marks") return kind === "flag" ? 2 : kind === "text" ? 0.1 : 0;
  switch (kind) {
    case "text":
      return type === "text"
        ? 0
        : type === "date" || type === "money"
          ? 6
          : type === "letter" && /^[ADI]$/.test(value)
            ? 4
            : 1.5;
    case "date":
      return type === "date" ? 0 : NEVER;
    case "code":
      return type === "letter" ? 0 : NEVER;
    case "flag":
      return type === "letter" && /^[VEL]$/.test(value) ? 0 : NEVER;
    case "number":
      return type === "number" ? 0 : type === "money" ? 3 : NEVER;
    case "price":
      return type === "money" ? 0 : type === "number" ? 3 : NEVER;
    case "acquiredDisposed":
      return type === "letter" && /^[AD]$/.test(value) ? 0 : NEVER;
    case "directIndirect":
      return type === "letter" && /^[DI]$/.test(value) ? 0 : NEVER;
  }
}

/** The cost of a word in `to` after the previous word in `from`, if it costs `alone` by itself. */
function stepCost(
  before: TypedWord,
  word: TypedWord,
  from: number,
  to: number,
  spans: ColumnSpan[],
  alone: number,
): number {
  if (to < from || alone === NEVER) return NEVER;
  if (to > from) return (word.gap === 1 ? 1 : 0) + alone;
  // A continued text costs nothing for its place, because it may extend beyond its column's span.
  if (spans[to]?.kind === "text") return word.gap === 1 ? goingOnCost(word) : alone + (word.gap === 2 ? 1.5 : 3);
  if (word.type !== "marks" && before.type !== "marks") return NEVER;
  // Marks of one cell are close together; those of two cells are not.
  return alone + (word.gap === 1 ? 0 : before.type === "marks" ? 2 : word.gap <= 3 ? 0.3 : 1);
}

/** A number of shares, a date or a price is rarer within a text than in the next column. */
function goingOnCost({ type, text }: TypedWord) {
  if (type === "date" || type === "money") return 3;
  return type !== "number" ? 0.1 : text.includes(",") || text.length > 3 ? 1.9 : 0.6;
}
