import { readAsOfDay } from "@/app/as-of";
import { CLUSTER_PARAMS, type ClusterRule, readClusterRule } from "@/lib/clusters/cluster-rule";
import { type FilingFilter, type IgnoredValue, type Params, parseFilter } from "@/lib/filters/filing-filter";
import { AS_OF_PARAM, ISSUER_FILTERS, ROSTER_PARAM } from "@/lib/filters/page-filters";

export const FORMER = "former";

export type IssuerQuery = {
  filter: FilingFilter;
  /** The rule by which purchases count as a cluster. */
  rule: ClusterRule;
  showsFormer: boolean;
  /** The day at whose end the page shows what was known; null for the present. */
  asOf: string | null;
  ignored: IgnoredValue[];
};

/** Parses the address, without reading the database. */
export function readIssuerQuery(params: Params): IssuerQuery {
  const pairs = [...params];
  const { filter, ignored } = parseFilter(pairs, {
    only: ISSUER_FILTERS,
    others: [...CLUSTER_PARAMS, ROSTER_PARAM, AS_OF_PARAM],
  });
  const asOf = readAsOfDay(pairs, ignored);
  const { rule, ignored: unreadRule } = readClusterRule(pairs);
  const asked = pairs.flatMap(([name, value]) => (name === ROSTER_PARAM ? value.trim() : []));
  const unread = asked
    .filter((value) => value !== "" && value !== FORMER)
    .map((value): IgnoredValue => ({ kind: "value", name: ROSTER_PARAM, value, reason: `not ${FORMER}` }));
  return { filter, rule, showsFormer: asked.includes(FORMER), asOf, ignored: [...ignored, ...unreadRule, ...unread] };
}
