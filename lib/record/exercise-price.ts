import type { ReportedRow } from "./reported-row";

const isPriced = (row: ReportedRow) => Number(row.conversionOrExercisePrice.value ?? 0) > 0;

/**
 * Whether a row belongs to a derivative with an exercise price: its own on Table II; for a row of Table I that of the
 * Table II row of the same code and shares, or of any of the same code where none agrees. Tells an exercise from a conversion.
 */
export function hasExercisePrice(row: ReportedRow, rowsOfFiling: readonly ReportedRow[]): boolean {
  if (row.tableNumber === "II") return isPriced(row);
  const sides = rowsOfFiling.filter(
    (other) => other.tableNumber === "II" && other.transactionCode === row.transactionCode,
  );
  const same = sides.filter((other) => other.transactionShares.value === row.transactionShares.value);
  return (same.length > 0 ? same : sides).some(isPriced);
}
