import { decimalOf } from "@/paper/form/cell-values";
import type { PrintedCell, PrintedNote } from "@/paper/form/printed-form";
import type { DamagedRow } from "./damaged-table";
import { isDrawnAsDigit } from "./look-alikes";
import { isNearly } from "./nearly";
import type { OcrCell } from "./ocr-cell";
import type { AnyColumn } from "./table-columns";

/**
 * Numbers and dates with a letter in them: each is read as the one number that it can be where the rest of the form says the
 * same (another cell, a note, the balance before and after) or where the letter is drawn as its digit, with a doubt that says
 * so. Others stay as they are, which no number is.
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
    const isLetterForNought = cell.kind === "letter" && NUMBERS.has(column);
    const isDigitForLetter = cell.kind !== "letter" && LETTERS.has(column);
    const isOtherLetter = column === "directOrIndirect" && cell.kind === "letter" && !/^[DI]$/.test(cell.text);
    if (!cell.misread && !isLetterForNought && !isDigitForLetter && !isOtherLetter) cells[column] = cell;
    else if (cell.ifDigit !== undefined && !isDigitForLetter && !isOtherLetter && confirms(column, cell)) {
      const doubt = `“${cell.text}” on the page: read as ${cell.ifDigit}, which the rest of the form confirms.`;
      cells[column] = { ...cell, text: cell.ifDigit, misread: false, doubt };
    } else if (cell.ifDigit !== undefined && !isDigitForLetter && !isOtherLetter && isDrawnAsDigit(cell.text)) {
      cells[column] = { ...cell, text: cell.ifDigit, misread: false, doubt: drawnAsDigit(cell) };
    } else if (!NUMBERS.has(column)) unplaced.push(cell);
    // Its value is unread, but its column and its marks are told.
    else cells[column] = { ...cell, misread: true };
  }
  return { ...row, cells, unplaced };
}

const drawnAsDigit = ({ text, ifDigit }: OcrCell) => `“${text}” on the page: read as ${ifDigit}.`;

const LETTERS: ReadonlySet<AnyColumn> = new Set(["code", "v", "acquiredDisposed", "directOrIndirect"]);
const NUMBERS: ReadonlySet<AnyColumn> = new Set([
  "amount",
  "amountAcquired",
  "amountDisposed",
  "amountOfEither",
  "owned",
  "underlyingShares",
  "price",
  "exercisePrice",
]);

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

/** In Table II a row's derivative securities and the shares underlying them are mostly as many. */
const sharesOf = (row: DamagedRow | undefined, column: AnyColumn): OcrCell[] =>
  SHARES.includes(column)
    ? SHARES.flatMap((name) => {
        const cell = name === column ? undefined : row?.cells[name];
        return cell && !cell.misread ? [cell] : [];
      })
    : [];

/** The balance of the row before and the amount of the row behind it give the balance of that row: both of one security, held alike. */
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

/** Another date says the same, or has the same year where the letter is in the year. */
function isDateOf({ text, ifDigit = "" }: OcrCell, dates: string[]): boolean {
  const isInYear = text.slice(-4) !== ifDigit.slice(-4);
  return dates.includes(ifDigit) || (isInYear && dates.some((date) => date.slice(-4) === ifDigit.slice(-4)));
}

/** A date with a letter in it, where the form has the same date elsewhere or the letter is drawn as its digit. */
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

/** A price within the range of prices that its own note tells. */
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
