import type { SourceText } from "@/paper/form/printed-form";
import { emptySheet, type Sheet, type SheetWord } from "@/paper/words/sheet";
import { chunksOf, isBrowserLine, type Piece, pieceOf, type SourceLine } from "@/paper/words/source-lines";
import {
  LETTER,
  levelAbove,
  MARGIN,
  PITCH,
  type PlacedLine,
  placedLines,
  SIZE,
  uprightAt,
  wordAt,
  x,
} from "./text-grid";

/**
 * A text that keeps its layout, as words at their places on the page. The rulings between boxes 1 to 6, which the text does not
 * show, are drawn where the labels of the boxes begin.
 */
export function layoutSheet(text: SourceText): Sheet {
  const widest = Math.max(...text.flat().map((line) => line.length), 1);
  const sheet: Sheet = {
    ...emptySheet("layout"),
    bottom: PITCH * (text.flat().length + 1),
    width: x(widest) + MARGIN,
    text,
    edges: text.flat().filter(isBrowserLine),
    hasDrawnBoxes: text.flat().some((line) => /_+\s?X?_*\s*Director/i.test(line)),
  };
  const lines = placedLines(text);
  const from = lines.findIndex(({ text }) => FIRST_BOX.test(text));
  const to = lines.findIndex(({ text }, at) => at > from && TABLE.test(text));
  const boxes = from < 0 ? [] : lines.slice(from, to < 0 ? undefined : to);
  const inBoxes = new Set(boxes);
  const columns = columnStarts(boxes);
  for (const line of lines) {
    if (isBrowserLine(line.text)) continue;
    for (const chunk of inBoxes.has(line)
      ? chunksOf(line).flatMap((chunk) => dividedAt(line, chunk, columns))
      : chunksOf(line)) {
      const column = inBoxes.has(line) ? columnOf(chunk, columns) : null;
      sheet.words.push(...wordsOf(chunk, line, column));
      if (column && LABEL.test(chunk.text)) sheet.levels.push(levelAbove(line, column.from, column.to));
    }
  }
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first && last) {
    const indents = boxes.map(({ text }) => text.search(/\S/)).filter((indent) => indent >= 0);
    const [left, right] = [Math.min(...indents) - 1, widest + 1];
    const below = { ...last, baseline: last.baseline + PITCH };
    sheet.levels.push(levelAbove(first, left, right), levelAbove(below, left, right));
    const [top, bottom] = [first.baseline - SIZE, last.baseline + PITCH - SIZE];
    for (const at of [left, ...columns.slice(1).map((start) => start - 0.5), right]) {
      sheet.uprights.push(uprightAt(at, top, bottom));
    }
  }
  return sheet;
}

const FIRST_BOX = /1\.\s*Name and Address of Reporting/i;
const TABLE = /Table\s+I{1,2}\s+[-–—]+\s+(?:Non-? ?)?Derivative\s+Securities/i;
const LABEL =
  /^(?:\d{1,2}a?\.\s*(?:Issuer Name|Date of|Relationship|Statement for|If Amend|Individual or|Foreign)|Rule 10b5|Check this box)/i;

type Column = { from: number; to: number };

/** Where the columns of boxes begin: at the numbers of their labels. */
function columnStarts(lines: SourceLine[]): number[] {
  const found: number[] = [];
  for (const chunk of lines.slice(0, 14).flatMap(chunksOf)) {
    for (const label of chunk.text.matchAll(
      /(?:^|\s)\d{1,2}a?\.\s*(?:Issuer|Date|Relation|Statement|If Am|Individual)/gi,
    )) {
      const start = chunk.from + label.index + label[0].search(/\S/);
      if (start > 20 && !found.some((one) => Math.abs(one - start) < 12)) found.push(start);
    }
  }
  return [0, ...found.sort((a, b) => a - b)];
}

const DATE_AT_END = /(?<=^| )\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}$/;

/** A chunk that crosses the start of a column, or runs into a date, is split: only one space separates the parts. */
function dividedAt(line: SourceLine, chunk: Piece, columns: number[]): Piece[] {
  const isStart = (at: number) => /^(\d{1,2}a?\.\s|_)/.test(line.text.slice(at));
  const date = DATE_AT_END.exec(chunk.text)?.index ?? 0;
  const cut =
    date > 0
      ? chunk.from + date
      : columns.find((at) => at > chunk.from && at < chunk.to && line.text[at - 1] === " " && isStart(at));
  return cut === undefined
    ? [chunk]
    : [pieceOf(line, chunk.from, cut), ...dividedAt(line, pieceOf(line, cut, chunk.to), columns)];
}

/**
 * Lines drift, so a text that begins slightly before a column belongs to it. Box 1 has no date: one there was moved out of its
 * own box.
 */
function columnOf({ text, from }: Piece, columns: number[]): Column {
  const index = Math.max(
    DATE_AT_END.test(text) ? 1 : 0,
    columns.findLastIndex((start) => from >= start - 7),
  );
  return { from: columns[index] ?? 0, to: columns[index + 1] ?? 10_000 };
}

/** The words of a chunk. Those in a box are kept within its rulings. */
function wordsOf(chunk: Piece, line: PlacedLine, column: Column | null): SheetWord[] {
  const start = Math.max(chunk.from, column?.from ?? 0);
  const scale = Math.min(1, ((column?.to ?? Infinity) - start - 1) / (chunk.to - chunk.from));
  return [...chunk.text.matchAll(/\S+/g)].map(({ 0: text, index }) =>
    wordAt(line, text, chunk.from + index, x(start + index * scale), text.length * scale * LETTER),
  );
}
