import { emptyCell, type PrintedTableIIRow } from "@/paper/printed-form";
import { heldNumbers, markedColumns, repeatedTerms, tradedNumbers } from "./derivatives-by-sums";
import { inColumnOrder } from "./in-column-order";
import type { CanBeRows } from "./read-scattered-table";
import { sameOrNone, says } from "./same-texts";
import { isSecurityTitle } from "./security-title";
import type { TableToken } from "./table-tokens";
import { withMarksShown } from "./with-marks-shown";

/**
 * Table II: two titles of securities a row, a letter of ownership, the amount of what underlies and (but on Form 3) what is held;
 * a date, a code and an amount besides for a trade.
 */
export const canBeRowsOfTableII =
  (form: "3" | "4" | "5"): CanBeRows =>
  ({ titles, letters, numbers, prices, dates }) => {
    if (titles + letters + numbers + prices + dates === 0) return true;
    const { rows, trades } = rowsAndTrades(form, letters, numbers);
    return rows > 0 && trades >= 0 && trades <= rows && titles >= 2 * rows && prices <= 2 * rows;
  };

function rowsAndTrades(form: "3" | "4" | "5", letters: number, numbers: number): { rows: number; trades: number } {
  if (form === "3") return { rows: numbers, trades: letters - numbers };
  const rows = numbers - letters;
  return { rows, trades: letters - rows };
}

type Cells = PrintedTableIIRow["cells"];

/** Rows of Table II whose texts came out in any order: only what is the same in all of them is told. */
export function orderFreeDerivatives(tokens: TableToken[], form: "3" | "4" | "5"): PrintedTableIIRow[] | null {
  const of = (kind: TableToken["kind"]) => tokens.filter((token) => token.kind === kind);
  const words = of("words");
  if (tokens.every(({ kind, cell }) => kind === "marks" || (kind === "words" && !isSecurityTitle(cell.text))))
    return [];
  const letters = of("letter").filter(({ cell }) => cell.text !== "V");
  const titles = words.filter(({ cell }) => isSecurityTitle(cell.text));
  const { rows, trades } = rowsAndTrades(form, letters.length, of("number").length);
  const isTold = trades === 0 || trades === rows;
  if (rows < 1 || trades > rows || trades < 0 || titles.length < 2 * rows) return null;
  const columns: Partial<Record<keyof Cells, TableToken[]>> =
    titles.length === 2 * rows ? titleColumns(titles, rows) : {};
  const ownership = letters.filter(({ cell }) => cell.text === "I");
  const codes = letters.filter(({ cell }) => !/^[ADI]$/.test(cell.text));
  if (codes.length === trades && trades > 0 && isTold) {
    columns.code = sameOrNone(codes);
    if (of("date").length === rows) columns.transactionDate = sameOrNone(of("date"));
    columns.directOrIndirect = sameOrNone(letters.filter((token) => !codes.includes(token)));
  } else if (ownership.length === rows) columns.directOrIndirect = ownership;
  else if (trades === 0) columns.directOrIndirect = sameOrNone(letters);
  if (form === "3" && of("price").length === rows) columns.exercisePrice = sameOrNone(of("price"));
  if (form === "3" && rows === 1) columns.underlyingShares = of("number");
  if (form !== "3" && rows > 1) {
    const terms = trades === rows ? markedColumns(tokens, rows) : {};
    const told = trades === 0 ? { ...repeatedTerms(tokens, rows), ...heldNumbers(tokens, rows) } : terms;
    Object.assign(columns, told, trades === rows ? tradedNumbers(of("number"), rows) : {});
  }
  if (columns.amountOfEither && columns.transactionDate?.length === 0)
    columns.transactionDate = of("date").map(inColumnOrder);
  const natures = words.filter((token) => !titles.includes(token));
  if (natures.length === rows) columns.nature = sameOrNone(natures);
  const used = new Set(Object.values(columns).flat());
  const read = Array.from({ length: rows }, (_, at): PrintedTableIIRow => {
    const cells: Cells = {};
    for (const [column, texts] of Object.entries(columns) as [keyof Cells, TableToken[]][]) {
      const cell = texts[at]?.cell;
      if (cell) cells[column] = cell.text === "$" ? { ...cell, text: "" } : cell;
    }
    if (natures.length === 0) cells.nature = emptyCell();
    if (trades === 0) {
      for (const column of NOT_TRADED) cells[column] = emptyCell();
    }
    return { cells, unplaced: [] };
  });
  read[0]?.unplaced.push(...tokens.filter((token) => !used.has(token)).map(({ cell }) => withMarksShown(cell)));
  return read;
}

const NOT_TRADED = [
  "transactionDate",
  "deemedExecutionDate",
  "code",
  "v",
  "amountAcquired",
  "amountDisposed",
  "price",
] as const;

/** The first title of all is a right's: where each row repeats it and one other, both are told. */
function titleColumns(
  titles: TableToken[],
  rows: number,
): Partial<Record<"securityTitle" | "underlyingTitle", TableToken[]>> {
  const [first] = titles;
  if (!first) return {};
  const own = titles.filter((token) => says(token) === says(first));
  const underlying = titles.filter((token) => says(token) !== says(first));
  if (own.length === 2 * rows) return { securityTitle: own.slice(0, rows), underlyingTitle: own.slice(rows) };
  return own.length === rows && sameOrNone(underlying).length === rows
    ? { securityTitle: own, underlyingTitle: underlying }
    : {};
}
