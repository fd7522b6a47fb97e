import type { Piece, SourceLine } from "@/paper/words/source-lines";
import { isRule } from "./is-rule";
import { taggedTable } from "./tagged-table";

/** A table drawn in characters: its rows, each with the pieces of each column. */
export type RuledTable = { columns: number; rows: Piece[][][] };

/** The positions of the bars in a line. */
const barsOf = (text: string) => [...text.matchAll(/\|/g)].map(({ index }) => index);

/**
 * Reads the rows of a table with bars between its columns, below the line `<S> <C>` or the rule under the headings. A row ends at
 * the next rule. Null if the bars are not in the same places on every line, because we could not assign texts to columns.
 */
export function ruledTable(lines: SourceLine[]): RuledTable | null {
  const start = lines.findIndex(({ text }) => /^\s*<S>/i.test(text));
  const body = lines.slice(start + 1);
  const ruled = body.filter(({ text }) => barsOf(text).length > 2);
  const bars = barsOf(ruled[0]?.text ?? "");
  if (start === -1) return null;
  if (ruled.length === 0) return taggedTable(lines[start], body);
  if (ruled.some(({ text }) => barsOf(text).join() !== bars.join())) return null;
  const rows: Piece[][][] = [];
  let current: Piece[][] | null = null;
  for (const line of body) {
    if (isRule(line.text) || barsOf(line.text).length <= 2) {
      current = null;
      continue;
    }
    current ??= addRow(rows, bars.length);
    const row = current;
    bars.forEach((to, column) => {
      const from = (bars[column - 1] ?? -1) + 1;
      const text = line.text.slice(from, to);
      if (text.trim() !== "") row[column]?.push({ text, page: line.page, line: line.line, from, to });
    });
  }
  return { columns: bars.length, rows: rows.filter((row) => row.some((cell) => cell.length > 0)) };
}

function addRow(rows: Piece[][][], columns: number): Piece[][] {
  const row: Piece[][] = Array.from({ length: columns }, () => []);
  rows.push(row);
  return row;
}

/**
 * The text of a cell. These forms break a text wherever its cell is full (`Options to Purchase Co`, `mmon Stock`), so a line that
 * fills its cell continues without a space.
 */
export const textOfCell = (pieces: Piece[]) =>
  pieces
    .reduce((text, piece) => text + (piece.text.endsWith(" ") ? `${piece.text.trimEnd()} ` : piece.text), "")
    .replace(/\s+/g, " ")
    .trim();
