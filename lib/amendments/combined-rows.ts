import Big from "big.js";
import { parseDecimal } from "@/lib/values/decimal";
import { type ComparedRow, rowsBy, trade } from "./compared-row";
import type { RowMatching } from "./row-matching";

/**
 * Trades that an amendment splits or combines: a different number of other rows with the same total of shares and the same final
 * balance. Open rows are paired in order. If there were more rows than the amendment has, the rest are listed with the row that
 * includes them.
 */
export function combineRows(matching: RowMatching): Map<ComparedRow, ComparedRow> {
  const combined = new Map<ComparedRow, ComparedRow>();
  const open = matching.openStanding().filter(({ kind }) => kind === "transaction");
  if (open.length === 0) return combined;
  const standing = rowsBy(matching.standing, trade);
  const restating = rowsBy(matching.restating, trade);
  const openRestating = rowsBy(matching.openRestating(), trade);
  for (const [key, rows] of rowsBy(open, trade)) {
    const [before, after] = [standing.get(key) ?? [], restating.get(key) ?? []];
    if (before.length === after.length || !comeToTheSame(before, after)) continue;
    const left = openRestating.get(key) ?? [];
    rows.forEach((row, index) => {
      const by = left[index];
      const last = after.at(-1);
      if (by) matching.pair({ standing: row, restating: by });
      else if (last) combined.set(row, last);
    });
  }
  return combined;
}

function comeToTheSame(before: readonly ComparedRow[], after: readonly ComparedRow[]): boolean {
  const balance = before.at(-1)?.balance;
  if (!balance || balance !== after.at(-1)?.balance) return false;
  const sum = sumOf(before);
  return sum !== null && sumOf(after)?.eq(sum) === true;
}

function sumOf(rows: readonly ComparedRow[]): Big | null {
  let sum = new Big(0);
  for (const { amount } of rows) {
    const shares = parseDecimal(amount);
    if (!shares) return null;
    sum = sum.plus(shares);
  }
  return sum;
}
