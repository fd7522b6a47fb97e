import type { Element } from "domhandler";
import { emptyCell, type PrintedCell, type PrintedRow, type Told } from "@/paper/form/printed-form";
import { labelText, pageCell } from "./printed-text";
import { plainHeading } from "./table-columns";
import { type TableGrid, tableGrid } from "./table-grid";
import type { VisiblePage } from "./visible-page";

export type TableLayout<Column extends string> = {
  /** The heading of the first column, which identifies the table. */
  title: RegExp;
  columns: readonly Column[];
  columnOf: (heading: string) => Column | null;
  /** False for columns that this form does not print: they are empty. */
  isPrinted: (column: Column) => boolean;
  /** True for columns of words, in which a number in brackets may have been typed. */
  isWords: (column: Column) => boolean;
};

/**
 * The rows of a table of securities, wherever on the page and in however many pieces; null if there is no such table. Lines with
 * too few cells for a row are unplaced.
 */
export function securitiesRows<Column extends string>(
  page: VisiblePage,
  tables: Element[],
  layout: TableLayout<Column>,
): { rows: Told<PrintedRow<Column>[]>; unplaced: PrintedCell[] } {
  const rows: PrintedRow<Column>[] = [];
  const unplaced: PrintedCell[] = [];
  let isFound = false;
  for (const table of tables) {
    const grid = tableGrid(table);
    const headings = headingRows(page, grid, layout.title);
    if (!headings) continue;
    isFound = true;
    const columns = columnsUnder(page, grid.slice(headings.from, headings.to), layout);
    for (const row of grid.slice(headings.to)) {
      const cells = ownCells(row);
      if (isBlankOrHeading(page, cells, layout.title)) continue;
      if (cells.length * 2 > columns.length) rows.push(printedRow(page, row, columns, layout));
      else unplaced.push(pageCell(cells.flatMap(page.chunksOf)));
    }
  }
  return { rows: isFound ? rows : null, unplaced };
}

const ownCells = ({ columns }: TableGrid[number]): Element[] => [
  ...new Set(columns.flatMap((slot) => (slot && !slot.isContinued ? [slot.cell] : []))),
];

const isBlankOrHeading = (page: VisiblePage, cells: Element[], title: RegExp) =>
  cells.every((cell) => page.chunksOf(cell).length === 0) ||
  cells.some((cell) => title.test(plainHeading(labelText(page, cell))));

const SUBHEADING =
  /^(?:code|v|amount|price|title|\(a\)|\(d\)|\(a\) or \(d\)|date exercisable|expiration date|.*number of shares)$/;

const FEWEST_SUBHEADINGS = 3;

function isSubheading(page: VisiblePage, row: TableGrid[number]): boolean {
  const texts = ownCells(row).map((cell) => plainHeading(labelText(page, cell)));
  const filled = texts.filter((text) => text !== "");
  return filled.length >= FEWEST_SUBHEADINGS && filled.every((text) => SUBHEADING.test(text));
}

/** The rows of headings: the one that names the title, those that its cells span, and any row of only subheadings. */
function headingRows(page: VisiblePage, grid: TableGrid, title: RegExp): { from: number; to: number } | null {
  const from = grid.findIndex((row) => ownCells(row).some((cell) => title.test(plainHeading(labelText(page, cell)))));
  if (from < 0) return null;
  let to = from + 1;
  while (to < grid.length) {
    const row = grid[to];
    if (!row || !(isSubheading(page, row) || row.columns.some((slot) => slot?.isContinued))) break;
    to++;
  }
  return { from, to };
}

function columnsUnder<Column extends string>(
  page: VisiblePage,
  headings: TableGrid,
  { columnOf }: TableLayout<Column>,
): (Column | null)[] {
  const width = Math.max(...headings.map(({ columns }) => columns.length));
  const columns = Array.from({ length: width }, (_, index) => {
    const cells = new Set(headings.flatMap(({ columns }) => columns[index]?.cell ?? []));
    return columnOf(plainHeading([...cells].map((cell) => labelText(page, cell)).join(" ")));
  });
  // A column that two headings claim belongs to neither.
  return columns.map((column) => (columns.filter((other) => other === column).length > 1 ? null : column));
}

function printedRow<Column extends string>(
  page: VisiblePage,
  gridRow: TableGrid[number],
  columns: (Column | null)[],
  layout: TableLayout<Column>,
): PrintedRow<Column> {
  const { columns: slots } = gridRow;
  const own = ownCells(gridRow);
  const row: PrintedRow<Column> = { cells: {}, unplaced: [] };
  // A row that is not as wide as the headings has lost or gained cells, and nothing shows which.
  if (slots.length !== columns.length || own.length !== slots.length) {
    row.unplaced = own.map((cell) => pageCell(page.chunksOf(cell))).filter(isFilled);
    return row;
  }
  const cells = new Map<Column, PrintedCell>();
  for (const [index, slot] of slots.entries()) {
    const column = columns[index];
    if (!slot) continue;
    const cell = pageCell(page.chunksOf(slot.cell));
    if (column) cells.set(column, layout.isWords(column) ? cell : withoutTypedMarks(cell));
    else if (isFilled(cell)) row.unplaced.push(cell);
  }
  for (const column of layout.columns) {
    const cell = cells.get(column) ?? (layout.isPrinted(column) ? null : emptyCell());
    if (cell) row.cells[column] = cell;
  }
  return row;
}

const isFilled = ({ text, marks }: PrintedCell) => text !== "" || marks.length > 0;

const TYPED_MARKS = /^(.{0,60}?)((?:\s*\(\d{1,2}\))+)$/;

/** After a number, date or letter only marks can be in brackets, however they are printed. A lone `$` is printed by the form. */
function withoutTypedMarks(cell: PrintedCell): PrintedCell {
  const [, text, marks] = TYPED_MARKS.exec(cell.text) ?? [null, cell.text, ""];
  const typed = text?.trim() ?? "";
  return { ...cell, text: typed === "$" ? "" : typed, marks: [...(marks?.match(/\d+/g) ?? []), ...cell.marks] };
}
