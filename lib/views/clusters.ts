import type { ClusterRule } from "@/lib/clusters/cluster-rule";
import type { Cluster } from "@/lib/clusters/clusters";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { LeftOut } from "./lists";
import type { DateSpan } from "./party";

export type IssuerCluster = {
  issuer: { cik: string; name: string | null; tradingSymbol: string | null };
  cluster: Cluster;
};

/** Clusters of purchases, or of sales, of all issuers. */
export type ClustersView = {
  title: string;
  /** The canonical address of this view. */
  url: string;
  filter: FilingFilter;
  rule: ClusterRule;
  ignored: IgnoredValue[];
  /** The trade dates searched; null if no filing date is known. */
  span: DateSpan | null;
  /** Whether the requested dates covered a longer period. */
  isSpanCut: boolean;
  /** How many issuers were searched, if there are more; null if all were. */
  issuersRead: number | null;
  /** The first trade date from which trades were read, if that cuts clusters; null if it does not. */
  readFrom: string | null;
  /** Trades in the span that clusters leave out; null without a span. */
  leftOut: LeftOut | null;
  /** All clusters that touch the span, newest first. */
  clusters: IssuerCluster[];
};
