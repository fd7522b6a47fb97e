import { listClusterTrades } from "@/db/queries/list-cluster-trades";
import type { Db } from "@/db/server/client";
import type { ClusterRule } from "@/lib/clusters/cluster-rule";
import { clusters } from "@/lib/clusters/clusters";
import type { ClustersOfIssuer } from "@/lib/views/issuer";

/** If an issuer has more purchases or sales than this, only the newest are read. */
const MOST_TRADES = 5_000;

/** Clusters of purchases or sales of one issuer's shares, regardless of the page's dates and other filters. */
export async function loadIssuerClusters(db: Db, issuerCik: string, rule: ClusterRule): Promise<ClustersOfIssuer> {
  const { rows, readFrom } = await listClusterTrades(db, [issuerCik], { code: rule.code, limit: MOST_TRADES });
  return { rule, all: clusters(rows, rule), readFrom };
}
