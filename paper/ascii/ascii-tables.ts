import {
  emptyCell,
  type PrintedCell,
  type PrintedTableIIRow,
  type PrintedTableIRow,
  type TableIColumn,
  type TableIIColumn,
} from "@/paper/form/printed-form";
import { type Piece, placesOf, type SourceLine, withMarks } from "@/paper/words/source-lines";
import { ruledTable, textOfCell } from "./ruled-table";

/** In these forms a separate column gives the A or D of the amount next to it. */
type ColumnII = TableIIColumn | "amountOfEither" | "acquiredOrDisposed";
type IsNote = (mark: string) => boolean;

const TABLE_I: TableIColumn[] = [
  "securityTitle",
  "transactionDate",
  "code",
  "v",
  "amount",
  "acquiredDisposed",
  "price",
  "owned",
  "directOrIndirect",
  "nature",
];

const TABLE_II: ColumnII[] = [
  "securityTitle",
  "exercisePrice",
  "transactionDate",
  "code",
  "v",
  "amountOfEither",
  "acquiredOrDisposed",
  "exerciseDate",
  "expirationDate",
  "underlyingTitle",
  "underlyingShares",
  "price",
  "owned",
  "directOrIndirect",
  "nature",
];

/** Column 2A, the deemed execution date, was added to the form in 2002. */
function withDeemed<Name extends string>(names: Name[], deemed: Name): Name[] {
  return names.flatMap((name) => (name === "transactionDate" ? [name, deemed] : [name]));
}

const hasDeemed = (lines: SourceLine[]) => lines.some(({ text }) => /(^|\|)\s*[23]A\./.test(text));

/** Rows of a table whose bars form as many columns as the form has; null for any other. */
function rowsOf<Name extends string>(
  lines: SourceLine[],
  names: Name[],
  isNote: IsNote,
): Partial<Record<Name, PrintedCell>>[] | null {
  const table = ruledTable(lines);
  if (!table) return null;
  if (table.rows.length === 0) return [];
  if (table.columns !== names.length) return null;
  return table.rows.map((row) => {
    const cells: Partial<Record<Name, PrintedCell>> = {};
    for (const [column, name] of names.entries()) cells[name] = cellIn(row[column] ?? [], isNote);
    return cells;
  });
}

/** A dash means that the cell is empty. */
function cellIn(pieces: Piece[], isNote: IsNote): PrintedCell {
  const text = textOfCell(pieces);
  return withMarks({ text: /^-+$/.test(text) ? "" : text, marks: [], places: placesOf(pieces) }, isNote);
}

export function asciiTableI(lines: SourceLine[] | null, isNote: IsNote): PrintedTableIRow[] | null {
  if (!lines) return null;
  const rows = rowsOf(lines, hasDeemed(lines) ? withDeemed(TABLE_I, "deemedExecutionDate") : TABLE_I, isNote);
  return rows ? rows.map((cells) => ({ cells: { deemedExecutionDate: emptyCell(), ...cells }, unplaced: [] })) : null;
}

export function asciiTableII(lines: SourceLine[] | null, isNote: IsNote): PrintedTableIIRow[] | null {
  if (!lines) return null;
  const rows = rowsOf(lines, hasDeemed(lines) ? withDeemed(TABLE_II, "deemedExecutionDate") : TABLE_II, isNote);
  return rows ? rows.map(rowOfTableII) : null;
}

/** An amount is next to its A or D. If that column has neither, we do not know which it is. */
function rowOfTableII({
  acquiredOrDisposed,
  amountOfEither,
  ...cells
}: Partial<Record<ColumnII, PrintedCell>>): PrintedTableIIRow {
  const amount = amountOfEither ?? emptyCell();
  const letter = acquiredOrDisposed?.text ?? "";
  const own: PrintedTableIIRow["cells"] = { deemedExecutionDate: emptyCell(), ...cells };
  if (amount.text === "" && amount.marks.length === 0) {
    return { cells: { ...own, amountAcquired: emptyCell(), amountDisposed: emptyCell() }, unplaced: [] };
  }
  if (letter === "A") return { cells: { ...own, amountAcquired: amount, amountDisposed: emptyCell() }, unplaced: [] };
  if (letter === "D") return { cells: { ...own, amountAcquired: emptyCell(), amountDisposed: amount }, unplaced: [] };
  return { cells: { ...own, amountOfEither: amount }, unplaced: [] };
}
