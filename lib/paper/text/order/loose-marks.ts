import { parseDecimal } from "@/lib/edgar/decimal";
import { readPriceRanges } from "@/lib/footnotes/facts/price-ranges";
import { noteText } from "@/lib/footnotes/note-text";
import { decimalOf } from "@/lib/paper/cell-values";
import type { PrintedCell, PrintedNote, PrintedTableIRow } from "@/lib/paper/printed-form";
import type { TableToken } from "@/lib/paper/text/order/table-tokens";

/**
 * Gives marks that came out apart from their values to the one price without marks that lies within the range which the note of
 * the mark states.
 */
export function withMarksOfPrices(
  rows: PrintedTableIRow[],
  loose: TableToken[],
  notes: PrintedNote[],
): PrintedTableIRow[] {
  const given = new Map<PrintedTableIRow, PrintedCell>();
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

function isWithinRange(price: PrintedCell, note: string): boolean {
  const value = parseDecimal(decimalOf(price.text));
  const [range, another] = readPriceRanges(noteText(note))?.value ?? [];
  const [low, high] = [parseDecimal(range?.low ?? null), parseDecimal(range?.high ?? null)];
  return value !== null && low !== null && high !== null && another === undefined && value.gte(low) && value.lte(high);
}
