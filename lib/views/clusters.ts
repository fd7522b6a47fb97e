import type { ClusterRule } from "@/lib/clusters/cluster-rule";
import type { Cluster } from "@/lib/clusters/clusters";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { DateSpan } from "./issuer";

export type IssuerCluster = {
  issuer: { cik: string; name: string | null; tradingSymbol: string | null };
  cluster: Cluster;
};

/** Clusters of purchases of all issuers. */
export type ClustersView = {
  title: string;
  /** The canonical address of this view. */
  url: string;
  filter: FilingFilter;
  rule: ClusterRule;
  ignored: IgnoredValue[];
  /** The trade dates looked at; null where no filing date is known. */
  span: DateSpan | null;
  /** Whether the dates asked for were longer. */
  isSpanCut: boolean;
  /** How many issuers were looked at, where there are more; null where all were. */
  issuersRead: number | null;
  /** The trade date from which on purchases were read, where that cuts clusters; null where it does not. */
  readFrom: string | null;
  /** All that touch the span, the newest first. */
  clusters: IssuerCluster[];
};
