import Big from "big.js";
import type { RowPattern } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { listedDay } from "@/lib/record/order-day";
import type { ReportedRow, TableNumber } from "@/lib/record/reported-row";
import { keyOfRow } from "@/lib/record/row-key";
import { dayNumber } from "@/lib/values/calendar-day";
import { parseDecimal } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";
import { dateBefore } from "./trade-histories";

type Place = { accessionNumber: string; tableNumber: TableNumber; line: number };

/** A row on a holding line, named by the row at which the line begins, and the day of its filing if that is known. */
export type RowOnLine = { row: ReportedRow; line: string; filed: string | null };

/** The most days from a gift to the transactions that are compared with it. */
const DAYS_AFTER_GIFT = 90;

/**
 * The rows of connected filings that form a pattern with others of their owners. Each row has at most one, because no code is part of
 * both. Superseded rows have none.
 * @param onLines the rows on holding lines, each trade once
 */
export function rowPatterns(
  entries: readonly FilingEntry[],
  supersededBy: ReadonlyMap<string, string>,
  onLines: readonly RowOnLine[],
): (Place & { pattern: RowPattern })[] {
  const patterns = new Map<string, Place & { pattern: RowPattern }>();
  const add = (pattern: RowPattern) => (row: ReportedRow) => {
    const { accessionNumber, tableNumber, line } = row;
    patterns.set(keyOfRow(row), { accessionNumber, tableNumber, line, pattern });
  };
  exercisesAndSales(entries, supersededBy).forEach(add("exercise-and-sale"));
  giftsBeforeFalls(onLines).forEach(add("gift-before-fall"));
  return [...patterns.values()];
}

/** Options and warrants that an owner exercised, and shares that the same owner sold, on one day. */
function exercisesAndSales(entries: readonly FilingEntry[], supersededBy: ReadonlyMap<string, string>): ReportedRow[] {
  const days = new Map<string, { exercises: ReportedRow[]; sales: ReportedRow[] }>();
  for (const { filing, rows } of entries) {
    const filed = listedDay(filing).day;
    if (filing.issuer.cik === null || filed === null) continue;
    for (const row of rows) {
      const kind = isExercise(row) ? "exercises" : isSale(row) ? "sales" : null;
      if (kind === null || supersededBy.has(keyOfRow(row))) continue;
      const date = dateBefore(row, filed);
      if (date === null) continue;
      for (const { cik } of filing.owners) {
        if (cik === null) continue;
        const day = days.get(`${cik} ${date}`) ?? { exercises: [], sales: [] };
        day[kind].push(row);
        days.set(`${cik} ${date}`, day);
      }
    }
  }
  return [...days.values()].flatMap(({ exercises, sales }) =>
    exercises.length > 0 && sales.length > 0 ? [...exercises, ...sales] : [],
  );
}

/**
 * Code M is also that of restricted stock units that vest, which cost nothing: a row is an exercise only if it states an exercise price
 * above zero.
 */
function isExercise(row: ReportedRow): boolean {
  const { kind, tableNumber, transactionCode: code, acquiredDisposedCode, pricePerShare } = row;
  if (kind !== "transaction" || (code !== "M" && code !== "X" && code !== "O")) return false;
  const isOfTableI = tableNumber === "I";
  const price = parseDecimal((isOfTableI ? pricePerShare : row.conversionOrExercisePrice).value);
  return acquiredDisposedCode.value === (isOfTableI ? "A" : "D") && price !== null && price.gt(0);
}

const isSale = ({ kind, tableNumber, transactionCode: code, acquiredDisposedCode }: ReportedRow): boolean =>
  kind === "transaction" && tableNumber === "I" && code === "S" && acquiredDisposedCode.value === "D";

/** Shares that were given away. */
const isGift = ({ kind, tableNumber, transactionCode, acquiredDisposedCode }: ReportedRow): boolean =>
  kind === "transaction" && tableNumber === "I" && transactionCode === "G" && acquiredDisposedCode.value === "D";

/** Gifts after which more shares of the same holding were disposed of than acquired, other gifts aside, within a number of days. */
function giftsBeforeFalls(onLines: readonly RowOnLine[]): ReportedRow[] {
  const gifts = onLines.filter(({ row }) => isGift(row));
  if (gifts.length === 0) return [];
  const lines = new Set(gifts.map(({ line }) => line));
  const byLine = groupBy(
    onLines.filter(({ line }) => lines.has(line)),
    ({ line }) => line,
  );
  const moves = new Map(Array.from(byLine, ([line, rows]) => [line, rows.flatMap((each) => moveOf(each) ?? [])]));
  return gifts.flatMap((gift) => {
    const given = dayOf(gift);
    if (given === null) return [];
    const after = (moves.get(gift.line) ?? []).filter(({ day }) => day > given && day - given <= DAYS_AFTER_GIFT);
    // A number of shares that is not known may outweigh the others.
    const isKnown = after.every(({ shares }) => shares !== null);
    const sum = after.reduce((total, { shares }) => total.plus(shares ?? 0), new Big(0));
    return isKnown && sum.lt(0) ? [gift.row] : [];
  });
}

const dayOf = ({ row, filed }: RowOnLine): number | null => (filed === null ? null : dayNumber(dateBefore(row, filed)));

/** The day of a transaction, and the shares by which it changes its holding, if they are known; null for gifts and without a day. */
function moveOf(of: RowOnLine): { day: number; shares: Big | null } | null {
  const { kind, transactionCode, acquiredDisposedCode, transactionShares } = of.row;
  const day = dayOf(of);
  if (kind !== "transaction" || transactionCode === "G" || day === null) return null;
  const shares = parseDecimal(transactionShares.value);
  const side = acquiredDisposedCode.value;
  if (shares === null || (side !== "A" && side !== "D")) return { day, shares: null };
  return { day, shares: side === "A" ? shares : shares.neg() };
}
