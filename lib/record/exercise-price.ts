import type { ReportedRow } from "./reported-row";

const isPriced = (row: ReportedRow) => Number(row.conversionOrExercisePrice.value ?? 0) > 0;

/**
 * Whether a row belongs to a derivative with an exercise price, which distinguishes an exercise from a conversion. A row of Table
 * II has its own price. For a row of Table I we take the Table II row with the same code and shares or, if none agrees, any with
 * the same code.
 */
export function hasExercisePrice(row: ReportedRow, rowsOfFiling: readonly ReportedRow[]): boolean {
  if (row.tableNumber === "II") return isPriced(row);
  const sides = rowsOfFiling.filter(
    (other) => other.tableNumber === "II" && other.transactionCode === row.transactionCode,
  );
  const same = sides.filter((other) => other.transactionShares.value === row.transactionShares.value);
  return (same.length > 0 ? same : sides).some(isPriced);
}
