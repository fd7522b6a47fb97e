import type { ClusterAnswer } from "@/lib/answers/clusters";
import type { Cluster } from "@/lib/clusters/clusters";

/** A cluster as JSON lists it, with the row of each trade: under `purchases`, also if `code` says that they are sales. */
export const clusterRecord = ({ trades, ...cluster }: Cluster): ClusterAnswer => ({
  ...cluster,
  purchases: trades.map(({ rowKey, date, shares, price, underPlan }) => ({
    row: rowKey,
    date,
    shares,
    price,
    underPlan,
  })),
});
