import type Big from "big.js";
import { formatDecimal } from "@/lib/values/decimals";
import type { PaperCheck } from "@/paper/form/paper-reading";
import { pointerTo, type RowToCheck } from "./read-row";

/**
 * Checks the balances of neighbouring rows of one security and vehicle: the previous balance plus or minus the trade must equal
 * the next one. Some forms list the newest trade first, so the reverse order confirms too.
 */
export function balanceChecks(rows: RowToCheck[]): PaperCheck[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (!before || before.line !== row.line) return [];
    const forward = sum(before, row);
    const backward = sum(row, before);
    const agreeing = [forward, backward].find((one) => one?.agrees);
    const shown = agreeing ?? forward;
    if (!shown) return [];
    return [{ pointers: shown.pointers, outcome: agreeing ? "confirmed" : "contradicted", message: shown.message }];
  });
}

function sum(from: RowToCheck, to: RowToCheck): { agrees: boolean; pointers: string[]; message: string } | null {
  const { shares, letter, owned } = to;
  if (!from.owned || !shares || !owned || (letter !== "A" && letter !== "D")) return null;
  const expected = letter === "A" ? from.owned.plus(shares) : from.owned.minus(shares);
  const agrees = expected.eq(owned);
  const arithmetic = `${print(from.owned)} ${letter === "A" ? "+" : "−"} ${print(shares)} = ${print(expected)}`;
  return {
    agrees,
    pointers: [pointerTo(from, "owned"), pointerTo(to, "shares"), pointerTo(to, "letter"), pointerTo(to, "owned")],
    message: agrees ? arithmetic : `${arithmetic}, and the form says ${print(owned)}`,
  };
}

const print = (value: Big) => formatDecimal(value);
