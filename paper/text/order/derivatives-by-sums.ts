import { parseDecimal } from "@/lib/values/decimal";
import { decimalOf } from "@/paper/cell-values";
import type { PrintedTableIIRow } from "@/paper/printed-form";
import { sameOrNone, says } from "./same-texts";
import type { TableToken } from "./table-tokens";

type Columns = Partial<Record<keyof PrintedTableIIRow["cells"], TableToken[]>>;

/**
 * Amounts, what underlies and what is held of trades whose numbers came out column by column: amounts and shares are the same ones in
 * the same order, and each balance is the one before with the amount taken from it or added.
 */
export function tradedNumbers(numbers: TableToken[], rows: number): Columns {
  const [amounts, shares, held] = [0, 1, 2].map((part) => numbers.slice(part * rows, (part + 1) * rows));
  if (rows < 2 || numbers.length !== 3 * rows || !amounts || !shares || !held) return {};
  const isInOrder = amounts.every((token, at) => token.cell.text === shares[at]?.cell.text);
  const isOrderTold = new Set(amounts.map(({ cell }) => cell.text)).size === rows;
  const decimalIn = (token: TableToken | undefined) => (token ? parseDecimal(decimalOf(token.cell.text)) : null);
  const isSummed = (sign: 1 | -1) =>
    held.every((token, at) => {
      const [from, change, to] = [held[at - 1], amounts[at], token].map(decimalIn);
      return at === 0 || (from && change && to && from.plus(change.times(sign)).eq(to));
    });
  if (!isInOrder || !isOrderTold || isSummed(1) === isSummed(-1)) return {};
  return { amountOfEither: amounts, underlyingShares: shares, owned: held };
}

/**
 * The three columns between a right and what underlies it, where each has the same marks: the first marks stand right behind a title.
 * A price behind what underlies is no price of exercise.
 */
export function markedColumns(tokens: TableToken[], rows: number): Columns {
  const marks = tokens.filter(({ kind }) => kind === "marks");
  const before = (token: TableToken) => tokens[tokens.indexOf(token) - 1];
  const prices = tokens.filter(({ kind }) => kind === "price");
  const isBehindUnderlying = (token: TableToken) => ["words", "number"].includes(before(token)?.kind ?? "");
  const [first] = marks;
  const isTold =
    first !== undefined &&
    before(first)?.kind === "words" &&
    marks.length === 3 * rows &&
    sameOrNone(marks).length > 0 &&
    prices.every(
      (token) => isBehindUnderlying(token) && tokens.indexOf(token) > tokens.lastIndexOf(marks.at(-1) ?? first),
    );
  if (!isTold) return {};
  return {
    exercisePrice: marks.slice(0, rows),
    exerciseDate: marks.slice(rows, 2 * rows),
    expirationDate: marks.slice(2 * rows),
    ...(prices.length === rows ? { price: sameOrNone(prices) } : {}),
  };
}

/** The same three columns of holdings that came out row by row, above what underlies: a price, and two marks or dates. */
export function repeatedTerms(tokens: TableToken[], rows: number): Columns {
  const from = tokens.findIndex(({ kind }) => kind === "price");
  const terms = tokens.slice(from, from + 3 * rows);
  const isRepeated =
    from > 0 &&
    terms.length === 3 * rows &&
    tokens.slice(0, from).every(({ kind }) => kind === "words") &&
    terms.every((token, at) => {
      const isOfColumn = at % 3 === 0 ? token.kind === "price" : ["marks", "date"].includes(token.kind);
      return isOfColumn && says(token) === says(terms[at % 3] ?? token);
    });
  const others = tokens.filter((token) => !terms.includes(token));
  if (!isRepeated || others.some(({ kind }) => ["price", "date", "marks"].includes(kind))) return {};
  const column = (place: number) => terms.filter((_, at) => at % 3 === place);
  return { exercisePrice: column(0), exerciseDate: column(1), expirationDate: column(2) };
}

/** Shares and balances of holdings that are the same in each row, and the letters behind them: row by row. */
export function heldNumbers(tokens: TableToken[], rows: number): Columns {
  const ends = tokens.filter(({ kind }) => kind === "number" || kind === "letter");
  const column = (place: number) => ends.filter((_, at) => at % 3 === place);
  const [shares, owned, letters] = [column(0), column(1), column(2)];
  const isInOrder =
    ends.length === 3 * rows &&
    letters.every(({ kind, cell }) => kind === "letter" && /^[DI]$/.test(cell.text)) &&
    shares.every((token, at) => token.kind === "number" && token.cell.text === owned[at]?.cell.text);
  return isInOrder ? { underlyingShares: shares, owned, directOrIndirect: letters } : {};
}
