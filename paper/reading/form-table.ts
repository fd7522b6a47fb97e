import { emptyCell, type PrintedCell, type PrintedRow } from "@/paper/form/printed-form";
import { centreOf, type Rectangle } from "@/paper/words/box";
import { linesOf } from "@/paper/words/layout-text";
import { joined, type MarkRule, placesOfWords, printedCell } from "@/paper/words/printed-words";
import { cellAround, type Sheet, type SheetWord } from "@/paper/words/sheet";

/** The beginning of each column's heading. If two cells match, the first one in the form's order is used. */
export type Headings<Column extends string> = readonly (readonly [Column, RegExp])[];

export type DrawnTable<Column extends string> = {
  columns: Map<Column, Rectangle>;
  /** The words of each row, from the top. */
  rows: SheetWord[][];
  /** Words crossed by a line between two rows: we cannot tell which row they belong to. */
  crossed: Set<SheetWord>;
  /** Words between the headings and the end of the table that are in no row. */
  outside: SheetWord[];
};

/**
 * Finds a table by its headings, each in a drawn cell, or by the number of its columns, and its rows between the horizontal lines
 * below. Null if neither shows the columns.
 */
export function drawnTable<Column extends string>(
  sheet: Sheet,
  area: { top: number; bottom: number },
  headings: Headings<Column>,
  layouts: readonly (readonly Column[])[] = [],
): DrawnTable<Column> | null {
  const words = sheet.words.filter(({ baseline }) => baseline > area.top && baseline < area.bottom);
  const grid = sheet.grids.find(([first]) => first && first.top > area.top && first.bottom < area.bottom);
  const columns = grid ? columnsOfGrid(grid, layouts) : columnsOf(sheet, words, headings);
  const boxes = [...columns.values()];
  const [first] = boxes;
  if (!first || columns.size < 3) return null;
  const head = Math.max(...boxes.map(({ bottom }) => bottom));
  const headWords = words.filter((word) => boxes.some((box) => isWithin(word, box) && isInColumn(word, box)));
  const isHead = headTest(headWords, words);
  const body = words.filter((word) => word.baseline > head && !isHead(word));
  const bands = bandsOf(sheet, boxes, head, area.bottom);
  const rows = bands.map((band) => body.filter((word) => isWithin(word, band)));
  const inRows = new Set(rows.flat());
  const isHeading = (row: SheetWord[]) =>
    headings[0]?.[1].test(joined(row.filter((word) => isInColumn(word, first)))) ?? false;
  return {
    columns,
    rows: withoutCuts(
      rows.filter((row) => row.length > 0 && !isHeading(row)).flatMap((row) => partedAtPage(row, columns)),
      columns,
    ),
    crossed: new Set(bands.flatMap((band) => body.filter((word) => isWithin(word, band) && isCrossed(word, band)))),
    outside: body.filter((word) => !inRows.has(word)),
  };
}

/** A tenth of the size of a letter may cross a line, because descenders reach so far. */
const isCrossed = ({ baseline, size }: SheetWord, { top, bottom }: { top: number; bottom: number }) =>
  baseline - 0.6 * size < top || baseline - 0.1 * size > bottom;

/**
 * If a page break runs through the headings, their last lines may be in the first row on the next page: at the top of it, and
 * smaller than the values.
 */
function headTest(head: SheetWord[], words: SheetWord[]): (word: SheetWord) => boolean {
  const headPage = Math.min(...head.map(({ place }) => place.page));
  const headSize = sizeOf(head);
  const inHead = new Set(head);
  const body = words.filter((word) => !inHead.has(word));
  const next = body.filter(({ place }) => place.page === headPage + 1);
  const isSmaller = ({ size, text }: SheetWord) => size < 1.03 * headSize && !MARK.test(text);
  const firstFilled = Math.min(
    ...next.filter((word) => !isSmaller(word) && !MARK.test(word.text)).map(({ top }) => top),
  );
  const isTold = headSize < 0.92 * sizeOf(body.filter((word) => !isSmaller(word)));
  return (word) =>
    isTold && word.place.page === headPage + 1 && isSmaller(word) && word.baseline < firstFilled + 2 * headSize;
}

const MARK = /^(?:\(\d{1,2}\))+$/;

/** The size of most letters. */
function sizeOf(words: SheetWord[]): number {
  const sizes = words.flatMap(({ size, text }) => Array<number>(text.length).fill(size)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** From the first row of a grid with this number of columns to the next grid. */
export function gridArea({ grids, bottom }: Sheet, columns: number): { top: number; bottom: number } | null {
  const tops = grids.flatMap(([first]) => first?.top ?? []);
  const top = grids.find(({ length }) => length === columns)?.[0]?.top;
  return top === undefined ? null : { top: top - 1, bottom: Math.min(bottom, ...tops.filter((at) => at > top)) };
}

/** The columns of a grid by their number. */
function columnsOfGrid<Column extends string>(
  grid: Rectangle[],
  layouts: readonly (readonly Column[])[],
): Map<Column, Rectangle> {
  const layout = layouts.find(({ length }) => length === grid.length) ?? [];
  return new Map(grid.flatMap((box, index) => (layout[index] ? [[layout[index], box]] : [])));
}

/** The boxes of the columns, from the cells of their headings. A heading that is not in a drawn cell gives none. */
function columnsOf<Column extends string>(
  sheet: Sheet,
  words: SheetWord[],
  headings: Headings<Column>,
): Map<Column, Rectangle> {
  const columns = new Map<Column, Rectangle>();
  const cells = headCells(sheet, words);
  for (const [column, heading] of headings) {
    if (columns.has(column)) continue;
    const cell = cells.find(
      ({ text, box }) => heading.test(text) && ![...columns.values()].some((other) => isSame(other, box)),
    );
    if (cell) columns.set(column, cell.box);
  }
  return columns;
}

type HeadCell = { box: Rectangle; text: string };

/** Cells from the top with their text. Only the first lines of the table are needed. */
function headCells(sheet: Sheet, words: SheetWord[]): HeadCell[] {
  const cells: { box: Rectangle; words: SheetWord[] }[] = [];
  for (const line of linesOf(words).slice(0, MOST_HEAD_LINES)) {
    for (const word of line) {
      const known = cells.find(
        ({ box }) => isWithin(word, box) && word.left >= box.left - 1 && word.right <= box.right + 1,
      );
      if (known) known.words.push(word);
      else {
        const box = cellAround(sheet, (word.left + word.right) / 2, word.baseline - 0.3 * word.size);
        cells.push({ box, words: [word] });
      }
    }
  }
  return cells
    .filter(({ box }) => box.left > 0 && box.right < sheet.width)
    .map(({ box, words }) => ({ box, text: joined(words) }));
}

const MOST_HEAD_LINES = 40;

const isSame = (a: Rectangle, b: Rectangle) => Math.abs(a.left - b.left) < 1 && Math.abs(a.right - b.right) < 1;

const isWithin = (word: SheetWord, { top, bottom }: { top: number; bottom: number }) => {
  const height = word.baseline - 0.3 * word.size;
  return height >= top && height <= bottom;
};

export const isInColumn = (word: SheetWord, { left, right }: Rectangle) => {
  const { x } = centreOf(word);
  return x >= left && x <= right;
};

/** The bands between lines that cross most columns, as far down as vertical lines separate the columns. */
function bandsOf(sheet: Sheet, columns: Rectangle[], from: number, to: number): { top: number; bottom: number }[] {
  const heights: { at: number; covered: Set<Rectangle> }[] = [];
  for (const line of [...sheet.levels].sort((a, b) => a.top - b.top)) {
    if (line.bottom < from - 2 || line.top > to + 2) continue;
    const covered = columns.filter((column) => {
      const { x } = centreOf(column);
      return line.left <= x && line.right >= x;
    });
    if (covered.length === 0) continue;
    const at = (line.top + line.bottom) / 2;
    const same = heights.find((height) => Math.abs(height.at - at) < 1.5);
    if (!same) heights.push({ at, covered: new Set(covered) });
    else for (const column of covered) same.covered.add(column);
  }
  const edges = heights.filter(({ covered }) => covered.size > 0.6 * columns.length).map(({ at }) => at);
  const bands: { top: number; bottom: number }[] = [];
  let top = from;
  for (const bottom of edges.filter((edge) => edge > from + 2)) {
    bands.push({ top, bottom });
    top = bottom;
  }
  // The last row may have lost its lower line at the end of the last page.
  if (top < to) bands.push({ top, bottom: to });
  return bands.filter((band) => isRuled(sheet, columns, band));
}

/** True if vertical lines separate most columns at some height of the band. */
function isRuled(sheet: Sheet, columns: Rectangle[], { top, bottom }: { top: number; bottom: number }): boolean {
  const ruled = columns.filter(({ right }) =>
    sheet.uprights.some(
      (line) =>
        Math.abs((line.left + line.right) / 2 - right) < 4 &&
        Math.min(line.bottom, bottom) - Math.max(line.top, top) > Math.min(4, (bottom - top) / 2),
    ),
  );
  return ruled.length > 0.6 * columns.length;
}

/** Columns whose text never takes more than one line. */
const SHORT: ReadonlySet<string> = new Set([
  "transactionDate",
  "code",
  "acquiredDisposed",
  "directOrIndirect",
  "owned",
]);

/**
 * A row that a page break cuts is one row, or two if the line between them was lost: then both parts have a date, a code or a
 * balance.
 */
function partedAtPage<Column extends string>(row: SheetWord[], columns: Map<Column, Rectangle>): SheetWord[][] {
  const pages = [...new Set(row.map(({ place }) => place.page))].sort((a, b) => a - b);
  if (pages.length < 2) return [row];
  const parts = pages.map((page) => row.filter(({ place }) => place.page === page));
  const areRows = parts.every((part, index) => {
    const before = parts[index - 1];
    if (!before) return true;
    const onBoth = [...columns].filter(
      ([column, box]) =>
        SHORT.has(column) && [before, part].every((words) => words.some((word) => isInColumn(word, box))),
    );
    return onBoth.length >= 2;
  });
  return areRows ? parts : [row];
}

/**
 * A row at the top of a page without a title or date continues the previous row, whose cells a line at the end of the page
 * closed.
 */
function withoutCuts<Column extends string>(rows: SheetWord[][], columns: Map<Column, Rectangle>): SheetWord[][] {
  const whole: SheetWord[][] = [];
  if (![...columns.keys()].some((column) => STARTS.has(column))) return rows;
  for (const row of rows) {
    const before = whole.at(-1);
    const isFirstOfPage =
      before !== undefined && row.every(({ place }) => place.page > (before.at(-1)?.place.page ?? 0));
    const hasStart = [...columns].some(
      ([column, box]) => STARTS.has(column) && row.some((word) => isInColumn(word, box)),
    );
    if (before && isFirstOfPage && !hasStart) before.push(...row);
    else whole.push([...row]);
  }
  return whole;
}

const STARTS: ReadonlySet<string> = new Set(["securityTitle", "transactionDate", "owned", "directOrIndirect"]);

/** The rows of a table as printed. */
export function printedRows<Column extends string>(
  table: DrawnTable<Column>,
  absent: readonly Column[],
  marks: MarkRule,
): PrintedRow<Column>[] {
  return table.rows.map((row, index) => {
    const near = [table.rows[index - 1] ?? [], row, table.rows[index + 1] ?? []].flat();
    const crossed = near.filter((word) => table.crossed.has(word));
    const cells: Partial<Record<Column, PrintedCell>> = {};
    for (const column of absent) cells[column] = emptyCell();
    const placed = new Set<SheetWord>();
    for (const [column, box] of table.columns) {
      const words = row.filter((word) => isInColumn(word, box));
      for (const word of words) placed.add(word);
      const cell = printedCell(words, marks);
      const isCrossed = crossed.some((word) => isInColumn(word, box));
      cells[column] = isCrossed ? { ...cell, doubt: "A ruled line between two rows runs through this text" } : cell;
    }
    const rest = row.filter((word) => !placed.has(word));
    return {
      cells,
      unplaced: rest.length === 0 ? [] : [{ text: joined(rest), marks: [], places: placesOfWords(rest) }],
    };
  });
}
