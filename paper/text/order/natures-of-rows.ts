import type { PrintedCell, PrintedTableIRow } from "@/paper/printed-form";
import { MARKS_UNTOLD } from "./mark-doubts";
import type { TableToken } from "./table-tokens";

/**
 * The natures of ownership of all rows of Table I. Where all say the same and there are as many as indirect holdings, each is told
 * wherever it came out. Where some came out apart from their rows, rows without one are unread, and so is one that may go on there.
 */
export function withNatures(rows: PrintedTableIRow[], natures: TableToken[], marks: TableToken[]): PrintedTableIRow[] {
  const isPlaced = (token: TableToken) => rows.some(({ cells }) => cells.nature?.places[0] === token.cell.places[0]);
  const loose = natures.filter((token) => !isPlaced(token));
  const isIndirect = ({ cells }: PrintedTableIRow) => cells.directOrIndirect?.text === "I";
  const indirect = rows.filter(isIndirect);
  const [first] = natures;
  const isSame = first !== undefined && natures.every(({ cell }) => cell.text === first.cell.text);
  const isKnown = rows.every(({ cells }) => cells.directOrIndirect !== undefined);
  if (isSame && isKnown && natures.length === indirect.length && (loose.length > 0 || marks.length > 0)) {
    const own = marksOfAll(natures, marks, loose.length > 0);
    return rows.map((row) => {
      if (!isIndirect(row)) return row;
      const token = natures[indirect.indexOf(row)];
      if (!token) return row;
      const kept = row.cells.nature?.marks ?? [];
      const nature = own === null ? { ...token.cell, marks: kept, doubt: MARKS_UNTOLD } : { ...token.cell, marks: own };
      return { ...row, cells: { ...row.cells, nature } };
    });
  }
  if (loose.length === 0) return rows;
  const placed = rows.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => cell?.places ?? []));
  const isNextOf = (nature: PrintedCell, token: TableToken) => {
    const [end, start] = [nature.places.at(-1), token.cell.places[0]];
    return (
      isNext(end, token) && !placed.some((place) => end && start && isBehind(place, end) && isBehind(start, place))
    );
  };
  return rows.map((row) => {
    const { nature, ...cells } = row.cells;
    const isWhole = nature && nature.text !== "" && !loose.some((token) => isNextOf(nature, token));
    return isWhole ? row : { ...row, cells };
  });
}

/**
 * A row with I nearly always says of what nature: where it does not, the text came out elsewhere. Then one beside D, which rarely
 * has any, may be what came out, and one above or below may hold both.
 */
export function withoutStrayNatures<Row extends { cells: { nature?: PrintedCell; directOrIndirect?: PrintedCell } }>(
  rows: Row[],
): Row[] {
  const isBeside = (letter: string, { cells }: Row) => cells.directOrIndirect?.text === letter;
  const isFilled = ({ cells: { nature } }: Row) => nature !== undefined && nature.text + nature.marks.join() !== "";
  const isLacking = (row: Row | undefined) => row !== undefined && isBeside("I", row) && !isFilled(row);
  if (!rows.some(isLacking)) return rows;
  return rows.map((row, at) => {
    const isOfBoth = isFilled(row) && (isLacking(rows[at - 1]) || isLacking(rows[at + 1]));
    if (isBeside("D", row) !== isFilled(row) && !isOfBoth) return row;
    const { nature: _, ...cells } = row.cells;
    return { ...row, cells };
  });
}

const WORDS = ["securityTitle", "underlyingTitle", "nature"] as const;
type WordCells = Partial<Record<(typeof WORDS)[number], PrintedCell>>;

/** A nature whose last marks may have come out apart from it is doubted, and so is a title that has some. */
export function withDoubtedWords<Row extends { cells: WordCells }>(rows: Row[], loose: TableToken[]): Row[] {
  if (loose.length === 0) return rows;
  return rows.map((row) => {
    const cells: WordCells = { ...row.cells };
    for (const column of WORDS) {
      const cell = cells[column];
      const isDoubted = cell && cell.text !== "" && (column === "nature" || cell.marks.length > 0);
      if (isDoubted) cells[column] = { ...cell, doubt: MARKS_UNTOLD };
    }
    return { ...row, cells: { ...row.cells, ...cells } };
  });
}

/** The marks of natures that are all the same: null where it cannot be told which have one. */
function marksOfAll(natures: TableToken[], marks: TableToken[], isLoose: boolean): string[] | null {
  const attached = natures.flatMap(({ cell }) => cell.marks);
  const [mark] = attached;
  const elsewhere = marks.flatMap(({ cell }) => cell.marks).filter((one) => one === mark);
  if (mark === undefined) return isLoose && marks.length > 0 ? null : [];
  const isOne = attached.every((one) => one === mark);
  return isOne && attached.length + elsewhere.length === natures.length ? [mark] : null;
}

type TokenPlace = TableToken["cell"]["places"][number];

const isBehind = (one: TokenPlace, other: TokenPlace) =>
  one.page > other.page || (one.page === other.page && one.line > other.line);

/** A nature that a blank line broke goes on with the next text. */
function isNext(end: TokenPlace | undefined, { cell: { places } }: TableToken): boolean {
  const [start] = places;
  return (
    end !== undefined &&
    start !== undefined &&
    (start.page > end.page || start.line > end.line) &&
    start.page - end.page < 2 &&
    (start.page > end.page || start.line - end.line < 4)
  );
}
