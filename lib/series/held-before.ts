import Big from "big.js";
import { effectiveDay } from "@/lib/holdings/drawn-splits";
import type { HoldingLine } from "./holding-panels";
import { monthsBefore } from "./sparkline";

/** What a line stood at some years before its last report, by the last report until then; null where it had none. */
export function heldBefore(
  line: HoldingLine,
  years: number,
): { balance: string; asOf: string; isAdjusted: boolean } | null {
  const last = line.points.at(-1);
  if (!last) return null;
  const day = monthsBefore(last.date, 12 * years);
  const point = line.points.findLast(({ date }) => date <= day);
  if (!point) return null;
  // In today's shares: a balance before a split says nothing beside one after it.
  const since = line.splits.filter((split) => point.date < effectiveDay(split) && effectiveDay(split) <= last.date);
  const balance = since.reduce((shares, { ratio }) => shares.times(ratio.new).div(ratio.old), new Big(point.reported));
  return {
    balance: since.length === 0 ? balance.toFixed() : balance.round(0, Big.roundDown).toFixed(),
    asOf: point.date,
    isAdjusted: since.length > 0,
  };
}
