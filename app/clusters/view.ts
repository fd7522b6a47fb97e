import { cache } from "react";
import { loadLeftOut } from "@/app/left-out";
import { askedParams } from "@/app/search-params";
import { findIssuerLabels } from "@/db/queries/issuer";
import { listClusterIssuers } from "@/db/queries/list-cluster-issuers";
import { type ClusterTrade, listClusterTrades } from "@/db/queries/list-cluster-trades";
import { findNewestDay } from "@/db/queries/summarize-trades";
import { database } from "@/db/server/client";
import {
  CLUSTER_PARAMS,
  CLUSTER_TRADES,
  type ClusterRule,
  clusterRuleParams,
  readClusterRule,
} from "@/lib/clusters/cluster-rule";
import { clusters } from "@/lib/clusters/clusters";
import { overlaps } from "@/lib/clusters/describe-cluster";
import {
  type FilingFilter,
  type FilterName,
  filterUrl,
  type IgnoredValue,
  type Params,
  parseFilter,
} from "@/lib/filters/filing-filter";
import { clustersUrl } from "@/lib/urls";
import { compareText, laterOf } from "@/lib/values/compare-text";
import { formatDateRange } from "@/lib/values/dates";
import { daysBefore } from "@/lib/values/days-before";
import type { ClustersView, IssuerCluster } from "@/lib/views/clusters";

export const CLUSTER_FILTERS: readonly FilterName[] = ["tradedFrom", "tradedTo"];

/** The span when no trade dates are given, counted back from the newest filing. */
export const USUAL_DAYS = 90;
/** Longer spans are shortened to this, because every trade in the span is read. */
const MOST_DAYS = 366;
/** Trades of the three years before the span show who files together. */
const DAYS_BEFORE = 3 * 365;
const MOST_ISSUERS = 500;
const MOST_TRADES = 30_000;

export type ClustersQuery = { filter: FilingFilter; rule: ClusterRule; ignored: IgnoredValue[] };

/** Parses the address, without reading the database. */
export function readClustersQuery(params: Params): ClustersQuery {
  const pairs = [...params];
  const { filter, ignored } = parseFilter(pairs, { only: CLUSTER_FILTERS, others: CLUSTER_PARAMS });
  const { rule, ignored: unreadRule } = readClusterRule(pairs);
  return { filter, rule, ignored: [...ignored, ...unreadRule] };
}

/** Cached per request, because the page and its metadata both load it. */
export const loadClustersPage = cache(async () => loadClustersView(readClustersQuery(await askedParams())));

/** Clusters of purchases or sales at all issuers that touch a span of trade dates. */
export async function loadClustersView({ filter, rule, ignored }: ClustersQuery): Promise<ClustersView> {
  const db = database();
  const newest = await findNewestDay(db);
  const asked = spanOf(filter, newest);
  const span = asked && { ...asked, from: laterOf(asked.from, daysBefore(asked.to, MOST_DAYS - 1)) };
  const when = span ? formatDateRange(span.from, span.to) : null;
  const view = {
    title: `Clusters of ${CLUSTER_TRADES[rule.code].many}${when === null ? "" : `, ${when}`}`,
    url: filterUrl(clustersUrl(), filter, Object.fromEntries(clusterRuleParams(rule))),
    filter,
    rule,
    ignored,
    span,
    isSpanCut: span?.from !== asked?.from,
  };
  if (!span) return { ...view, issuersRead: null, readFrom: null, leftOut: null, clusters: [] };

  // A cluster that overlaps the span can extend beyond it by this much.
  const reach = { from: daysBefore(span.from, rule.days), to: daysBefore(span.to, -rule.days) };
  const { ciks, isCut } = await listClusterIssuers(db, {
    code: rule.code,
    ...reach,
    insiders: rule.insiders,
    days: rule.days,
    limit: MOST_ISSUERS,
  });
  const [{ rows, readFrom }, issuers, leftOut] = await Promise.all([
    listClusterTrades(db, ciks, {
      code: rule.code,
      limit: MOST_TRADES,
      filedSince: daysBefore(reach.from, DAYS_BEFORE),
    }),
    findIssuerLabels(db, ciks),
    loadLeftOut(db, { ...filter, code: [rule.code], tradedFrom: span.from, tradedTo: span.to }),
  ]);
  const found = [...byIssuer(rows)].flatMap(([cik, trades]) => {
    const issuer = issuers.get(cik) ?? { cik, name: null, tradingSymbol: null };
    return clusters(trades, rule)
      .filter((cluster) => overlaps(cluster, span))
      .map((cluster): IssuerCluster => ({ issuer, cluster }));
  });
  return {
    ...view,
    issuersRead: isCut ? ciks.length : null,
    readFrom: readFrom !== null && readFrom > reach.from ? readFrom : null,
    leftOut,
    clusters: found.sort(newestFirst),
  };
}

/** The dates in the filter. The end defaults to the newest filing, the start to the usual number of days before the end. */
function spanOf({ tradedFrom, tradedTo }: FilingFilter, newest: string | null): ClustersView["span"] {
  const to = tradedTo ?? (tradedFrom !== null && newest !== null && tradedFrom > newest ? tradedFrom : newest);
  if (to === null) return null;
  return { from: tradedFrom ?? daysBefore(to, USUAL_DAYS - 1), to };
}

function byIssuer(rows: readonly ClusterTrade[]): Map<string, ClusterTrade[]> {
  const trades = new Map<string, ClusterTrade[]>();
  for (const row of rows) {
    const known = trades.get(row.issuerCik);
    if (known) known.push(row);
    else trades.set(row.issuerCik, [row]);
  }
  return trades;
}

const newestFirst = ({ cluster: a, issuer: one }: IssuerCluster, { cluster: b, issuer: other }: IssuerCluster) =>
  compareText(b.to, a.to) || b.insiders.length - a.insiders.length || compareText(one.cik, other.cik);
