import type { PrintedCell, PrintedRow, TableIIColumn } from "@/paper/form/printed-form";
import { emptyCell } from "@/paper/form/printed-form";
import { TABLE_II } from "./form-columns";
import type { ColumnSpan } from "./place-words";

type Row = PrintedRow<TableIIColumn | "amountOfEither">;

/** An amount must be this much nearer to one of the headings than to the other. */
const CLEARLY = 2;

/**
 * Assigns the amount of a row of Table II to (A) or (D). Lines drift against their headings, so the place of the amount is
 * measured between other cells of the row, the code before it and the dates after it. If it is between the two headings, it may
 * be either.
 */
export function withAcquiredOrDisposed(row: Row & { spans?: ColumnSpan[] }): Row {
  const { spans, ...rest } = row;
  const { amountOfEither: amount, ...cells } = rest.cells;
  if (!amount) return rest;
  if (amount.text === "" && amount.marks.length === 0) {
    return { ...rest, cells: { ...cells, amountAcquired: emptyCell(), amountDisposed: emptyCell() } };
  }
  const half = halfOf(rest, amount, spans ?? []);
  if (half === null) return rest;
  const [acquired, disposed] = half === 0 ? [amount, emptyCell()] : [emptyCell(), amount];
  return { ...rest, cells: { ...cells, amountAcquired: acquired, amountDisposed: disposed } };
}

function halfOf(row: Row, amount: PrintedCell, spans: ColumnSpan[]): 0 | 1 | null {
  const spanOf = (name: string) => spans[TABLE_II.findIndex((column) => column.name === name)];
  const halves = spanOf("amountOfEither")?.halves;
  const at = middleOf(amount);
  if (!halves || at === null) return null;
  const anchor = (...names: TableIIColumn[]) => {
    for (const name of names) {
      const heading = spanOf(name)?.heading;
      const cell = row.cells[name];
      const own = cell ? middleOf(cell) : null;
      if (heading !== undefined && own !== null) return { heading, own };
    }
    return null;
  };
  const left = anchor("code");
  const right = anchor("exerciseDate", "expirationDate");
  if (!left || !right || right.own <= left.own) return null;
  const place = left.heading + ((at - left.own) * (right.heading - left.heading)) / (right.own - left.own);
  const [toAcquired, toDisposed] = halves.map((half) => Math.abs(half - place));
  if (toAcquired === undefined || toDisposed === undefined) return null;
  if (toDisposed > toAcquired * CLEARLY) return 0;
  return toAcquired > toDisposed * CLEARLY ? 1 : null;
}

const middleOf = ({ places }: PrintedCell) => {
  const [first] = places;
  return first ? (first.from + first.to) / 2 : null;
};
