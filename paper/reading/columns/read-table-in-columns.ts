import { emptyCell, type PrintedCell, type PrintedRow } from "@/paper/form/printed-form";
import { cellOfPieces, isBlank, type Piece, pieceOf, type SourceLine, withMarks } from "@/paper/words/source-lines";
import type { TextColumn } from "./form-columns";
import { learnedSpans, spansOfWords } from "./learned-spans";
import { movedSpans } from "./moved-spans";
import {
  type ColumnPiece,
  type PartedColumn,
  type PieceShape,
  partRows,
  type RowBand,
  type RowMiddle,
} from "./part-rows";
import { placeRow, unitsOf } from "./place-row";
import { type ColumnSpan, type PlacedWord, placeWords } from "./place-words";
import { isHeadingLine } from "./table-headings";
import { type TypedWord, wordsOfLines } from "./words-of-line";

/** A table of 30 rows, the most that a form has, prints about 400 lines. */
const MOST_LINES = 1000;
const LONGEST_LINE = 1500;

/** The sentences below Table I. */
const BELOW_TABLE = /^\s*Reminder: Report on a separate line|Persons who respond to the collection of/i;

/** A table's part on one page: its headings, if it has any there, and the lines below. */
type TablePart = { headings: SourceLine[]; body: SourceLine[] };

/** `spans`: the columns on the page on which the row begins. */
export type TableInColumns<Name extends string> = {
  rows: (PrintedRow<Name> & { spans?: ColumnSpan[] })[];
  unplaced: PrintedCell[];
};

/**
 * Reads a table of text that keeps its columns. Null if the headings do not show the columns: the table is then not read at all.
 */
export function readTableInColumns<Name extends string>(
  lines: SourceLine[],
  columns: TextColumn<Name>[],
  spansBelow: (headings: SourceLine[]) => ColumnSpan[] | null,
  isNote: (mark: string) => boolean,
): TableInColumns<Name> | null {
  if (lines.length > MOST_LINES || lines.some(({ text }) => text.length > LONGEST_LINE)) return null;
  const parts = tableParts(lines);
  let spans: ColumnSpan[] | null = null;
  let before: SourceLine[] = [];
  const placed: PlacedLine[] = [];
  const blanks = new Set<number>();
  const pageEnds = new Set<number>();
  for (const part of parts) {
    const filled = part.body.filter((line) => !isBlank(line));
    const own = part.headings.length > 0 ? spansBelow(part.headings) : null;
    if (own) spans = own;
    if (filled.length === 0) continue;
    if (!spans) return null;
    if (!own) spans = movedSpans(spans, before, filled);
    const words = new Map(wordsOfLines(filled).map((own, index) => [filled[index], own]));
    spans = learnedSpans([...words.values()], spans);
    before = filled;
    if (placed.length > 0) pageEnds.add(placed.length);
    let wasBlank = false;
    for (const line of part.body) {
      if (isBlank(line)) {
        wasBlank = true;
        continue;
      }
      if (wasBlank && placed.length > 0 && !pageEnds.has(placed.length)) blanks.add(placed.length);
      wasBlank = false;
      placed.push({ line, words: placeWords(words.get(line) ?? [], spans), spans });
    }
  }
  if (!spans) return null;
  return rowsOf(placed, columns, blanks, pageEnds, isNote);
}

/**
 * Parts by page. Headings come first, and again where the table continues. The sentences below Table I are not lines of the
 * table.
 */
function tableParts(lines: SourceLine[]): TablePart[] {
  const parts: TablePart[] = [];
  let page = 0;
  let isHeading = true;
  let isTitled = false;
  for (const line of lines) {
    const begins = /Table I{1,2}\s+[-–—]/.test(line.text) || /^\s*1\.\s*Title of/.test(line.text);
    let part = parts.at(-1);
    if (!part || (line.page !== page && !(isHeading && part.body.every(isBlank)))) {
      part = { headings: [], body: [] };
      parts.push(part);
    }
    page = line.page;
    if (begins) isHeading = true;
    // Text between a table's name and its headings is left over from box 1.
    if (/^\s*1\.\s*Title of/.test(line.text)) {
      if (!isTitled) for (const earlier of parts) earlier.body = [];
      isTitled = true;
    }
    if (BELOW_TABLE.test(line.text)) break;
    if (isBlank(line)) {
      part.body.push(line);
      continue;
    }
    isHeading = begins || (isHeading && (isHeadingLine(line.text) || /^\s*\(e\.g\., puts/.test(line.text)));
    (isHeading ? part.headings : part.body).push(line);
  }
  return parts;
}

type PlacedLine = { line: SourceLine; words: PlacedWord[]; spans: ColumnSpan[] };
type Slot = { pieces: ColumnPiece[]; rivals: Map<ColumnPiece, number[]> };

function rowsOf<Name extends string>(
  placed: PlacedLine[],
  columns: TextColumn<Name>[],
  blanks: Set<number>,
  pageEnds: Set<number>,
  isNote: (mark: string) => boolean,
): TableInColumns<Name> | null {
  let lines = placed;
  let slots = slotsOf(lines, columns.length);
  let bands = bandsOf(slots, columns, lines.length, blanks, pageEnds);
  if (bands.length === 0) return placed.length > 0 ? null : { rows: [], unplaced: [] };
  // The rows depend on where words are placed, and a row's words are placed better with all of its lines, so repeat both.
  for (let round = 0; round < 2; round++) {
    lines = placedByRow(lines, bands);
    slots = slotsOf(lines, columns.length);
    bands = bandsOf(slots, columns, lines.length, blanks, pageEnds);
    if (bands.length === 0) return null;
  }
  const rows = bands.map(({ from, to, contested }) => {
    const cells: Partial<Record<Name, PrintedCell>> = {};
    const left: PrintedCell[] = [];
    const lost = new Set<number>();
    const own = slots.map(({ pieces }) => pieces.filter(({ at }) => at >= from && at < to));
    slots.forEach(({ pieces, rivals }, index) => {
      if (pieces.some(({ at }) => contested.has(at))) lost.add(index);
      for (const piece of own[index] ?? []) {
        const others = rivals.get(piece);
        if (others) for (const other of [index, ...others]) lost.add(other);
      }
    });
    columns.forEach(({ name, kind }, index) => {
      const inOrder = kind === "text" ? (own[index] ?? []) : marksLast(own[index] ?? []);
      const pieces = inOrder.map(({ piece }) => piece);
      if (lost.has(index)) {
        if (pieces.length > 0) left.push(cellOfPieces(pieces));
        return;
      }
      const cell = cellOf(pieces, kind !== "text", isNote);
      // A $ without its number is half a cell.
      if (cell.text === "$") left.push(cell);
      else cells[name] = cell;
    });
    const spans = lines[from]?.spans;
    return { cells, unplaced: left, ...(spans ? { spans } : {}) };
  });
  const unplaced = lines.flatMap(({ line, words }) =>
    words.filter(({ column }) => column === -1).map(({ word }) => cellOfPieces([pieceOf(line, word.from, word.to)])),
  );
  return { rows, unplaced };
}

/** The pieces of each column, from top to bottom. */
function slotsOf(lines: PlacedLine[], count: number): Slot[] {
  const slots: Slot[] = Array.from({ length: count }, () => ({ pieces: [], rivals: new Map() }));
  lines.forEach(({ line, words }, at) => {
    for (const group of groupsOf(words)) {
      const slot = slots[group.column];
      if (!slot) continue;
      const found: ColumnPiece = { piece: pieceOf(line, group.from, group.to), at, shape: group.shape };
      slot.pieces.push(found);
      if (group.rivals.length > 0) slot.rivals.set(found, group.rivals);
    }
  });
  return slots;
}

/** The lines of each row. Every row has one D or I. */
function bandsOf(
  slots: Slot[],
  columns: TextColumn<string>[],
  count: number,
  blanks: Set<number>,
  pageEnds: Set<number>,
): RowBand[] {
  const letters = columns.findIndex(({ kind }) => kind === "directIndirect");
  const marked = (slots[letters]?.pieces ?? []).filter(({ shape }) => shape !== "marks");
  const places: RowMiddle[] = marked.map(({ at }, index) => ({
    at,
    isBroken: [...pageEnds].some((end) => end > at && end <= (marked[index + 1]?.at ?? count)),
  }));
  if (places.length === 0) return [];
  const parted = slots.map(({ pieces }, index) => {
    const isSingle = columns[index]?.kind !== "text";
    const values = pieces.filter(({ shape }) => shape === "value" || shape === "marked value").length;
    // Every row has a title. A column with as many values as there are rows has one in each row.
    const isFull = isSingle && (values === 0 ? pieces.length : values) >= places.length;
    return { pieces, isSingle, whenEmpty: columns[index]?.name === "securityTitle" ? 6 : isFull ? 1.5 : 0 };
  });
  const inMiddle = partRows(
    parted,
    centred(places, partRows(parted, places, count, { isTop: false, blanks }).bands, parted),
    count,
    { isTop: false, blanks },
  );
  const atTop = partRows(parted, places, count, { isTop: true, blanks });
  return (atTop.cost < inMiddle.cost - 1 ? atTop : inMiddle).bands;
}

/**
 * Lines with their words placed again, row by row. The part of a row on another page is placed separately, because columns differ
 * there.
 */
function placedByRow(lines: PlacedLine[], bands: RowBand[]): PlacedLine[] {
  const placed = lines.map(({ line, words, spans }) => ({
    line,
    spans,
    words: words.map(({ word }) => ({ word, column: -1, rivals: [] as number[] })),
  }));
  for (const { from, to } of bands) {
    const pages = new Set(lines.slice(from, to).map(({ line }) => line.page));
    for (const page of pages) {
      const own = placed
        .map((line, at) => ({ ...line, at }))
        .filter(({ line, at }) => at >= from && at < to && line.page === page);
      const spans = own[0]?.spans;
      if (!spans) continue;
      for (const { unit, column, rivals } of placeRow(
        own.flatMap(({ words, at }) =>
          unitsOf(
            words.map(({ word }) => word),
            at,
          ),
        ),
        spans,
      )) {
        for (const word of placed[unit.at]?.words ?? [])
          if (unit.words.includes(word.word)) Object.assign(word, { column, rivals });
      }
    }
  }
  return withSpansOfPages(placed);
}

/** The columns of each page, learned again from the words as they are placed now. */
const withSpansOfPages = (lines: PlacedLine[]): PlacedLine[] => {
  const pages = new Map<number, ColumnSpan[]>();
  for (const { line, spans } of lines) {
    if (pages.has(line.page)) continue;
    pages.set(
      line.page,
      spansOfWords(
        lines.filter((other) => other.line.page === line.page).map(({ words }) => words),
        spans,
      ),
    );
  }
  return lines.map((line) => ({ ...line, spans: pages.get(line.line.page) ?? line.spans }));
};

const marksLast = (pieces: ColumnPiece[]) => [
  ...pieces.filter(({ shape }) => shape !== "marks"),
  ...pieces.filter(({ shape }) => shape === "marks"),
];

function cellOf(pieces: Piece[], isValue: boolean, isNote: (mark: string) => boolean): PrintedCell {
  if (pieces.length === 0) return emptyCell();
  const cell = withMarks(cellOfPieces(pieces), isNote);
  if (!isValue) return cell;
  // The page also prints a $ before marks alone.
  return { ...cell, text: cell.text === "$" && cell.marks.length > 0 ? "" : cell.text.replace(/\$ (?=[\d.])/, "$") };
}

type Group = { column: number; from: number; to: number; shape: PieceShape; rivals: number[] };

/** Words of a line in the same column are one piece of it. */
function groupsOf(words: PlacedWord[]): Group[] {
  const groups: Group[] = [];
  for (const { word, column, rivals } of words) {
    const last = groups.at(-1);
    const shape = shapeOf(word);
    if (last && last.column === column && column !== -1) {
      last.to = word.to;
      if (shape === "marks" && last.shape === "value") last.shape = "marked value";
      else if (shape !== "marks") last.shape = shape;
      last.rivals.push(...rivals);
      continue;
    }
    groups.push({ column, from: word.from, to: word.to, shape, rivals: [...rivals] });
  }
  return groups;
}

const shapeOf = ({ type, value, text }: TypedWord): PieceShape =>
  type === "marks"
    ? "marks"
    : value === "$"
      ? "dollar"
      : text.length > value.length && text.endsWith(")") && !value.endsWith(")")
        ? "marked value"
        : "value";

/**
 * The middle of a row, from all its cells of one line rather than one of them, because text output puts half lines on separate
 * lines.
 */
function centred(places: RowMiddle[], bands: RowBand[], columns: PartedColumn[]): RowMiddle[] {
  return places.map((place, row) => {
    const band = bands[row];
    const ats = columns.flatMap(({ pieces, isSingle }) => {
      const own = pieces.filter(({ at }) => band !== undefined && at >= band.from && at < band.to);
      const [only] = own;
      return isSingle && own.length === 1 && only ? [only.at] : [];
    });
    return ats.length === 0 ? place : { ...place, at: ats.reduce((sum, at) => sum + at, 0) / ats.length };
  });
}
