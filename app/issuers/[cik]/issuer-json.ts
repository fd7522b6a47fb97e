import type { RosterLine } from "@/app/issuers/[cik]/roster";
import type { IssuerView } from "@/app/issuers/[cik]/view";
import { siteUrl } from "@/app/site-url";
import { matchingRows } from "@/lib/filters/matching-rows";
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
    filingsRead: view.trades.readOnly,
  },
  series: view.trades && { unit: view.trades.series.unit, bins: view.trades.series.bins },
  roster: view.roster.insiders.map(rosterRecord),
  rosterInAll: view.roster.inAll,
  rows: view.latest.flatMap((entry) =>
    matchingRows(entry.rows, view.filter).map((row) => rowRecord(entry, row, siteUrl())),
  ),
  next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
});

const rosterRecord = ({
  owner,
  first,
  last,
  filings,
  hasLeft,
  noSecuritiesOwned,
  holdings,
  lastTrade,
}: RosterLine) => ({
  owner,
  url: siteUrl() + insiderUrl(owner.cik ?? ""),
  filings,
  first,
  last,
  hasLeft,
  noSecuritiesOwned,
  holdings,
  lastTrade: lastTrade && {
    ...rowRecord(lastTrade.entry, lastTrade.row, siteUrl()),
    underPlan: lastTrade.underPlan,
  },
});
