import Big from "big.js";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { codeGroup } from "@/lib/record/transaction-codes";
import { parseDecimal } from "@/lib/values/decimal";

/** An exercise or conversion that is in both tables. */
export type Exercise = {
  /** Its row in Table I. */
  shares: readonly ReportedRow[];
  /** Its rows in Table II: the derivatives exercised or converted. */
  derivatives: readonly ReportedRow[];
};

const agree = (a: Big | null, b: Big | null): boolean => a !== null && b !== null && a.eq(b);

const own = (row: ReportedRow): Big | null => parseDecimal(row.transactionShares.value);
const underlying = (row: ReportedRow): Big | null => parseDecimal(row.underlyingSecurityShares.value);

const isExercise = (row: ReportedRow): boolean =>
  row.kind === "transaction" && row.transactionCode !== null && codeGroup(row.transactionCode) === "exercise";

const isAcquired = (row: ReportedRow): boolean => row.acquiredDisposedCode.value === "A";
const isDisposedOf = (row: ReportedRow): boolean => row.acquiredDisposedCode.value === "D";

/**
 * The exercises and conversions of a filing that are in both tables: same code, day and shares; of several, the one with the same
 * price. Remaining rows of a code and day are one exercise if their sums agree: several series of preferred stock often become
 * one line of common stock.
 */
export function exercises(rows: readonly ReportedRow[]): Exercise[] {
  const together = new Map<string, ReportedRow[]>();
  for (const row of rows) {
    if (!isExercise(row)) continue;
    const key = `${row.transactionCode} ${row.transactionDate.value}`;
    const group = together.get(key);
    if (group) group.push(row);
    else together.set(key, [row]);
  }
  return [...together.values()].flatMap(ofOneDay);
}

function ofOneDay(rows: readonly ReportedRow[]): Exercise[] {
  const shares = rows.filter(({ tableNumber }) => tableNumber === "I").map(legOf);
  const derivatives = rows.filter(({ tableNumber }) => tableNumber === "II").map(legOf);
  if (shares.length === 0 || derivatives.length === 0) return [];
  const open = { shares: new Set(shares), derivatives: new Set(derivatives) };
  const found: Exercise[] = [];
  const pair = (isShares: (row: ReportedRow) => boolean, isDerivative: (row: ReportedRow) => boolean) => {
    for (const leg of [...open.shares].filter(({ row }) => isShares(row))) {
      const candidates = [...open.derivatives].filter((other) => isDerivative(other.row) && haveSameShares(leg, other));
      const match = candidates.find((other) => leg.price !== null && leg.price === other.price) ?? candidates[0];
      if (!match) continue;
      open.shares.delete(leg);
      open.derivatives.delete(match);
      found.push({ shares: [leg.row], derivatives: [match.row] });
    }
  };
  pair(isAcquired, (row) => !isAcquired(row));
  // Exercising a put disposes of the shares too, and the letter may be missing or wrong.
  pair(
    () => true,
    () => true,
  );
  const rowsOf = (legs: Iterable<Leg>) => Array.from(legs, ({ row }) => row);
  const whole = asAWhole(rowsOf(open.shares), rowsOf(open.derivatives));
  return whole ? [...found, whole] : found;
}

/** A row with its numbers prepared for comparison. */
type Leg = { row: ReportedRow; own: string | null; underlying: string | null; price: string | null };

function legOf(row: ReportedRow): Leg {
  const price = row.tableNumber === "I" ? row.pricePerShare : row.conversionOrExercisePrice;
  return {
    row,
    own: own(row)?.toFixed() ?? null,
    underlying: underlying(row)?.toFixed() ?? null,
    price: parseDecimal(price.value)?.toFixed() ?? null,
  };
}

const haveSameShares = (shares: Leg, derivative: Leg): boolean =>
  shares.own !== null && (derivative.underlying === shares.own || derivative.own === shares.own);

function asAWhole(shares: readonly ReportedRow[], derivatives: readonly ReportedRow[]): Exercise | null {
  const received = shares.filter((row) => !isDisposedOf(row));
  const given = derivatives.filter((row) => !isAcquired(row));
  if (received.length === 0 || given.length === 0) return null;
  const sum = total(received, own);
  const comesToIt = agree(sum, total(given, underlying)) || agree(sum, total(given, own));
  return comesToIt ? { shares: received, derivatives: given } : null;
}

/** The rows of Tables I and II that are one exercise or conversion, one to one, by row id and both ways. */
export function exercisePairs(rows: readonly ReportedRow[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const { shares, derivatives } of exercises(rows)) {
    const [[one, ...others], [derivative, ...more]] = [shares, derivatives];
    if (!one || !derivative || others.length > 0 || more.length > 0) continue;
    pairs.set(rowId(one), rowId(derivative));
    pairs.set(rowId(derivative), rowId(one));
  }
  return pairs;
}

/** What one code exercised or converted, as each table says it. */
export type ExerciseTotals = { code: string; underlying: string; acquired: string; agrees: boolean };

/** For each exercise code in both tables: underlying shares disposed of in II against shares acquired in I. */
export function exerciseTotals(rows: readonly ReportedRow[]): ExerciseTotals[] {
  const codes = new Set(rows.filter(isExercise).map((row) => row.transactionCode));
  return [...codes].flatMap((code) => {
    const ofCode = rows.filter((row) => isExercise(row) && row.transactionCode === code);
    const acquired = total(
      ofCode.filter((row) => row.tableNumber === "I" && isAcquired(row)),
      own,
    );
    const given = total(
      ofCode.filter((row) => row.tableNumber === "II" && !isAcquired(row)),
      (row) => parseDecimal(row.underlyingSecurityShares.value ?? row.transactionShares.value),
    );
    if (code === null || acquired === null || given === null) return [];
    return [{ code, underlying: given.toFixed(), acquired: acquired.toFixed(), agrees: given.eq(acquired) }];
  });
}

function total(rows: readonly ReportedRow[], amount: (row: ReportedRow) => Big | null): Big | null {
  if (rows.length === 0) return null;
  return rows.reduce<Big | null>((sum, row) => {
    const value = amount(row);
    return sum && value ? sum.plus(value) : null;
  }, new Big(0));
}
