import type { Cluster } from "@/lib/clusters/clusters";

/** A cluster of purchases as JSON lists it, with the row of each purchase. */
export const clusterRecord = ({ purchases, ...cluster }: Cluster) => ({
  ...cluster,
  purchases: purchases.map(({ rowKey, date, shares, price, underPlan }) => ({
    row: rowKey,
    date,
    shares,
    price,
    underPlan,
  })),
});
