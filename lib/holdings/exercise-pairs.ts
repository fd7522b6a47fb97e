import Big from "big.js";
import { parseDecimal } from "@/lib/edgar/decimal";
import { type ReportedRow, rowId } from "@/lib/edgar/reported-row";
import { codeGroup } from "@/lib/edgar/transaction-codes";

const sameNumber = (a: string | null, b: string | null): boolean => {
  const [one, other] = [parseDecimal(a), parseDecimal(b)];
  return one !== null && other !== null && one.eq(other);
};

const isExercise = (row: ReportedRow): boolean =>
  row.kind === "transaction" && row.transactionCode !== null && codeGroup(row.transactionCode) === "exercise";

/** An exercise stands in both tables: shares acquired in Table I, and the derivative that gave them in Table II. */
const isOtherSide = (shares: ReportedRow, derivative: ReportedRow): boolean =>
  derivative.transactionCode === shares.transactionCode &&
  derivative.transactionDate.value === shares.transactionDate.value &&
  derivative.acquiredDisposedCode.value !== "A" &&
  (sameNumber(derivative.underlyingSecurityShares.value, shares.transactionShares.value) ||
    sameNumber(derivative.transactionShares.value, shares.transactionShares.value));

/**
 * The rows of Tables I and II that are one exercise or conversion, by row id and both ways: same code, day and shares; of
 * several, the one of the same price.
 */
export function exercisePairs(rows: readonly ReportedRow[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const open = rows.filter((row) => row.tableNumber === "II" && isExercise(row));
  for (const shares of rows) {
    if (shares.tableNumber !== "I" || !isExercise(shares) || shares.acquiredDisposedCode.value !== "A") continue;
    const candidates = open.filter((derivative) => isOtherSide(shares, derivative));
    const match =
      candidates.find((other) => sameNumber(other.conversionOrExercisePrice.value, shares.pricePerShare.value)) ??
      candidates[0];
    if (!match) continue;
    open.splice(open.indexOf(match), 1);
    pairs.set(rowId(shares), rowId(match));
    pairs.set(rowId(match), rowId(shares));
  }
  return pairs;
}

/** What one code exercised or converted, as each table says it. */
export type ExerciseTotals = { code: string; underlying: string; acquired: string; agrees: boolean };

/** For each exercise code that stands in both tables: underlying shares disposed of in II against shares acquired in I. */
export function exerciseTotals(rows: readonly ReportedRow[]): ExerciseTotals[] {
  const codes = new Set(rows.filter(isExercise).map((row) => row.transactionCode));
  return [...codes].flatMap((code) => {
    const ofCode = rows.filter((row) => isExercise(row) && row.transactionCode === code);
    const acquired = total(
      ofCode.filter((row) => row.tableNumber === "I" && row.acquiredDisposedCode.value === "A"),
      (row) => row.transactionShares.value,
    );
    const underlying = total(
      ofCode.filter((row) => row.tableNumber === "II" && row.acquiredDisposedCode.value !== "A"),
      (row) => row.underlyingSecurityShares.value ?? row.transactionShares.value,
    );
    if (code === null || acquired === null || underlying === null) return [];
    return [{ code, underlying: underlying.toFixed(), acquired: acquired.toFixed(), agrees: underlying.eq(acquired) }];
  });
}

function total(rows: ReportedRow[], amount: (row: ReportedRow) => string | null): Big | null {
  if (rows.length === 0) return null;
  return rows.reduce<Big | null>((sum, row) => {
    const value = parseDecimal(amount(row));
    return sum && value ? sum.plus(value) : null;
  }, new Big(0));
}
