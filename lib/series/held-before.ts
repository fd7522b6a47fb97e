import Big from "big.js";
import { effectiveDay } from "@/lib/holdings/drawn-splits";
import type { HoldingLine } from "./holding-points";
import { monthsBefore } from "./sparkline";

/** The balance of a line some years before its last report, from the latest report up to then; null if there is none. */
export function heldBefore(
  line: HoldingLine,
  years: number,
): { balance: string; asOf: string; isAdjusted: boolean } | null {
  const last = line.points.at(-1);
  if (!last) return null;
  const day = monthsBefore(last.date, 12 * years);
  const point = line.points.findLast(({ date }) => date <= day);
  if (!point) return null;
  // In today's shares, because balances before and after a split cannot be compared.
  const since = line.splits.filter((split) => point.date < effectiveDay(split) && effectiveDay(split) <= last.date);
  const balance = since.reduce((shares, { ratio }) => shares.times(ratio.new).div(ratio.old), new Big(point.reported));
  return {
    balance: since.length === 0 ? balance.toFixed() : balance.round(0, Big.roundDown).toFixed(),
    asOf: point.date,
    isAdjusted: since.length > 0,
  };
}
