import { clustersHeadline } from "@/components/clusters/clusters-lead";
import type { Card } from "@/lib/cards/card";
import { CLUSTER_TRADES } from "@/lib/clusters/cluster-rule";
import { shortIssuerName } from "@/lib/names/names";
import { plural } from "@/lib/values/counts";
import { formatDateRange } from "@/lib/values/dates";
import { formatSummary } from "@/lib/values/money";
import type { ClustersView } from "@/lib/views/clusters";

/** The card of the list of clusters: how many there are, and the newest. */
export function clustersCard(view: ClustersView): Card {
  const { clusters, rule, span } = view;
  return {
    eyebrow: [
      `Clusters of ${CLUSTER_TRADES[rule.code].many}`,
      ...(span ? [`traded ${formatDateRange(span.from, span.to)}`] : []),
    ],
    headline: clustersHeadline(view),
    sentence: null,
    amended: null,
    body:
      clusters.length === 0
        ? null
        : {
            kind: "rows",
            columns: [
              { label: "Issuer", width: 400, align: "start" },
              { label: "Insiders", width: 150, align: "start" },
              { label: "Traded", width: 300, align: "start" },
              { label: "Value", width: 162, align: "end" },
            ],
            rows: clusters.map(({ issuer, cluster: { from, to, insiders, value } }) => ({
              mark: null,
              cells: [
                issuer.name === null ? `CIK ${issuer.cik}` : shortIssuerName(issuer.name),
                plural(insiders.length, "insider"),
                formatDateRange(from, to, "short") ?? "—",
                formatSummary(value) ?? "—",
              ],
            })),
            inAll: clusters.length,
          },
  };
}
