import Big from "big.js";
import type { ClusterRule } from "./cluster-rule";

type RelaxedRule = { label: string; rule: ClusterRule };

const FEWEST_INSIDERS = 2;
const MORE_DAYS = 90;

/** Rules that differ in one part and find more clusters, for a page that found none. */
export function relaxedRules(rule: ClusterRule): RelaxedRule[] {
  const { insiders, days, floor, plan } = rule;
  return [
    ...(insiders > FEWEST_INSIDERS
      ? [{ label: "Two or more insiders", rule: { ...rule, insiders: FEWEST_INSIDERS } }]
      : []),
    ...(days < MORE_DAYS ? [{ label: `Within ${MORE_DAYS} days`, rule: { ...rule, days: MORE_DAYS } }] : []),
    ...(new Big(floor).gt(0) ? [{ label: "Any total value", rule: { ...rule, floor: "0" } }] : []),
    ...(plan ? [] : [{ label: "Include trades under 10b5-1 plans", rule: { ...rule, plan: true } }]),
  ];
}
