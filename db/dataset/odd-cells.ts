import type { CellEncoder } from "@/db/dataset/encode-cells";
import type { QuarterFilings } from "@/db/dataset/quarter";
import type { TableRows } from "@/db/dataset/table-rows";

/** Lists the cells of the row just written that could not be stored as their type, with their places in the document. */
export function sayOddCells(
  quarter: QuarterFilings,
  table: TableRows,
  filing: number,
  row: number,
  cells: CellEncoder,
  pointerOf: (column: string) => string,
) {
  const line = table.lines[row] ?? 0;
  for (const { place, name, text, problem } of cells.odd) {
    quarter.say(filing, table, line, pointerOf(place.column), `${name} “${text}” ${problem}`);
  }
  if (table.mended.size > 0 && table.mended.has(line)) {
    quarter.say(filing, table, line, null, "bytes that are not UTF-8 were read as Windows-1252");
  }
}
