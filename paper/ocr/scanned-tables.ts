import type { AnyColumn } from "@/paper/form/form-columns";
import type { PrintedForm, PrintedNote, TableIColumn, TableIIColumn } from "@/paper/form/printed-form";
import { drawnTable, gridArea } from "@/paper/reading/form-table";
import type { Rectangle } from "@/paper/words/box";
import { linesOf } from "@/paper/words/layout-text";
import { isNearly } from "@/paper/words/ocr/nearly";
import { drawnColumns } from "@/paper/words/ocr/seen-page";
import { doubtOf, placesOfWords } from "@/paper/words/printed-words";
import type { Sheet, SheetWord } from "@/paper/words/sheet";
import { confirmNumbers } from "./confirm-numbers";
import { type Cells, type DamagedRow, drawnRow, isHeading, mayBeMark } from "./damaged-table";
import { isThere, ocrCell } from "./ocr-cell";
import { printedRow } from "./read-ocr-tables";
import { tableColumns } from "./table-columns";

const MOST_MARKS = 20;

/** Both tables of a scan, whose columns the number of cells shows. A value that is not of its column's kind is in no column. */
export function scannedTables(
  sheet: Sheet,
  form: "3" | "4" | "5",
  notes: PrintedNote[],
  dates: string[],
): Pick<PrintedForm, "tableI" | "tableII" | "unplaced"> {
  const lastMark = Math.max(...notes.map(({ mark }) => Number(mark)), 0) || MOST_MARKS;
  const isMark = (mark: string) => Number(mark) >= 1 && Number(mark) <= lastMark;
  const tables = (["I", "II"] as const).map((table) => rowsOf(sheet, form, table, isMark));
  const isThere = tables.some((rows) => rows !== null);
  const [rowsI = [], rowsII = []] = confirmNumbers(
    tables.map((rows) => rows ?? []),
    notes,
    dates,
  );
  return {
    tableI: isThere ? rowsI.map((row) => printedRow<TableIColumn>(withoutMisread(row))) : null,
    tableII: isThere ? rowsII.map((row) => printedRow<TableIIColumn | "amountOfEither">(withoutMisread(row))) : null,
    unplaced: [],
  };
}

/** With this number of columns, a table may have a ruling too many or too few. */
const MANY = 8;

function rowsOf(sheet: Sheet, form: "3" | "4" | "5", table: "I" | "II", isMark: IsMark): DamagedRow[] | null {
  const names = drawnColumns(form, table).map(({ name }) => name);
  const counts = [0, -1, 1].map((more) => names.length + (names.length > MANY ? more : 0));
  const count = counts.find((count) => gridArea(sheet, count) !== null);
  const area = count === undefined ? null : gridArea(sheet, count);
  const drawn =
    area && drawnTable<string>(sheet, area, [], [Array.from({ length: count ?? 0 }, (_, at) => String(at))]);
  if (!drawn) return null;
  const boxes = [...drawn.columns.values()];
  const rows = drawn.rows
    .map((row) => ({ cells: boxes.map((box) => cellOf(row, box, isMark)), isHalf: row.some(({ isCut }) => isCut) }))
    .filter(({ cells }) => !isHeading(cells))
    .map(({ cells, isHalf }) => {
      // The row is there, but we cannot assign its cells.
      if (count !== names.length)
        return { cells: {}, empty: new Set<AnyColumn>(), unplaced: cells.filter((cell) => cell !== null) };
      const row = withoutBrokenMarks(drawnRow(cells, names, tableColumns(form, table)));
      // What is empty may be in the half that was not found.
      return isHalf ? { ...row, empty: new Set<AnyColumn>() } : row;
    });
  return withLikeTitles(rows);
}

type IsMark = (mark: string) => boolean;

function cellOf(row: SheetWord[], { left, right }: Rectangle, isMark: IsMark): Cells[number] {
  const words = row.filter((word) => {
    const middle = (word.left + word.right) / 2;
    return middle >= left && middle <= right;
  });
  const text = linesOf(words)
    .flat()
    .map(({ text }) => text)
    .join(" ");
  const cell = ocrCell({ line: text, page: 0, number: 0, from: 0, to: text.length }, isMark);
  return isThere(cell) ? { ...doubtOf(words), ...cell, places: placesOfWords(words) } : null;
}

/** A text that ends in what may be a mark, or is one, is left unassigned. */
function withoutBrokenMarks(row: DamagedRow): DamagedRow {
  const all = Object.entries(row.cells);
  const isBroken = ([column, cell]: (typeof all)[number]) =>
    (cell.kind === "text" && BROKEN_MARK.test(cell.text)) || mayBeMark(column, cell);
  return {
    ...row,
    cells: Object.fromEntries(all.filter((entry) => !isBroken(entry))),
    unplaced: [...row.unplaced, ...all.filter(isBroken).map(([, cell]) => cell)],
  };
}

/** If two titles differ in a letter or two, but not in their class, the rarer one is misread. */
function withLikeTitles(rows: DamagedRow[]): DamagedRow[] {
  const titles = rows.flatMap(({ cells }) => (cells.securityTitle ? [cells.securityTitle.text] : []));
  const count = (text: string) => titles.filter((title) => title === text).length;
  const withoutClass = (text: string) => text.replace(/\b[A-Z]\b/g, "");
  const isLike = (other: string, text: string) =>
    withoutClass(other) !== withoutClass(text) && isNearly(other, text) && count(other) >= count(text);
  return rows.map((row) => {
    const title = row.cells.securityTitle;
    const like = title && titles.find((other) => isLike(other, title.text));
    return title && like !== undefined
      ? { ...row, cells: { ...row.cells, securityTitle: { ...title, doubt: `Another row says “${like}”.` } } }
      : row;
  });
}

/** Misread cells are left unassigned: if their letters were hard to see, so were the marks next to them. */
function withoutMisread(row: DamagedRow): DamagedRow {
  const all = Object.entries(row.cells);
  const cells = Object.fromEntries(all.filter(([, cell]) => !cell.misread));
  return { ...row, cells, unplaced: [...row.unplaced, ...all.flatMap(([, cell]) => (cell.misread ? [cell] : []))] };
}

/** `L.P. ©) 3`, `Stock (V`, `LLC 4)`. */
const BROKEN_MARK = /[©®™°*]\W*\d{0,2}\W*$|[({[]\s*\S{0,2}\s*[)}\]]?$|\s\d{1,2}[)}\]]?$/;
