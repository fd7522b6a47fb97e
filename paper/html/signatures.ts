import type { Element } from "domhandler";
import type { PrintedSignature } from "@/paper/form/printed-form";
import { labelText, pageCell } from "./printed-text";
import { type TableGrid, tableGrid } from "./table-grid";
import type { VisiblePage } from "./visible-page";

const NAME_LABEL = /^\*{0,2}\s*Signature of Reporting Person/i;
const DATE_LABEL = /^Date$/i;

/** Signatures are above the line "Signature of Reporting Person", each with its date above "Date", one or several to a line. */
export function signaturesIn(page: VisiblePage, tables: Element[]): PrintedSignature[] {
  return tables.flatMap((table) => {
    const grid = tableGrid(table);
    let start = 0;
    return grid.flatMap((row, index) => {
      const name = columnWith(page, row, NAME_LABEL);
      const date = columnWith(page, row, DATE_LABEL);
      if (name < 0 || date < 0) return [];
      const signed = grid.slice(start, index);
      start = index + 1;
      return signed.flatMap((above) => signatureOf(page, above, name, date) ?? []);
    });
  });
}

const columnWith = (page: VisiblePage, { columns }: TableGrid[number], label: RegExp) =>
  columns.findIndex((slot) => slot && !slot.isContinued && label.test(labelText(page, slot.cell)));

function signatureOf(
  page: VisiblePage,
  { columns }: TableGrid[number],
  name: number,
  date: number,
): PrintedSignature | null {
  const [nameCell, dateCell] = [columns[name]?.cell, columns[date]?.cell];
  if (!nameCell || !dateCell || nameCell === dateCell) return null;
  const signature = { name: pageCell(page.chunksOf(nameCell)), date: pageCell(page.chunksOf(dateCell)) };
  return signature.name.text === "" && signature.date.text === "" ? null : signature;
}
