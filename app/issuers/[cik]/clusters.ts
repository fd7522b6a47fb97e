import { listPurchases } from "@/db/queries/list-purchases";
import type { Db } from "@/db/server/client";
import type { ClusterRule } from "@/lib/clusters/cluster-rule";
import { type Cluster, clusters } from "@/lib/clusters/clusters";

/** More purchases of one issuer are not looked at: the newest are. */
const MOST_PURCHASES = 5_000;

export type IssuerClusters = {
  rule: ClusterRule;
  /** Over all time, the earliest first. */
  all: Cluster[];
  /** The trade date from which on purchases were looked at, where there are more than can be; null where all were. */
  readFrom: string | null;
};

/** Clusters of purchases of one issuer's shares, whatever the dates and other filters of the page. */
export async function loadIssuerClusters(db: Db, issuerCik: string, rule: ClusterRule): Promise<IssuerClusters> {
  const { rows, readFrom } = await listPurchases(db, [issuerCik], { limit: MOST_PURCHASES });
  return { rule, all: clusters(rows, rule), readFrom };
}
