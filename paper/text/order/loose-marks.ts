import type Big from "big.js";
import { readPriceRanges } from "@/lib/footnotes/facts/price-ranges";
import { noteText } from "@/lib/footnotes/note-text";
import { parseDecimal } from "@/lib/values/decimal";
import { decimalOf } from "@/paper/cell-values";
import type { PrintedCell, PrintedNote, PrintedTableIRow } from "@/paper/printed-form";
import type { TableToken } from "./table-tokens";

/**
 * Gives marks that came out apart from their values to the one price without marks that lies within the range which the note of
 * the mark states.
 */
export function withMarksOfPrices(
  rows: PrintedTableIRow[],
  loose: TableToken[],
  notes: PrintedNote[],
): PrintedTableIRow[] {
  const given = marksInOrder(rows, loose, notes);
  for (const { cell } of loose) {
    const [mark, another] = cell.marks;
    const note = notes.find((one) => one.mark === mark);
    if (mark === undefined || another !== undefined || !note) continue;
    const within = rows.filter(
      ({ cells: { price } }) => price && price.marks.length === 0 && isWithinRange(price, note.text.text),
    );
    const [row] = within;
    const isOnlyMark = loose.filter((one) => one.cell.marks.includes(mark)).length === 1;
    if (row && within.length === 1 && isOnlyMark && !given.has(row)) given.set(row, cell);
  }
  return rows.map((row) => {
    const mark = given.get(row);
    const price = row.cells.price;
    if (!mark || !price) return row;
    const unplaced = row.unplaced.filter(({ places }) => places[0] !== mark.places[0]);
    return {
      unplaced,
      cells: { ...row.cells, price: { ...price, marks: mark.marks, places: [...price.places, ...mark.places] } },
    };
  });
}

/**
 * Notes are numbered as their marks come: where as many notes of price ranges are left as prices without a mark, and each price lies
 * within the range of the note in its turn, the marks are theirs.
 */
function marksInOrder(
  rows: PrintedTableIRow[],
  loose: TableToken[],
  notes: PrintedNote[],
): Map<PrintedTableIRow, PrintedCell> {
  const traded = rows.filter(({ cells: { transactionDate } }) => transactionDate?.text !== "");
  const bare = traded.filter(({ cells: { price } }) => price && price.text !== "" && price.marks.length === 0);
  const textOf = ({ cell }: TableToken) => notes.find(({ mark }) => mark === cell.marks[0])?.text.text ?? "";
  const ranged = loose
    .filter((token) => token.cell.marks.length === 1 && rangeIn(textOf(token)) !== null)
    .sort((one, other) => Number(one.cell.marks[0]) - Number(other.cell.marks[0]));
  const isOnce = new Set(ranged.map(({ cell }) => cell.marks[0])).size === ranged.length;
  const isRead = traded.every(({ cells }) => cells.price !== undefined);
  const isEachWithin = bare.every(({ cells: { price } }, at) => {
    const token = ranged[at];
    return price && token && isWithinRange(price, textOf(token));
  });
  if (!isOnce || !isRead || !isEachWithin || ranged.length !== bare.length) return new Map();
  return new Map(bare.flatMap((row, at) => (ranged[at] ? [[row, ranged[at].cell] as const] : [])));
}

function isWithinRange(price: PrintedCell, note: string): boolean {
  const value = parseDecimal(decimalOf(price.text));
  const range = rangeIn(note);
  return value !== null && range !== null && value.gte(range.low) && value.lte(range.high);
}

/** The one range of prices that a note states. */
function rangeIn(note: string): { low: Big; high: Big } | null {
  const [range, another] = readPriceRanges(noteText(note))?.value ?? [];
  const [low, high] = [parseDecimal(range?.low ?? null), parseDecimal(range?.high ?? null)];
  return low !== null && high !== null && another === undefined ? { low, high } : null;
}
