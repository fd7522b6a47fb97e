import type { RosterLine } from "@/app/issuers/[cik]/roster";
import type { IssuerView } from "@/app/issuers/[cik]/view";
import { siteUrl } from "@/app/site-url";
import { describeRule } from "@/lib/clusters/cluster-rule";
import { overlaps } from "@/lib/clusters/describe-cluster";
import { matchingRows } from "@/lib/lists/matching-rows";
import { rowId } from "@/lib/record/reported-row";
import { clusterRecord } from "@/lib/representations/cluster-record";
import { filterRecord } from "@/lib/representations/filter-record";
import { rowRecord } from "@/lib/representations/row-columns";
import { inFormat, insiderUrl, issuerUrl } from "@/lib/urls";

/** An issuer's page as data: its newest rows, from which `next` goes on, and its insiders, whatever the filter. */
export const issuerJson = (view: IssuerView) => ({
  title: view.title,
  url: siteUrl() + view.url,
  filter: filterRecord(view.filter),
  ignored: view.ignored,
  count: view.counts.rows.count,
  countAtLeast: view.counts.rows.countAtLeast,
  filings: view.counts.filings,
  issuer: { ...view.issuer, url: siteUrl() + issuerUrl(view.issuer.cik) },
  sums: view.trades && {
    tradedFrom: view.trades.span.from,
    tradedTo: view.trades.span.to,
    purchases: view.trades.sums.bought,
    sales: view.trades.sums.sold,
    contradicting: view.trades.sums.contradicting,
    otherCurrency: view.trades.sums.otherCurrency,
    unsure: view.trades.sums.unsure,
    filingsRead: view.trades.readOnly,
  },
  totals: view.totals,
  ...clustersRecord(view),
  splits: view.splits,
  series: view.trades && { unit: view.trades.series.unit, bins: view.trades.series.bins },
  roster: view.roster.insiders.map(rosterRecord),
  rosterInAll: view.roster.inAll,
  /** With `roster=former` alone: null where they were not asked for. */
  former: view.former.insiders?.map(rosterRecord) ?? null,
  formerInAll: view.former.inAll,
  rows: view.latest.flatMap((entry) =>
    matchingRows(entry, view.filter).map((row) => ({
      ...rowRecord(entry, row, siteUrl()),
      lateness: view.marks[entry.filing.accessionNumber]?.[rowId(row)]?.lateness ?? null,
    })),
  ),
  next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
});

/** Those that touch the trade dates of the filter; all where it has none. */
const clustersRecord = ({ clusters: { rule, all, readFrom }, filter }: IssuerView) => ({
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
}: RosterLine) => ({
  owner,
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
