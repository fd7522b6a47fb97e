import { listPurchases } from "@/db/queries/list-purchases";
import type { Db } from "@/db/server/client";
import type { ClusterRule } from "@/lib/clusters/cluster-rule";
import { clusters } from "@/lib/clusters/clusters";
import type { IssuerClusters } from "@/lib/views/issuer";

/** More purchases of one issuer are not looked at: the newest are. */
const MOST_PURCHASES = 5_000;

/** Clusters of purchases of one issuer's shares, whatever the dates and other filters of the page. */
export async function loadIssuerClusters(db: Db, issuerCik: string, rule: ClusterRule): Promise<IssuerClusters> {
  const { rows, readFrom } = await listPurchases(db, [issuerCik], { limit: MOST_PURCHASES });
  return { rule, all: clusters(rows, rule), readFrom };
}
