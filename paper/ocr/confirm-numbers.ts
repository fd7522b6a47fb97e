import { decimalOf } from "@/paper/form/cell-values";
import { type AnyColumn, COLUMN_KINDS } from "@/paper/form/form-columns";
import type { PrintedCell, PrintedNote } from "@/paper/form/printed-form";
import { isNearly } from "@/paper/words/ocr/nearly";
import type { DamagedRow } from "./damaged-table";
import { isDrawnAsDigit } from "./look-alikes";
import type { OcrCell } from "./ocr-cell";

/**
 * Decides on numbers and dates with a letter in them. If the letter can be only one digit, the number is read if the rest of the
 * form confirms it (another cell, a footnote, the balance before or after), or if the letter looks like its digit, which is
 * recorded as a doubt. The others stay as they are, and so are not numbers.
 */
export function confirmNumbers(tables: DamagedRow[][], notes: PrintedNote[], dates: string[]): DamagedRow[][] {
  const cells = tables.flat().flatMap((row) => Object.values(row.cells));
  const said = new Set([
    ...cells
      .filter((cell) => !cell.misread && (cell.kind === "number" || cell.kind === "money" || cell.kind === "date"))
      .map(saidBy),
    ...[...notes.map(({ text }) => text.text), ...dates]
      .flatMap((text) => text.match(/\d[\d,./]*\d/g) ?? [])
      .map(canonical),
  ]);
  return tables.map((rows) =>
    rows.map((row, index) =>
      confirmedRow(
        row,
        (column, cell) =>
          isConfirmed(column, cell, rows, index, said) ||
          isInRange(column, cell, notes) ||
          (DATES_OF_TRADES.has(column) && isDateOf(cell, dates)),
      ),
    ),
  );
}

const saidBy = ({ text }: OcrCell) => canonical(text);
const canonical = (text: string) => {
  const decimal = decimalOf(text);
  return decimal === null ? text.replace(/^0(?=\d\/)/, "") : String(Number(decimal));
};

function confirmedRow(row: DamagedRow, confirms: (column: AnyColumn, cell: OcrCell) => boolean): DamagedRow {
  const cells: DamagedRow["cells"] = {};
  const unplaced = [...row.unplaced];
  for (const [column, cell] of Object.entries(row.cells) as [AnyColumn, OcrCell][]) {
    const isLetterForNought = cell.kind === "letter" && isOfNumbers(column);
    const isDigitForLetter = cell.kind !== "letter" && isOfLetters(column);
    const isOtherLetter = column === "directOrIndirect" && cell.kind === "letter" && !/^[DI]$/.test(cell.text);
    if (!cell.misread && !isLetterForNought && !isDigitForLetter && !isOtherLetter) cells[column] = cell;
    else if (cell.ifDigit !== undefined && !isDigitForLetter && !isOtherLetter && confirms(column, cell)) {
      const doubt = `“${cell.text}” on the page: read as ${cell.ifDigit}, which the rest of the form confirms.`;
      cells[column] = { ...cell, text: cell.ifDigit, misread: false, doubt };
    } else if (cell.ifDigit !== undefined && !isDigitForLetter && !isOtherLetter && isDrawnAsDigit(cell.text)) {
      cells[column] = { ...cell, text: cell.ifDigit, misread: false, doubt: drawnAsDigit(cell) };
    } else if (!isOfNumbers(column)) unplaced.push(cell);
    // Its value is unread, but its column and its footnote marks are known.
    else cells[column] = { ...cell, misread: true };
  }
  return { ...row, cells, unplaced };
}

const drawnAsDigit = ({ text, ifDigit }: OcrCell) => `“${text}” on the page: read as ${ifDigit}.`;

const isOfNumbers = (column: AnyColumn) => COLUMN_KINDS[column] === "number" || COLUMN_KINDS[column] === "price";
const isOfLetters = (column: AnyColumn) => /^(?:code|flag|acquiredDisposed|directIndirect)$/.test(COLUMN_KINDS[column]);

function isConfirmed(
  column: AnyColumn,
  cell: OcrCell,
  rows: DamagedRow[],
  index: number,
  said: ReadonlySet<string>,
): boolean {
  const value = cell.ifDigit ?? "";
  const digits = value.replace(/\D/g, "");
  if (digits.length >= 4 && said.has(canonical(value))) return true;
  if (digits.length >= 2 && sharesOf(rows[index], column).some((cell) => saidBy(cell) === canonical(value)))
    return true;
  return (
    (column === "owned" || column === "amount" || column === "amountAcquired" || column === "amountDisposed") &&
    fitsBalance(column, value, rows, index)
  );
}

const DATES_OF_TRADES: ReadonlySet<AnyColumn> = new Set(["transactionDate", "deemedExecutionDate"]);
const SHARES: AnyColumn[] = ["amountAcquired", "amountDisposed", "amountOfEither", "underlyingShares"];

/** In most rows of Table II the number of derivative securities equals that of the underlying shares. */
const sharesOf = (row: DamagedRow | undefined, column: AnyColumn): OcrCell[] =>
  SHARES.includes(column)
    ? SHARES.flatMap((name) => {
        const cell = name === column ? undefined : row?.cells[name];
        return cell && !cell.misread ? [cell] : [];
      })
    : [];

/** The previous balance plus or minus a row's amount gives its balance, if both rows have the same security and vehicle. */
function fitsBalance(column: AnyColumn, value: string, rows: DamagedRow[], index: number): boolean {
  const row = rows[index]?.cells;
  const cell = row?.[column];
  if (!row || !cell) return false;
  const read = { ...row, [column]: { ...cell, text: value, misread: false } };
  const isOfLine = ({ cells }: DamagedRow) => cells.owned !== undefined && areOfOneLine(cells, row);
  const before = rows.slice(0, index).findLast(isOfLine)?.cells;
  const after = rows.slice(index + 1).find(isOfLine)?.cells;
  return (
    (before !== undefined && areInBalance(before, read)) ||
    (column === "owned" && after !== undefined && areInBalance(read, after))
  );
}

function areOfOneLine(one: DamagedRow["cells"], other: DamagedRow["cells"]): boolean {
  const text = (cell: OcrCell | undefined) => cell?.text ?? "";
  return (
    text(one.directOrIndirect) === text(other.directOrIndirect) &&
    isNearly(text(one.nature), text(other.nature)) &&
    isNearly(text(one.securityTitle), text(other.securityTitle))
  );
}

function areInBalance(before: DamagedRow["cells"], row: DamagedRow["cells"]): boolean {
  const number = (cell: OcrCell | undefined) =>
    cell && !cell.misread ? Number(decimalOf(cell.text) ?? Number.NaN) : Number.NaN;
  const amount = number(row.amount ?? row.amountAcquired ?? row.amountDisposed);
  const isAcquired = row.amountAcquired !== undefined || row.acquiredDisposed?.text === "A";
  const isDisposed = row.amountDisposed !== undefined || row.acquiredDisposed?.text === "D";
  if (isAcquired === isDisposed) return false;
  return Math.abs(number(before.owned) + (isAcquired ? amount : -amount) - number(row.owned)) < 0.0001;
}

/** Another date is the same, or has the same year if the letter is in the year. */
function isDateOf({ text, ifDigit = "" }: OcrCell, dates: string[]): boolean {
  const isInYear = text.slice(-4) !== ifDigit.slice(-4);
  return dates.includes(ifDigit) || (isInYear && dates.some((date) => date.slice(-4) === ifDigit.slice(-4)));
}

/** A date with a letter in it, if the form has the same date elsewhere or the letter looks like its digit. */
export function confirmedDate(cell: OcrCell | undefined, dates: string[]): PrintedCell | null {
  if (cell?.ifDigit === undefined) return null;
  const doubt = isDateOf(cell, dates)
    ? `“${cell.text}” on the page: read as ${cell.ifDigit}, because the form has this date or its year elsewhere.`
    : isDrawnAsDigit(cell.text)
      ? drawnAsDigit(cell)
      : null;
  return doubt === null ? null : { text: cell.ifDigit, marks: [], places: cell.places, doubt };
}

const RANGE = /(?:from|between)\s+\$\s?([\d,.]*\d)\s+(?:to|and|through|-)\s+\$\s?([\d,.]*\d)/g;

/** A price within the range that its own footnote gives. */
function isInRange(column: AnyColumn, cell: OcrCell, notes: PrintedNote[]): boolean {
  const price = Number(decimalOf(cell.ifDigit ?? "") ?? Number.NaN);
  if (column !== "price") return false;
  return notes
    .filter(({ mark }) => cell.marks.includes(mark))
    .some(({ text }) =>
      [...text.text.matchAll(RANGE)].some(([, low, high]) => {
        const [from, to] = [low, high].map((bound) => Number(decimalOf(bound ?? "") ?? Number.NaN));
        return from !== undefined && to !== undefined && from <= price && price <= to;
      }),
    );
}
