import { type IssuerClusters, loadIssuerClusters } from "@/app/issuers/[cik]/clusters";
import { FORMER, type IssuerQuery, ROSTER_PARAM } from "@/app/issuers/[cik]/query";
import { loadRoster, type RosterLine } from "@/app/issuers/[cik]/roster";
import { type IssuerTotals, loadIssuerTotals } from "@/app/issuers/[cik]/totals";
import { type IssuerTrades, lastTwelveMonths, loadIssuerTrades } from "@/app/issuers/[cik]/trades";
import { loadRowMarks } from "@/app/row-marks";
import { findIssuer, type Issuer } from "@/db/queries/issuer";
import { countFilings, listFilings } from "@/db/queries/list-filings";
import { listSplits } from "@/db/queries/list-splits";
import { findPartyNames } from "@/db/queries/party-names";
import { countRoster } from "@/db/queries/roster";
import { database } from "@/db/server/client";
import { clusterRuleParams } from "@/lib/clusters/cluster-rule";
import { printCursor } from "@/lib/filters/cursor";
import { describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import { type FilingFilter, filterUrl, type IgnoredValue } from "@/lib/filters/filing-filter";
import type { Split } from "@/lib/holdings/splits";
import type { ListMarks } from "@/lib/lists/row-marks";
import type { FilingEntry } from "@/lib/record/filing";
import { orderDay } from "@/lib/record/order-day";
import { issuerUrl, transactionsUrl } from "@/lib/urls";
import type { Count } from "@/lib/values/counts";

const LATEST = 10;
const INSIDERS_SHOWN = 50;

export type IssuerView = {
  issuer: Issuer;
  name: string;
  title: string;
  /** The canonical address of this view. */
  url: string;
  filter: FilingFilter;
  ignored: IgnoredValue[];
  /** The filter in words; empty for none. */
  words: string;
  /** What it asks for besides trade dates. */
  wordsBesidesDates: string;
  names: PartyNames;
  /** The day of the newest filing; null where no filing has a date. */
  lastDay: string | null;
  trades: IssuerTrades | null;
  /** Under the filter's trade dates; of all time where it has none. */
  totals: IssuerTotals;
  clusters: IssuerClusters;
  /** The earliest first. */
  splits: Split[];
  /** Who is an insider by all we know, whatever the filter. */
  roster: { insiders: RosterLine[]; inAll: number };
  /** Who was one; `insiders` is null where they were not asked for. */
  former: { insiders: RosterLine[] | null; inAll: number };
  /** What an address of this page keeps besides the filter: the rule of clusters, the open list. */
  kept: [string, string][];
  latest: FilingEntry[];
  marks: ListMarks;
  counts: { rows: Count; filings: Count };
  /** The list that goes on where `latest` ends: the screener under the same filter, from its beginning and from there. */
  allUrl: string;
  next: string | null;
};

/** Everything of an issuer's page; null when no filing reports on this CIK. */
export async function loadIssuerView(
  cik: string,
  { filter, rule, showsFormer, ignored }: IssuerQuery,
): Promise<IssuerView | null> {
  const db = database();
  const issuer = await findIssuer(db, cik);
  if (!issuer) return null;
  const lastDay = dayOf(issuer);
  const ofIssuer: FilingFilter = { ...filter, issuer: [{ cik }] };
  const [trades, totals, clusters, splits, inAll, page, counts, names] = await Promise.all([
    lastDay === null ? null : loadIssuerTrades(db, ofIssuer, lastDay),
    loadIssuerTotals(db, ofIssuer),
    loadIssuerClusters(db, cik, rule),
    listSplits(db, cik),
    countRoster(db, cik),
    listFilings(db, ofIssuer, { after: null, limit: LATEST, onlyTransactions: true }),
    countFilings(db, ofIssuer, true),
    findPartyNames(db, filter),
  ]);
  const asked = { limit: INSIDERS_SHOWN, span: lastDay === null ? null : lastTwelveMonths(lastDay), splits };
  const [now, former, marks] = await Promise.all([
    loadRoster(db, cik, { ...asked, standing: "now" }),
    showsFormer ? loadRoster(db, cik, { ...asked, standing: "former" }) : null,
    loadRowMarks(db, page.entries),
  ]);
  const name = issuer.name ?? `CIK ${cik}`;
  const words = describeFilter(filter, names);
  const kept: IssuerView["kept"] = [...clusterRuleParams(rule), ...(showsFormer ? [openFormer] : [])];
  return {
    issuer,
    name,
    title: words === "" ? name : `${name}: ${words}`,
    url: filterUrl(issuerUrl(cik), filter, Object.fromEntries(kept)),
    filter,
    ignored,
    words,
    wordsBesidesDates: describeFilter({ ...filter, tradedFrom: null, tradedTo: null }, names),
    names,
    lastDay,
    trades,
    totals,
    clusters,
    splits,
    roster: { insiders: now, inAll: inAll.now },
    former: { insiders: former, inAll: inAll.former },
    kept,
    latest: page.entries,
    marks,
    counts,
    allUrl: filterUrl(transactionsUrl(), ofIssuer),
    next: page.next ? filterUrl(transactionsUrl(), ofIssuer, { after: printCursor(page.next) }) : null,
  };
}

const openFormer: [string, string] = [ROSTER_PARAM, FORMER];

function dayOf({ last }: Issuer): string | null {
  if (!last) return null;
  return last.filingDate ?? orderDay(last.orderedAt);
}
