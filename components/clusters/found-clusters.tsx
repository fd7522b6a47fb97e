import { EmptyState } from "@/components/ui/empty-state";
import { type ClusterRule, clusterRuleParams, describeRule } from "@/lib/clusters/cluster-rule";
import { relaxedRules } from "@/lib/clusters/relaxed-rules";
import { type FilingFilter, filterUrl } from "@/lib/filters/filing-filter";
import { rangesTurnedRound } from "@/lib/filters/relaxed-filters";
import type { ReadingNames } from "@/lib/record/filing-names";
import { clustersUrl } from "@/lib/urls";
import type { ClustersView } from "@/lib/views/clusters";
import type { BroaderList } from "@/lib/views/nothing-found";
import { ClusterTable } from "./cluster-table";

/** The clusters in the selected dates, or what to try if there are none. The head of the page has said that there are none. */
export const FoundClusters = ({ view, names }: { view: ClustersView; names: ReadingNames }) =>
  view.clusters.length === 0 ? (
    <EmptyState
      title={view.span ? "What to try" : "No filings with a filing date yet"}
      relaxed={view.span ? broader(view) : []}
      clearHref={view.url === clustersUrl() ? undefined : clustersUrl()}
    >
      A cluster is {describeRule(view.rule)}.
    </EmptyState>
  ) : (
    <ClusterTable found={view.clusters} names={names} rule={view.rule} caption={`${view.title}, newest first`} />
  );

/** Not counted, because that takes as long as this page for each of them. */
function broader({ filter, rule }: ClustersView): BroaderList[] {
  const at = (label: string, to: { filter?: FilingFilter; rule?: ClusterRule }): BroaderList => ({
    label,
    href: filterUrl(clustersUrl(), to.filter ?? filter, Object.fromEntries(clusterRuleParams(to.rule ?? rule))),
    count: "not counted",
  });
  // No rule finds anything in a range that ends before it starts.
  const swapped = rangesTurnedRound(filter).map(({ label, filter }) => at(label, { filter }));
  return swapped.length > 0 ? swapped : relaxedRules(rule).map(({ label, rule }) => at(label, { rule }));
}
