import { parseDecimal } from "@/lib/edgar/decimal";
import { decimalOf } from "@/lib/paper/cell-values";
import { says } from "@/lib/paper/text/order/same-texts";
import type { TableToken } from "@/lib/paper/text/order/table-tokens";

type Parted = { amounts: TableToken[]; balances: TableToken[] };

/** What is told of a number before: whether it is acquired or disposed of, and whether it can only be an amount or a balance. */
type Told = { sign: string | undefined; isAmount: boolean | undefined };

/** So many ways are tried: jumbled tables of 30 rows need far fewer. */
const MOST_STEPS = 20_000;

/** How far amounts may come out before their balances, or these before them: what is nearest is tried first. */
const LEADS = [2, 4, 30];

/** The one way to part numbers into amounts and balances, each in its order, so that every balance is the one before and its amount. */
export function partedBySums(
  tokens: TableToken[],
  numbers: TableToken[],
  count: number,
  toldOf: (token: TableToken) => Told,
): (Parted & { signs: (string | undefined)[] }) | null {
  for (const lead of LEADS) {
    const parted = partedWithin(lead, tokens, numbers, count, toldOf);
    if (parted !== "none") return parted;
  }
  return null;
}

function partedWithin(
  lead: number,
  tokens: TableToken[],
  numbers: TableToken[],
  count: number,
  toldOf: (token: TableToken) => Told,
): (Parted & { signs: (string | undefined)[] }) | "none" | null {
  const told = new Map(numbers.map((token) => [token, toldOf(token)]));
  const values = new Map(numbers.map((token) => [token, parseDecimal(decimalOf(token.cell.text))]));
  const found: Parted[] = [];
  let steps = 0;
  const isSum = ({ amounts, balances }: Parted, at: number): boolean => {
    const [amount, before, after] = [amounts[at], balances[at - 1], balances[at]];
    if (!amount || !after || at === 0) return true;
    const [change, from, to] = [amount, before, after].map((token) => (token ? values.get(token) : null));
    const sign = told.get(amount)?.sign;
    if (!change || !from || !to) return false;
    return (sign !== "D" && from.plus(change).eq(to)) || (sign !== "A" && from.minus(change).eq(to));
  };
  const signOf = ({ balances }: Parted, amount: TableToken, at: number): string | undefined => {
    const [before, after] = [balances[at - 1], balances[at]].map((token) => (token ? values.get(token) : null));
    return told.get(amount)?.sign ?? (before && after ? (after.gt(before) ? "A" : "D") : undefined);
  };
  const go = (at: number, parted: Parted) => {
    steps += 1;
    if (steps > MOST_STEPS || found.length > 1) return;
    const token = numbers[at];
    if (!token) {
      found.push(parted);
      return;
    }
    const { isAmount } = told.get(token) ?? {};
    const { amounts, balances } = parted;
    if (isAmount !== false && amounts.length < count && amounts.length - balances.length < lead) {
      const next = { amounts: [...amounts, token], balances };
      if (isSum(next, amounts.length)) go(at + 1, next);
    }
    if (isAmount !== true && balances.length < count && balances.length - amounts.length < lead) {
      const next = { amounts, balances: [...balances, token] };
      if (isSum(next, balances.length)) go(at + 1, next);
    }
  };
  go(0, { amounts: [], balances: [] });
  if (steps > MOST_STEPS) return null;
  const [only, another] = found;
  if (!only) return "none";
  const parted = another && !isSame(only, another) ? found.find((one) => isInColumnOrder(one, found, tokens)) : only;
  return parted ? { ...parted, signs: parted.amounts.map((amount, at) => signOf(parted, amount, at)) } : null;
}

/** Two ways that say the same: an amount and a balance of one size were taken for each other. */
const isSame = (one: Parted, other: Parted) =>
  one.amounts.every((token, at) => says(token) === says(other.amounts[at] ?? token)) &&
  one.balances.every((token, at) => says(token) === says(other.balances[at] ?? token));

/**
 * What was sold and what is left come to the same sum the other way round in the last row, if nothing follows: there the amount
 * stands before the price and the balance behind it.
 */
function isInColumnOrder({ amounts, balances }: Parted, found: Parted[], tokens: TableToken[]): boolean {
  const isOnlyLast = found.every((other) => other.amounts.slice(0, -1).every((token, at) => token === amounts[at]));
  const [amount, balance] = [amounts.at(-1), balances.at(-1)];
  if (!isOnlyLast || !amount || !balance) return false;
  const between = tokens.slice(tokens.indexOf(amount), tokens.indexOf(balance));
  return between.some(({ kind }) => kind === "price") && between.filter(({ kind }) => kind === "number").length === 1;
}
