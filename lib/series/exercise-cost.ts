import Big from "big.js";
import { whyLeftOut } from "@/lib/record/counted-trade";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { codeGroup } from "@/lib/record/transaction-codes";
import { transactionValue } from "@/lib/record/transaction-value";
import { parseDecimal } from "@/lib/values/decimal";

/** The cost of shares acquired by exercise; `null` unless every such row of Table I reports a plausible price. */
export function exerciseCost(rows: readonly SeriesRow[]): string | null {
  const exercised = rows.filter(
    ({ row }) =>
      row.tableNumber === "I" &&
      row.kind === "transaction" &&
      row.acquiredDisposedCode.value === "A" &&
      codeGroup(row.transactionCode ?? "") === "exercise",
  );
  const cost = exercised.reduce<Big | null>((sum, source) => {
    const { row } = source;
    const value = parseDecimal(transactionValue(row.transactionShares.value, row.pricePerShare.value));
    return sum && value && whyLeftOut(source) === null ? sum.plus(value) : null;
  }, new Big(0));
  return cost?.gt(0) ? cost.toFixed() : null;
}
