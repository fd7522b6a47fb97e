import Big from "big.js";
import { namesSplit, type SplitRatio, type SplitStatement, splitStatements } from "@/lib/footnotes/shares/split-ratio";
import type { Gap } from "./gap";

type Balances = Pick<Gap, "before" | "expected" | "reported">;

/** Smaller balances agree with too many ratios. */
const LEAST_BALANCE = 100;
/** Besides n-for-1 and 1-for-n. */
const FRACTIONS: readonly SplitRatio[] = ["3:2", "5:4", "4:3", "5:2", "5:3"].map((text) => {
  const [made = "", of = ""] = text.split(":");
  return { new: made, old: of };
});
const MOST_FOR_ONE = 100;
const MOST_INTO_ONE = 1000;

/**
 * Whether a split of this ratio explains a balance to less than one share: before the row's own change, or after it.
 */
export function fitsSplit({ before, expected, reported }: Balances, ratio: SplitRatio): boolean {
  if (before.lte(0) || reported.lte(0)) return false;
  const change = expected.minus(before);
  const multiplied = (balance: Big) => balance.times(ratio.new).div(ratio.old);
  return [multiplied(before).plus(change), multiplied(expected)].some((balance) => {
    const isWhole = balance.round(0).eq(balance) && reported.round(0).eq(reported);
    return isWhole ? balance.eq(reported) : balance.minus(reported).abs().lt(1);
  });
}

/** Most gaps are too small for a simple ratio, so we skip the division. */
const isFarFrom = (from: Big, to: Big): boolean => to.times(5).gt(from.times(6)) || to.times(5).lt(from.times(3));

/** The simple ratios that explain a balance: 2:1, 3:2, 1:50; none for small balances. */
export function simpleRatios(gap: Balances): SplitRatio[] {
  const { before, expected, reported } = gap;
  const unchanged = reported.minus(expected).plus(before);
  if ([before, expected, reported, unchanged].some((balance) => balance.lt(LEAST_BALANCE))) return [];
  if (!isFarFrom(before, unchanged) && !isFarFrom(expected, reported)) return [];
  const candidates = new Map<string, SplitRatio>();
  const add = (ratio: SplitRatio) => candidates.set(`${ratio.new}:${ratio.old}`, ratio);
  for (const [from, to] of [
    [before, unchanged],
    [expected, reported],
  ] as const) {
    const forOne = to.div(from).round(0);
    const intoOne = from.div(to).round(0);
    if (forOne.gt(1) && forOne.lte(MOST_FOR_ONE)) add({ new: forOne.toFixed(), old: "1" });
    if (intoOne.gt(1) && intoOne.lte(MOST_INTO_ONE)) add({ new: "1", old: intoOne.toFixed() });
  }
  if (reported.gt(expected)) for (const ratio of FRACTIONS) add(ratio);
  return [...candidates.values()].filter((ratio) => fitsSplit(gap, ratio));
}

/**
 * A quick check in floats: false if `simpleRatios` certainly finds none, so that few balances need exact division.
 */
export function mayFitSimpleRatio(before: number, expected: number, reported: number): boolean {
  const unchanged = reported - expected + before;
  if (Math.min(before, expected, reported, unchanged) < LEAST_BALANCE - 1) return false;
  return isNearRatio(before, unchanged) || isNearRatio(expected, reported);
}

function isNearRatio(from: number, to: number): boolean {
  if (isNearTimes(from, to, Math.round(to / from)) || isNearTimes(from, to, 1 / Math.round(from / to))) return true;
  return to > from && FRACTIONS.some((ratio) => isNearTimes(from, to, Number(ratio.new) / Number(ratio.old)));
}

/** One share, plus the rounding error of floats. */
const isNearTimes = (from: number, to: number, times: number): boolean =>
  Math.abs(from * times - to) < 1.01 + to * 1e-9;

/**
 * An upper bound for the chance that a balance with another cause fits a ratio: one share among those nearer to it than to the
 * next ratio, or two if fractions are rounded.
 */
export function chanceOf({ before, reported }: Pick<Balances, "before" | "reported">, { old }: SplitRatio): Big {
  const chance = old === "1" ? new Big(1).div(before) : new Big(old).times(2).div(reported);
  return chance.gt(1) ? new Big(1) : chance;
}

/** The first split among those that a text states which explains the balance. */
export const fittingSplit = (gap: Balances, text: string): SplitStatement | null =>
  namesSplit(text) ? (splitStatements(text).find(({ ratio }) => fitsSplit(gap, ratio)) ?? null) : null;
