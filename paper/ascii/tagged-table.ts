import type { Piece, SourceLine } from "@/paper/words/source-lines";
import { isRule } from "./is-rule";
import type { RuledTable } from "./ruled-table";

/**
 * A table without bars, in which EDGAR's tags `<S>` and `<C>` mark where each column begins. Null if a text crosses the start of
 * a column, because we could not divide the line into columns.
 */
export function taggedTable(tags: SourceLine | undefined, body: SourceLine[]): RuledTable | null {
  const starts = [...(tags?.text ?? "").matchAll(/<[SC]>/gi)].map(({ index }) => index);
  const rows: Piece[][][] = [];
  let isOpen = false;
  for (const line of body) {
    const isEmpty = line.text.trim() === "" || isRule(line.text);
    if (/^\s*<\/?\w/.test(line.text)) break;
    if (isEmpty) {
      isOpen = false;
      continue;
    }
    const cells = cellsOf(line, starts);
    if (!cells) return null;
    // A row has its values on one line. Lines below it with text only in the first or last column continue those cells.
    const goesOn = isOpen && cells.slice(1, -1).every((cell) => cell === null);
    const row = goesOn ? (rows.at(-1) ?? []) : starts.map((): Piece[] => []);
    if (!goesOn) rows.push(row);
    isOpen = true;
    cells.forEach((cell, column) => {
      if (cell) row[column]?.push(cell);
    });
  }
  return { columns: starts.length, rows };
}

/** The text of a line by column; null if a word runs from one column into the next. */
function cellsOf(line: SourceLine, starts: number[]): (Piece | null)[] | null {
  const isCut = starts
    .slice(1)
    .some((start) => /\S/.test(line.text[start - 1] ?? " ") && /\S/.test(line.text[start] ?? " "));
  if (isCut || /\t/.test(line.text)) return null;
  return starts.map((start, column) => {
    const from = column === 0 ? 0 : start;
    const to = Math.min(starts[column + 1] ?? line.text.length, line.text.length);
    const text = line.text.slice(from, to);
    // The space at the end separates it from a line that may follow.
    return text.trim() === "" ? null : { text: `${text.trimEnd()} `, page: line.page, line: line.line, from, to };
  });
}
