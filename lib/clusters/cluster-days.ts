import type Big from "big.js";
import { dayNumber } from "@/lib/values/calendar-day";
import { parseDecimal } from "@/lib/values/decimal";
import type { Cluster } from "./clusters";

/** The trades on one day of a cluster, or on some days in a row. */
export type ClusterDay = {
  date: string;
  /** Its position from the first day, 0, to the last, 1. A cluster of one day is in the middle. */
  at: number;
  /** In dollars; null if no row states a price. For drawing only. */
  value: number | null;
};

/** Marks that are closer than this would overlap by more than half, at the width that a table gives them. */
const APART = 0.09;

/** The days of a cluster with trades, by date. Days that are too close to be drawn apart are added to the first of them. */
export function clusterDays({ from, to, trades }: Pick<Cluster, "from" | "to" | "trades">): ClusterDay[] {
  const values = new Map<string, Big | null>();
  for (const { date, shares, price, currency } of trades) {
    if (date === null) continue;
    const [number, each] = [parseDecimal(shares), currency === null ? parseDecimal(price) : null];
    const value = number && each ? number.times(each) : null;
    const known = values.get(date) ?? null;
    values.set(date, value ? value.plus(known ?? 0) : known);
  }
  const [first = 0, last = 0] = [dayNumber(from) ?? 0, dayNumber(to) ?? 0];
  const days = [...values].map(([date, value]) => ({
    date,
    at: last === first ? 0.5 : ((dayNumber(date) ?? first) - first) / (last - first),
    value: value === null ? null : Number(value),
  }));
  const drawn: ClusterDay[] = [];
  for (const day of days.toSorted((a, b) => a.at - b.at)) {
    const before = drawn.at(-1);
    if (!before || day.at - before.at >= APART) drawn.push(day);
    else if (day.value !== null) before.value = (before.value ?? 0) + day.value;
  }
  return drawn;
}
