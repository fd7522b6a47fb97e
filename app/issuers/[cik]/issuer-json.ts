import { siteUrl } from "@/app/site-url";
import type { IssuerAnswer, RosterInsiderAnswer } from "@/lib/answers/issuer";
import { describeRule } from "@/lib/clusters/cluster-rule";
import { overlaps } from "@/lib/clusters/describe-cluster";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { matchingRows } from "@/lib/lists/matching-rows";
import { reportingOwner } from "@/lib/record/reporting-owner";
import { clusterRecord } from "@/lib/representations/cluster-record";
import { filterRecord } from "@/lib/representations/filter-record";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { rowRecord } from "@/lib/representations/row-columns";
import { inFormat, insiderUrl, issuerUrl } from "@/lib/urls";
import type { IssuerView, RosterInsider } from "@/lib/views/issuer";

/** An issuer's page as data: its newest rows, `next` for those that follow, and its insiders, regardless of the filter. */
export const issuerJson = ({ lead, filters: { filter }, latest, ...view }: IssuerView): IssuerAnswer => ({
  title: view.title,
  url: siteUrl() + view.url,
  filter: filterRecord(filter),
  ignored: view.ignored,
  asOf: view.asOf && { ...view.asOf, presentUrl: siteUrl() + view.asOf.presentUrl },
  count: latest.counts.rows.count,
  countAtLeast: latest.counts.rows.countAtLeast,
  filings: latest.counts.filings,
  issuer: { ...lead.issuer, url: siteUrl() + issuerUrl(lead.issuer.cik) },
  sums: lead.trades && {
    tradedFrom: lead.trades.span.from,
    tradedTo: lead.trades.span.to,
    purchases: lead.trades.sums.bought,
    sales: lead.trades.sums.sold,
    /** Those of Table II, which are in neither `purchases` nor `sales`. */
    derivatives: { purchases: lead.trades.sums.derivatives.bought, sales: lead.trades.sums.derivatives.sold },
    contradicting: lead.trades.sums.contradicting,
    otherCurrency: lead.trades.sums.otherCurrency,
    unsure: lead.trades.sums.unsure,
    leftOut: leftOutRecord(lead.trades.leftOut),
  },
  totals: view.totals,
  leftOut: leftOutRecord(view.leftOut),
  ...clustersRecord(view.clusters, filter),
  splits: view.splits,
  lateness: view.lateness.record,
  series: lead.trades && { unit: lead.trades.series.unit, bins: lead.trades.series.bins },
  roster: view.roster.now.insiders.map(rosterRecord),
  rosterInAll: view.roster.now.inAll,
  /** Only with `roster=former`; otherwise null. */
  former: view.roster.former.insiders?.map(rosterRecord) ?? null,
  formerInAll: view.roster.former.inAll,
  rows: latest.entries.flatMap((entry) => matchingRows(entry, filter).map((row) => rowRecord(entry, row, siteUrl()))),
  next: latest.next ? siteUrl() + inFormat(latest.next, "json") : null,
});

/** The clusters that overlap the filter's trade dates, or all if it has none. */
const clustersRecord = ({ rule, all, readFrom }: IssuerView["clusters"], filter: FilingFilter) => ({
  clusters: all
    .filter((cluster) => overlaps(cluster, { from: filter.tradedFrom, to: filter.tradedTo }))
    .map(clusterRecord),
  clusterRule: { ...rule, words: describeRule(rule), purchasesReadFrom: readFrom },
});

const rosterRecord = ({
  owner,
  role,
  first,
  last,
  filings,
  hasLeft,
  noSecuritiesOwned,
  holdings,
  bought,
  sold,
  lastTrade,
}: RosterInsider): RosterInsiderAnswer => ({
  owner: reportingOwner(owner),
  role,
  url: siteUrl() + insiderUrl(owner.cik ?? ""),
  filings,
  first,
  last,
  hasLeft,
  noSecuritiesOwned,
  holdings,
  boughtIn12Months: bought,
  soldIn12Months: sold,
  lastTrade: lastTrade && {
    ...rowRecord(lastTrade.entry, lastTrade.row, siteUrl()),
    underPlan: lastTrade.underPlan,
  },
});
