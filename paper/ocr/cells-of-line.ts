import type { CellSpan } from "./ocr-cell";

/** A line of a table as OCR gives it: its cells by column. */
export type CellsOfLine = CellSpan[];

const RULE = /^[\s|:-]+$/;

/** The cells of a line with tabs or markdown; null if it is not a line of a table. A rule in markdown has no cells. */
export function cellsOfLine(line: string, page: number, number: number): CellsOfLine | null {
  const isMarkdown = /^\s*\|.*\|\s*$/.test(line);
  if (!isMarkdown && !line.includes("\t")) return null;
  if (isMarkdown && RULE.test(line)) return [];
  const start = isMarkdown ? line.indexOf("|") + 1 : 0;
  const end = isMarkdown ? line.lastIndexOf("|") : line.length;
  const cells: CellsOfLine = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    const parts = at === end || (isMarkdown ? line[at] === "|" && line[at - 1] !== "\\" : line[at] === "\t");
    if (!parts) continue;
    cells.push({ line, page, number, from, to: at });
    from = at + 1;
  }
  return cells;
}
