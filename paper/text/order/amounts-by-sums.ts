import { parseDecimal } from "@/lib/values/decimal";
import { decimalOf } from "@/paper/cell-values";
import type { SignedAmount } from "./balances-by-sums";
import type { TableToken } from "./table-tokens";

/**
 * Amounts that came out in any order, in the order of their balances: each is what lies between two balances, and the one left over
 * is the first row's. Null where an amount is missing, or two of one size are not the same.
 */
export function amountsBySums(amounts: SignedAmount[], balances: TableToken[]): SignedAmount[] | null {
  const values = balances.map(({ cell }) => parseDecimal(decimalOf(cell.text)));
  const left = [...amounts];
  const found: SignedAmount[] = [];
  for (const [at, to] of values.entries()) {
    const from = values[at - 1];
    if (at === 0) continue;
    if (!from || !to || from.eq(to)) return null;
    const sign = to.gt(from) ? "A" : "D";
    const change = to.minus(from).abs();
    const index = left.findIndex(
      (one) => one.sign === sign && parseDecimal(decimalOf(one.token.cell.text))?.eq(change) === true,
    );
    const [amount] = index === -1 ? [] : left.splice(index, 1);
    if (!amount) return null;
    found.push(amount);
  }
  const [first, another] = left;
  const all = first && !another ? [first, ...found] : null;
  return all?.every((one) => all.every((other) => isAlike(one, other))) ? all : null;
}

/** Of one size and with the same marks, or not of one size. */
const isAlike = ({ token: one }: SignedAmount, { token: other }: SignedAmount) =>
  one.cell.text !== other.cell.text || one.cell.marks.join() === other.cell.marks.join();
