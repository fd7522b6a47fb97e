import Big from "big.js";
import { dayNumber } from "@/lib/values/calendar-day";
import { formatDate, formatDateRange, formatMonth } from "@/lib/values/dates";
import { numberFirst } from "@/lib/values/number-words";
import { CLUSTER_TRADES } from "./cluster-rule";
import type { Cluster } from "./clusters";

/** The one with the most insiders, then with the larger value, then the earlier. */
export const largestCluster = (clusters: readonly Cluster[]): Cluster | null =>
  clusters.reduce<Cluster | null>((best, next) => (best === null || isLarger(next, best) ? next : best), null);

const isLarger = (one: Cluster, than: Cluster): boolean =>
  one.insiders.length > than.insiders.length ||
  (one.insiders.length === than.insiders.length && new Big(one.value ?? -1).gt(than.value ?? -1));

/** Days from the first trade to the last, as the rule counts them: 0 if all were on one day. */
const daysSpanned = ({ from, to }: Pick<Cluster, "from" | "to">): number =>
  (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);

/** "Six bought within 21 days in April 2025" */
export function describeCluster({
  code,
  from,
  to,
  insiders,
}: Pick<Cluster, "code" | "from" | "to" | "insiders">): string {
  const who = `${numberFirst(insiders.length)} ${CLUSTER_TRADES[code].did}`;
  const days = daysSpanned({ from, to });
  if (days === 0) return `${who} on ${formatDate(from)}`;
  const within = `${who} within ${days === 1 ? "a day" : `${days} days`}`;
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${within} in ${formatMonth(from)}`
    : `${within}, ${formatDateRange(from, to)}`;
}

type Among = {
  clusters: readonly Cluster[];
  /** "reports began in 2014", "June 3, 2016": how far back we searched for trades. */
  since: string;
};

/** "Six bought within 21 days in April 2025, the largest cluster since reports began in 2014." Null if there is none. */
export function describeLargest({ clusters, since }: Among): string | null {
  const largest = largestCluster(clusters);
  if (!largest) return null;
  return `${describeCluster(largest)}, the ${clusters.length === 1 ? "only" : "largest"} cluster since ${since}.`;
}

export const overlaps = (
  { from, to }: Pick<Cluster, "from" | "to">,
  span: { from: string | null; to: string | null },
): boolean => (span.from === null || to >= span.from) && (span.to === null || from <= span.to);
