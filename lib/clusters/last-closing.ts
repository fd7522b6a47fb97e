import type { ClusterRule } from "./cluster-rule";

/**
 * The last day that closes a span of so many days in which so many insiders traded; null if no span has so many.
 * @param trades in order of their days, which are numbers
 */
export function lastClosing(
  trades: readonly { day: number; insider: string }[],
  { insiders, days }: Pick<ClusterRule, "insiders" | "days">,
): number | null {
  const within = new Map<string, number>();
  let [last, first]: [number | null, number] = [null, 0];
  for (const { day, insider } of trades) {
    within.set(insider, (within.get(insider) ?? 0) + 1);
    for (let left = trades[first]; left && day - left.day > days; left = trades[++first]) {
      const rest = (within.get(left.insider) ?? 0) - 1;
      if (rest > 0) within.set(left.insider, rest);
      else within.delete(left.insider);
    }
    if (within.size >= insiders) last = day;
  }
  return last;
}
