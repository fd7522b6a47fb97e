import { EmptyState } from "@/components/ui/empty-state";
import { CLUSTER_TRADES, clusterRuleParams, describeRule } from "@/lib/clusters/cluster-rule";
import { filterUrl } from "@/lib/filters/filing-filter";
import { rangesTurnedRound } from "@/lib/filters/relaxed-filters";
import type { ReadingNames } from "@/lib/record/filing-names";
import { clustersUrl } from "@/lib/urls";
import { formatDateRange } from "@/lib/values/dates";
import type { ClustersView } from "@/lib/views/clusters";
import { ClusterTable } from "./cluster-table";

/** The clusters in the selected dates, or a message that there are none. */
export const FoundClusters = ({ view, names }: { view: ClustersView; names: ReadingNames }) =>
  view.clusters.length === 0 ? (
    <EmptyState
      title={
        view.span
          ? `No clusters of ${CLUSTER_TRADES[view.rule.code].many} made ${formatDateRange(view.span.from, view.span.to)}`
          : "No filings with a filing date yet"
      }
      relaxed={rangesTurnedRound(view.filter).map(({ label, filter }) => ({
        label,
        href: filterUrl(clustersUrl(), filter, Object.fromEntries(clusterRuleParams(view.rule))),
        count: "not counted",
      }))}
      clearHref={view.url === clustersUrl() ? undefined : clustersUrl()}
    >
      A cluster is {describeRule(view.rule)}.
    </EmptyState>
  ) : (
    <ClusterTable found={view.clusters} names={names} rule={view.rule} caption={`${view.title}, newest first`} />
  );
