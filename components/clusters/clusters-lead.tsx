import { PageLead } from "@/components/site/page-lead";
import { TotalsLeaveOut } from "@/components/site/totals-leave-out";
import { CLUSTER_TRADES } from "@/lib/clusters/cluster-rule";
import { describeCluster, largestCluster } from "@/lib/clusters/describe-cluster";
import { issuerUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatDate, formatDateRange } from "@/lib/values/dates";
import { numberInWords } from "@/lib/values/number-words";
import type { ClustersView } from "@/lib/views/clusters";

/** How many clusters there are in the selected dates, and the largest of them. */
export const ClustersLead = ({ view, usualDays }: { view: ClustersView; usualDays: number }) => {
  const { clusters, rule, span, filter } = view;
  const largest = largestCluster(clusters.map(({ cluster }) => cluster));
  const at = clusters.find(({ cluster }) => cluster === largest)?.issuer;
  return (
    <PageLead
      eyebrow={`Clusters of ${CLUSTER_TRADES[rule.code].many}`}
      title={clustersHeadline(view)}
      standfirst={
        <>
          {span && (
            <>
              {clusters.length === 0 ? (
                "We searched "
              ) : (
                <>
                  <b>{plural(clusters.length, "cluster")}</b> of{" "}
                </>
              )}
              {CLUSTER_TRADES[rule.code].many} made {formatDateRange(span.from, span.to)}
              {filter.tradedFrom === null &&
                `, the ${usualDays} days up to ${filter.tradedTo === null ? "the newest filing" : "this date"}`}
              .{" "}
            </>
          )}
          {largest && at && (
            <>
              {describeCluster(largest)} at <a href={issuerUrl(at.cik)}>{at.name ?? `CIK ${at.cik}`}</a>
              {clusters.length > 1 && ", the largest cluster"}.{" "}
            </>
          )}
          {cutsInWords(view).join(" ")}
          {view.leftOut && <TotalsLeaveOut of={view.leftOut} />}
        </>
      }
    />
  );
};

export function clustersHeadline({ clusters, rule }: Pick<ClustersView, "clusters" | "rule">): string {
  const { many, did } = CLUSTER_TRADES[rule.code];
  if (clusters.length === 0) return `No clusters of ${many}`;
  const issuers = new Set(clusters.map(({ issuer }) => issuer.cik)).size;
  return `At ${numberInWords(issuers)} ${issuers === 1 ? "issuer" : "issuers"}, ${numberInWords(rule.insiders)} or more insiders ${did} within ${plural(rule.days, "day")}`;
}

function cutsInWords({ rule, span, isSpanCut, issuersRead, readFrom }: ClustersView): string[] {
  const { many, did } = CLUSTER_TRADES[rule.code];
  const cuts: string[] = [];
  if (isSpanCut && span) {
    cuts.push(`We show at most one year. Trades before ${formatDate(span.from)} are left out.`);
  }
  if (issuersRead !== null) {
    cuts.push(
      `Only the ${issuersRead.toLocaleString("en-US")} issuers where enough insiders ${did} most recently are included.`,
    );
  }
  if (readFrom !== null) cuts.push(`Only ${many} traded since ${formatDate(readFrom)} are included.`);
  return cuts;
}
