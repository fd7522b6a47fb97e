import type Big from "big.js";
import { parseDecimal } from "@/lib/values/decimal";
import { decimalOf } from "@/paper/cell-values";
import { amountsBySums } from "./amounts-by-sums";
import { balancesBySums, type SignedAmount } from "./balances-by-sums";
import { says } from "./same-texts";
import type { TableToken } from "./table-tokens";

type Parted = { amounts: TableToken[]; balances: TableToken[] };

export type PartedBySums = Parted & {
  signs: (string | undefined)[];
  /** Of each row, whether its place among the rows is confirmed by a sum, or by the rows around it. */
  isConfirmed: boolean[];
  /** Of each row, which series of holdings it goes on, counted. */
  series: number[];
};

/** What is told of a number before: whether it is acquired or disposed of, and whether it can only be an amount or a balance. */
type Told = { sign: string | undefined; isAmount: boolean | undefined };

/** So many ways are tried: jumbled tables of 30 rows need far fewer. */
const MOST_STEPS = 20_000;

/** A form tells the trades of few holdings; with more series, what agrees may do so by chance. */
const MOST_SERIES = 4;

/** How far amounts may come out before their balances, or these before them: what is nearest is tried first. */
const LEADS = [2, 4, 30];

/**
 * The one way to part numbers into amounts and balances, each in its order, so that every balance is an earlier one and its amount:
 * the one before, or that of another series of holdings, of which there are as few as can be.
 */
export function partedBySums(
  tokens: TableToken[],
  numbers: TableToken[],
  count: number,
  toldOf: (token: TableToken) => Told,
): PartedBySums | null {
  const told = toldOfAll(numbers, count, toldOf);
  for (let series = 1; series <= Math.max(1, Math.min(MOST_SERIES, Math.floor(count / 3))); series++) {
    for (const lead of LEADS) {
      const parted = partedWithin(lead, series, tokens, numbers, count, told);
      if (parted !== "none") return parted;
    }
    const jumbled = partedFromJumble(numbers, count, series, told);
    if (jumbled) return jumbled;
  }
  return null;
}

/** One column came out of order, the other in its own: told where there is one way to take the numbers that may be of either. */
function partedFromJumble(
  numbers: TableToken[],
  count: number,
  series: number,
  told: Map<TableToken, Told>,
): PartedBySums | null {
  if (count < 3 || numbers.length !== 2 * count) return null;
  const open = numbers.filter((token) => told.get(token)?.isAmount === undefined);
  const sure = numbers.filter((token) => told.get(token)?.isAmount === true).length;
  if (open.length > MOST_OPEN) return null;
  const found = choicesOf(open, count - sure).flatMap((chosen) => {
    const isAmount = (token: TableToken) => told.get(token)?.isAmount ?? chosen.includes(token);
    const balances = numbers.filter((token) => !isAmount(token));
    const amounts = numbers.filter(isAmount).flatMap((token) => {
      const sign = told.get(token)?.sign;
      return sign === undefined ? [] : [{ token, sign }];
    });
    return amounts.length === count ? jumbled(amounts, balances, series) : [];
  });
  const [only] = found;
  return only && found.every((one) => isSame(only, one)) ? only : null;
}

/** Numbers of which it is open whether they are amounts: with more, too many ways would be tried. */
const MOST_OPEN = 8;

/** All ways to choose so many of some texts. */
function choicesOf(tokens: TableToken[], size: number): TableToken[][] {
  if (size === 0) return [[]];
  return tokens.flatMap((token, at) => choicesOf(tokens.slice(at + 1), size - 1).map((rest) => [token, ...rest]));
}

function jumbled(amounts: SignedAmount[], balances: TableToken[], series: number): PartedBySums[] {
  const byAmounts = balancesBySums(amounts, balances, series);
  const byBalances = series === 1 ? amountsBySums(amounts, balances) : null;
  const of = (ordered: SignedAmount[], held: TableToken[], rows: number[]): PartedBySums => ({
    amounts: ordered.map(({ token }) => token),
    balances: held,
    signs: ordered.map(({ sign }) => sign),
    isConfirmed: ordered.map(() => true),
    series: rows,
  });
  return [
    ...(byAmounts ? [of(amounts, byAmounts.balances, byAmounts.series)] : []),
    ...(byBalances
      ? [
          of(
            byBalances,
            balances,
            balances.map(() => 0),
          ),
        ]
      : []),
  ];
}

/** Where all amounts or all balances are told, the other numbers are those of the other column. */
function toldOfAll(numbers: TableToken[], count: number, toldOf: (token: TableToken) => Told): Map<TableToken, Told> {
  const told = new Map(numbers.map((token) => [token, toldOf(token)]));
  const isAll = (isAmount: boolean) => [...told.values()].filter((one) => one.isAmount === isAmount).length === count;
  const rest = isAll(true) ? false : isAll(false) ? true : undefined;
  return rest === undefined
    ? told
    : new Map([...told].map(([token, one]) => [token, { ...one, isAmount: one.isAmount ?? rest }]));
}

type Step = Parted & {
  /** The last balance of each series, and how many rows it has. */
  ends: Big[];
  rows: number[];
  /** Of each whole row, the balance before its trade; null where a series begins. */
  from: (Big | null)[];
  series: number[];
};

function partedWithin(
  lead: number,
  series: number,
  tokens: TableToken[],
  numbers: TableToken[],
  count: number,
  told: Map<TableToken, Told>,
): PartedBySums | "none" | null {
  const values = new Map(numbers.map((token) => [token, parseDecimal(decimalOf(token.cell.text))]));
  const found: Step[] = [];
  let steps = 0;
  /** With the row that became whole, where one did; null where it begins a series too many. */
  const summed = (step: Step): Step | null => {
    const at = step.from.length;
    const [amount, balance] = [step.amounts[at], step.balances[at]];
    if (!amount || !balance) return step;
    const [change, to] = [values.get(amount), values.get(balance)];
    if (!change || !to) return null;
    const sign = told.get(amount)?.sign;
    const end = step.ends.findIndex(
      (from) => (sign !== "D" && from.plus(change).eq(to)) || (sign !== "A" && from.minus(change).eq(to)),
    );
    const before = step.ends[end];
    if (before)
      return {
        ...step,
        ends: step.ends.with(end, to),
        rows: step.rows.with(end, (step.rows[end] ?? 0) + 1),
        from: [...step.from, before],
        series: [...step.series, end],
      };
    return step.ends.length < series
      ? {
          ...step,
          ends: [...step.ends, to],
          rows: [...step.rows, 1],
          from: [...step.from, null],
          series: [...step.series, step.ends.length],
        }
      : null;
  };
  const go = (at: number, step: Step) => {
    steps += 1;
    if (steps > MOST_STEPS || found.length > 1) return;
    const token = numbers[at];
    if (!token) {
      if (series === 1 || isEachContinued(step)) found.push(step);
      return;
    }
    const { isAmount } = told.get(token) ?? {};
    const { amounts, balances } = step;
    const isLeading = (one: TableToken[], other: TableToken[]) =>
      one.length < count && one.length - other.length < lead;
    const ways = [
      isAmount !== false && isLeading(amounts, balances) ? summed({ ...step, amounts: [...amounts, token] }) : null,
      isAmount !== true && isLeading(balances, amounts) ? summed({ ...step, balances: [...balances, token] }) : null,
    ];
    for (const way of ways) if (way) go(at + 1, way);
  };
  go(0, { amounts: [], balances: [], ends: [], rows: [], from: [], series: [] });
  if (steps > MOST_STEPS) return null;
  const [only, another] = found;
  if (!only) return "none";
  const parted = another && !isSame(only, another) ? found.find((one) => isInColumnOrder(one, found, tokens)) : only;
  if (!parted) return null;
  const signOf = (amount: TableToken, at: number) => {
    const [from, balance] = [parted.from[at], parted.balances[at]];
    const to = balance && values.get(balance);
    return told.get(amount)?.sign ?? (from && to ? (to.gt(from) ? "A" : "D") : undefined);
  };
  return {
    amounts: parted.amounts,
    balances: parted.balances,
    signs: parted.amounts.map(signOf),
    isConfirmed: parted.from.map((from, at) => from !== null || !isAmongFirsts(parted.from, at)),
    series: parted.series,
  };
}

/** A series of one row is none: any balance could be one. */
const isEachContinued = ({ rows }: Step) => rows.every((one) => one > 1);

/** Where several series begin in rows one below the other, no sum tells which of these is which. */
const isAmongFirsts = (from: (Big | null)[], at: number) => from[at - 1] === null || from[at + 1] === null;

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
