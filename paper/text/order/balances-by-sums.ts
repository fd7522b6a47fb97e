import type Big from "big.js";
import { parseDecimal } from "@/lib/values/decimal";
import { decimalOf } from "@/paper/cell-values";
import type { TableToken } from "./table-tokens";

/** So many ways are tried: a table of 30 rows in three series needs far fewer. */
const MOST_STEPS = 5_000;

export type SignedAmount = { token: TableToken; sign: string };

/**
 * Balances that came out in any order, in the order of their amounts: the one way to give every row one of them so that each is the
 * one before and its amount, in as many series as said, each of two rows or more. Null where there is none, or another.
 */
export function balancesBySums(
  amounts: SignedAmount[],
  balances: TableToken[],
  series: number,
): { balances: TableToken[]; series: number[] } | null {
  const decimals = new Map(
    [...amounts.map(({ token }) => token), ...balances].map((token) => [
      token,
      parseDecimal(decimalOf(token.cell.text)),
    ]),
  );
  const decimalIn = (token: TableToken) => decimals.get(token) ?? null;
  const changes = amounts.map(({ token }) => decimalIn(token));
  const found: { balances: TableToken[]; series: number[] }[] = [];
  let steps = 0;
  const afterOf = (before: TableToken | undefined, at: number): Big | null => {
    const [from, change] = [before ? decimalIn(before) : null, changes[at]];
    if (!from || !change) return null;
    return amounts[at]?.sign === "A" ? from.plus(change) : from.minus(change);
  };
  const go = (given: TableToken[], left: TableToken[], rows: number[], isNew: boolean) => {
    steps += 1;
    if (steps > MOST_STEPS || found.length > 1) return;
    const begun = new Set(rows).size;
    if (left.length === 0) {
      if (begun === series && !isNew) found.push({ balances: given, series: rows });
      return;
    }
    const at = given.length;
    const after = afterOf(given.at(-1), at);
    const next = after && left.find((token) => decimalIn(token)?.eq(after));
    if (next) go([...given, next], without(left, next), [...rows, begun - 1], false);
    if (isNew || begun === series) return;
    const firsts = left.filter((token, index) => left.findIndex((one) => isSame(one, token)) === index);
    for (const token of firsts) go([...given, token], without(left, token), [...rows, begun], true);
  };
  go([], balances, [], false);
  const [only, another] = found;
  return only && !another && steps <= MOST_STEPS ? only : null;
}

const without = (tokens: TableToken[], token: TableToken) => tokens.filter((one) => one !== token);

const isSame = (one: TableToken, other: TableToken) =>
  one.cell.text === other.cell.text && one.cell.marks.join() === other.cell.marks.join();
