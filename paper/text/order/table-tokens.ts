import type { PrintedCell } from "@/paper/printed-form";
import { joinedLines, type Piece, pieceOf, placesOf, type SourceLine } from "@/paper/text/source-lines";
import { HYPHEN_LOST } from "./mark-doubts";
import type { TextBlock } from "./text-blocks";

/** What kinds of value a text of a table can be, whatever column it stands in. `marks`: footnote marks alone. */
export type TokenKind = "words" | "date" | "letter" | "number" | "price" | "marks";

export type TableToken = {
  kind: TokenKind;
  cell: PrintedCell;
  /** The block that it stood in, counted. */
  block: number;
};

const MARK = String.raw`\(\d{1,2}\)`;
const ITEMS: [TokenKind, RegExp][] = [
  ["date", /^\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}/],
  ["price", /^\$ ?(?:-?(?:\d[\d,]*)?\.?\d+)?(?=\s|\(|$)/],
  ["number", /^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?=\s|\(|$)/],
  ["letter", /^[A-Z](?:\/K)?(?=\s|\(|$)/],
];
const MARKS = new RegExp(`^\\s*((?:${MARK}[\\s,]*)+)`);

/** No line of a table is as long. */
const LONGEST_LINE = 300;

/** The values of a line that holds nothing else; null where some of it is words. */
function valuesOf(line: SourceLine, block: number, from = 0): TableToken[] | null {
  if (line.text.length > LONGEST_LINE) return null;
  const tokens: TableToken[] = [];
  let at = from;
  while (at < line.text.length) {
    const rest = line.text.slice(at);
    const space = rest.length - rest.trimStart().length;
    at += space;
    const text = line.text.slice(at);
    if (text === "") break;
    const [kind, length] = itemOf(text);
    const marks = MARKS.exec(text.slice(length));
    if (length === 0 && !marks) return null;
    const end = at + length + (marks?.[0].length ?? 0);
    tokens.push({
      kind: kind ?? "marks",
      cell: {
        text: text.slice(0, length).trim(),
        marks: [...(marks?.[1] ?? "").matchAll(/\d+/g)].map(([mark]) => mark),
        places: placesOf([pieceOf(line, at, end)]),
      },
      block,
    });
    at = end;
  }
  return tokens;
}

function itemOf(text: string): [TokenKind | null, number] {
  for (const [kind, pattern] of ITEMS) {
    const [found] = pattern.exec(text) ?? [];
    if (found) return [kind, found.length];
  }
  return [null, 0];
}

/** `Common 6,250` and `Common 13,347 $ 0 (3)`: the last line of a title beside its number, on one height of the page. */
const WORDS_BESIDE_NUMBER =
  /^\s*\S.*?[^\s\d](?=\s(?:\$ ?)?(?!(?:19|20)\d{2}(?:\s|$))[\d,]*\d(?:\.\d+)?(?:\s*\(\d{1,2}\))*(?:\s\$.*)?$)/;

/**
 * The texts of a block of Table I or II: its words as one text (a wrapped title, a nature), and its values in their order. Words
 * that repeat line by line are the titles of rows without a gap between.
 */
export function tokensOf(lines: TextBlock, block: number, isNote: (mark: string) => boolean): TableToken[] {
  const tokens: TableToken[] = [];
  const words: Piece[] = [];
  let wordsAt = 0;
  const isWords = (line: SourceLine | undefined) => line !== undefined && valuesOf(line, block) === null;
  lines.forEach((line, at) => {
    const isWithin =
      words.length > 0 &&
      (MARKS_ALONE.test(line.text) || YEAR.test(line.text) || (LETTER.test(line.text) && isWords(lines[at + 1])));
    const values = isWithin ? null : valuesOf(line, block);
    if (values) {
      tokens.push(...values);
      return;
    }
    if (words.length === 0) wordsAt = tokens.length;
    const { from, to } = isWithin ? { from: 0, to: line.text.length } : wordsWithin(line.text);
    words.push(pieceOf(line, from, to));
    tokens.push(
      ...(valuesOf({ ...line, text: line.text.slice(0, from) }, block) ?? []),
      ...(valuesOf(line, block, to) ?? []),
    );
  });
  if (words.length > 0) {
    const texts = markedTexts(words)
      .flatMap(repeatedTexts)
      .map((pieces): TableToken => ({ kind: "words", cell: wordsCell(pieces, isNote), block }));
    tokens.splice(wordsAt, 0, ...texts);
  }
  return pricesApart(withWrappedMarks(tokens)).flatMap(withoutSplitPrices);
}

const MARKS_ALONE = new RegExp(`^\\s*(${MARK}\\s*)+$`);
const YEAR = /^\s*(19|20)\d{2}\s*$/;
const LETTER = /^\s*[A-Z]\s*$/;
const DATE_FIRST = /^\s*\d{1,2}\/\d{1,2}\/\d{4}\s+(?=\S)/;
const DATE_LAST = /\s\d{1,2}\/\d{1,2}\/\d{4}\s*$/;

/** Where the words of a line begin and end, beside a date before or behind them, or numbers behind. */
function wordsWithin(text: string): { from: number; to: number } {
  if (text.length > LONGEST_LINE) return { from: 0, to: text.length };
  const from = DATE_FIRST.exec(text)?.[0].length ?? 0;
  const to = DATE_LAST.exec(text)?.index ?? WORDS_BESIDE_NUMBER.exec(text)?.[0].length ?? text.length;
  return { from, to };
}

/** A mark ends the text of a cell: what follows is the next row's. */
function markedTexts(pieces: Piece[]): Piece[][] {
  const texts: Piece[][] = [[]];
  pieces.forEach((piece, at) => {
    texts.at(-1)?.push(piece);
    const next = pieces[at + 1];
    if (next && MARK_AT_END.test(piece.text) && !MARKS_ALONE.test(next.text)) texts.push([]);
  });
  return texts;
}

const MARK_AT_END = new RegExp(`${MARK}$`);

function repeatedTexts(pieces: Piece[]): Piece[][] {
  for (let size = 1; size <= pieces.length / 2; size++) {
    if (pieces.length % size !== 0) continue;
    const isRepeated = pieces.every((piece, index) => piece.text === pieces[index % size]?.text);
    if (isRepeated)
      return Array.from({ length: pieces.length / size }, (_, at) => pieces.slice(at * size, (at + 1) * size));
  }
  return [pieces];
}

function wordsCell(pieces: Piece[], isNote: (mark: string) => boolean): PrintedCell {
  const text = joinedLines(pieces.map((piece) => piece.text)).replace(/\s+/g, " ");
  const found = new RegExp(`\\s*((?:${MARK}\\s*)+)$`).exec(text);
  const marks = [...(found?.[1] ?? "").matchAll(/\d+/g)].map(([mark]) => mark);
  const doubt = isHyphenLost(pieces.map((piece) => piece.text)) ? { doubt: HYPHEN_LOST } : {};
  if (!found) return { text, marks, places: placesOf(pieces), ...doubt };
  // A number that no note has may be typed: `Series (2)`.
  const isMarked = marks.some(isNote);
  return isMarked
    ? { text: text.slice(0, found.index).trim(), marks, places: placesOf(pieces), ...doubt }
    : {
        text,
        marks: [],
        places: placesOf(pieces),
        doubt: "It ends like a mark of a note, of a number that no note has.",
      };
}

/** Far more than letters of unlike widths make of a line. */
const WIDER = 3;

/**
 * A hyphen at the end of a line is lost in text of this kind, and the next word drawn up to it: a line is then longer than another
 * could have become before it was broken.
 */
function isHyphenLost(lines: string[]): boolean {
  const longest = Math.max(...lines.filter((line) => /\S \S/.test(line)).map((line) => line.length));
  return lines.some((line, at) => {
    const [word] = (lines[at + 1] ?? "").split(" ");
    return word && !MARKS_ALONE.test(word) && line.length + 1 + word.length + WIDER <= longest;
  });
}

const joined = (first: PrintedCell, second: PrintedCell): PrintedCell => ({
  text: [first.text, second.text].filter((text) => text !== "").join(" "),
  marks: [...first.marks, ...second.marks],
  places: [...first.places, ...second.places],
});

/** A mark on a line of its own below a price, or below a number that stands alone, is its: `$ 66.7`, `(2)`. */
function withWrappedMarks(tokens: TableToken[]): TableToken[] {
  const merged: TableToken[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const isOfPrice = last?.kind === "price" && last.cell.text.length > 1;
    const isOfNumber = last?.kind === "number" && tokens.length === 2;
    const isWrapped = token.kind === "marks" && (isOfPrice || isOfNumber);
    if (isWrapped && last) merged[merged.length - 1] = { ...last, cell: joined(last.cell, token.cell) };
    else merged.push(token);
  }
  return merged;
}

/**
 * A narrow column breaks a price behind its `$`. The number beside it on the same height is the one of the next column: it stands
 * on a line between the two, or behind the price's on one line.
 */
const isBareDollar = ({ kind, cell }: TableToken) => kind === "price" && cell.text === "$" && cell.marks.length === 0;

/** A block may hold the broken prices of several rows, one below the other: each begins with its `$`. */
function pricesApart(tokens: TableToken[]): TableToken[][] {
  const parts: TableToken[][] = [[]];
  for (const token of tokens) {
    if (isBareDollar(token) && parts.at(-1)?.some(isBareDollar)) parts.push([]);
    parts.at(-1)?.push(token);
  }
  return parts;
}

function withoutSplitPrices(tokens: TableToken[]): TableToken[] {
  const at = tokens.findIndex(isBareDollar);
  const dollar = tokens[at];
  if (!dollar) return tokens;
  const rest = tokens.slice(at + 1);
  const numbers = rest.filter(({ kind }) => kind === "number");
  const [first, second, third] = numbers;
  if (!first || third) return tokens;
  if (!second) {
    const marks = rest.slice(rest.indexOf(first) + 1);
    const own = marks.every(({ kind }) => kind === "marks") ? marks : [];
    const price: TableToken = {
      ...dollar,
      cell: [first, ...own].reduce((cell, token) => joined(cell, token.cell), dollar.cell),
    };
    return [...tokens.slice(0, at), price, ...rest.filter((token) => token !== first && !own.includes(token))];
  }
  if (rest.some(({ kind }) => kind !== "number" && kind !== "marks")) return tokens;
  const isOneLine = first.cell.places[0]?.line === second.cell.places[0]?.line;
  const [price, owned] = isOneLine ? byShape(first, second) : [second, first];
  if (!price || !owned) return tokens;
  const before = rest.slice(0, rest.indexOf(first)).filter(({ kind }) => kind === "marks");
  const after = rest.slice(rest.indexOf(second) + 1).filter(({ kind }) => kind === "marks");
  return [
    ...tokens.slice(0, at),
    { ...dollar, cell: [price, ...after].reduce((cell, token) => joined(cell, token.cell), dollar.cell) },
    {
      ...owned,
      cell: before.reduce((cell, token) => ({ ...joined(cell, token.cell), text: owned.cell.text }), owned.cell),
    },
  ];
}

/** Of two numbers on one line the price is the one with decimals; where both or none have them, it cannot be told. */
function byShape(first: TableToken, second: TableToken): [TableToken, TableToken] | [] {
  const [isFirst, isSecond] = [first, second].map(({ cell }) => cell.text.includes("."));
  if (isFirst === isSecond) return [];
  return isFirst ? [first, second] : [second, first];
}
