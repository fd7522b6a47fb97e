import { type Element, isTag } from "domhandler";
import { isCell } from "./parse-page";

/** A table's own rows, whatever they are wrapped in, without those of nested tables. */
export function tableRows(table: Element): Element[] {
  return table.children.flatMap((node): Element[] => {
    if (!isTag(node) || node.name === "table") return [];
    return node.name === "tr" ? [node] : tableRows(node);
  });
}

/** A row's own cells, whatever they are wrapped in. */
export function cellsOf(row: Element): Element[] {
  return row.children.flatMap((node): Element[] => {
    if (!isTag(node) || node.name === "table" || node.name === "tr") return [];
    return isCell(node) ? [node] : cellsOf(node);
  });
}

/** A cell on the grid, and whether it began in an earlier row. */
type GridCell = { cell: Element; isContinued: boolean };
/** Rows of a table by column, with each spanning cell repeated in the columns and rows that it covers. */
export type TableGrid = { row: Element; columns: (GridCell | undefined)[] }[];

/** Limits beyond the widest and tallest spans of any form. */
const WIDEST = 40;
const TALLEST = 8;
const MOST_ROWS = 1000;

const span = (text: string | undefined, most: number) =>
  Math.min(most, Math.max(1, Number.parseInt(text ?? "1", 10) || 1));

export function tableGrid(table: Element): TableGrid {
  const grid: TableGrid = tableRows(table)
    .slice(0, MOST_ROWS)
    .map((row) => ({ row, columns: [] }));
  grid.forEach(({ row, columns }, top) => {
    let column = 0;
    for (const cell of cellsOf(row)) {
      if (column >= WIDEST) break;
      while (columns[column]) column++;
      const width = span(cell.attribs.colspan, WIDEST);
      const height = span(cell.attribs.rowspan, TALLEST);
      for (const [down, covered] of grid.slice(top, top + height).entries()) {
        const slot: GridCell = { cell, isContinued: down > 0 };
        for (let right = 0; right < width; right++) covered.columns[column + right] ??= slot;
      }
      column += width;
    }
  });
  return grid;
}
