import { decimalOf } from "@/lib/paper/cell-values";
import type { DamagedRow } from "@/lib/paper/ocr/damaged-table";
import type { OcrCell } from "@/lib/paper/ocr/ocr-cell";
import type { AnyColumn } from "@/lib/paper/ocr/table-columns";
import type { PrintedCell, PrintedNote } from "@/lib/paper/printed-form";

/**
 * Numbers and dates with a letter in them: each is read as the one number that it can be where the rest of the form says the
 * same (another cell, a note, the balance before and after), with a doubt that says so. Others are taken out of their cells.
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
        (column, cell) => isConfirmed(column, cell, rows, index, said) || isInRange(column, cell, notes),
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
      cells[column] = {
        ...cell,
        text: cell.ifDigit,
        misread: false,
        doubt: `“${cell.text}” on the page: read as ${cell.ifDigit}, which the rest of the form confirms.`,
      };
    } else unplaced.push(cell);
  }
  return { ...row, cells, unplaced };
}

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
  return (
    (column === "owned" || column === "amount" || column === "amountAcquired" || column === "amountDisposed") &&
    fitsBalance(column, value, rows, index)
  );
}

/** The balance of the row before, of the same security held in the same way, with this row's amount gives this row's balance. */
function fitsBalance(column: AnyColumn, value: string, rows: DamagedRow[], index: number): boolean {
  const row = rows[index];
  if (!row) return false;
  const line = (cells: DamagedRow["cells"]) =>
    [cells.securityTitle, cells.directOrIndirect, cells.nature].map((cell) => cell?.text ?? "").join("|");
  const before = rows.slice(0, index).findLast((other) => line(other.cells) === line(row.cells) && other.cells.owned);
  const number = (cell: OcrCell | undefined) =>
    cell && !cell.misread ? Number(decimalOf(cell.text) ?? Number.NaN) : Number.NaN;
  const balance = number(before?.cells.owned);
  const amountCell = row.cells.amount ?? row.cells.amountAcquired ?? row.cells.amountDisposed;
  const amount = column === "owned" ? number(amountCell) : Number(decimalOf(value) ?? Number.NaN);
  const owned = column === "owned" ? Number(decimalOf(value) ?? Number.NaN) : number(row.cells.owned);
  const isAcquired = row.cells.amountAcquired !== undefined || row.cells.acquiredDisposed?.text === "A";
  const isDisposed = row.cells.amountDisposed !== undefined || row.cells.acquiredDisposed?.text === "D";
  if (isAcquired === isDisposed) return false;
  return Math.abs(balance + (isAcquired ? amount : -amount) - owned) < 0.0001;
}

/** A date with a letter in it, where the form has the same date elsewhere. */
export const confirmedDate = (cell: OcrCell | undefined, dates: string[]): PrintedCell | null =>
  cell?.ifDigit !== undefined && dates.includes(cell.ifDigit)
    ? {
        text: cell.ifDigit,
        marks: [],
        places: cell.places,
        doubt: `“${cell.text}” on the page: read as a date that the form has elsewhere.`,
      }
    : null;

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
