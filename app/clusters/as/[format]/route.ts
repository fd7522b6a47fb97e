import { loadClustersView, readClustersQuery } from "@/app/clusters/view";
import { paramsOf } from "@/app/search-params";
import { siteFeed } from "@/app/site-feed";
import { siteUrl } from "@/app/site-url";
import { smallTable } from "@/app/whole-table";
import type { ClustersAnswer, FoundClusterAnswer } from "@/lib/answers/clusters";
import { describeRule } from "@/lib/clusters/cluster-rule";
import { describeCluster } from "@/lib/clusters/describe-cluster";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { feedId } from "@/lib/representations/atom";
import { clusterRecord } from "@/lib/representations/cluster-record";
import { filterRecord } from "@/lib/representations/filter-record";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { TABLE_FORMATS } from "@/lib/representations/table";
import { clustersUrl, issuerUrl, transactionsUrl } from "@/lib/urls";
import { formatValue } from "@/lib/values/money";
import type { ClustersView, IssuerCluster } from "@/lib/views/clusters";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const asked = readClustersQuery(paramsOf(request));
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;
  switch (format) {
    case "json":
      return linkedAnswer(request, json(await loadClustersView(asked)));
    case "csv":
    case "ndjson": {
      const { title, clusters } = await loadClustersView(asked);
      return smallTable(request, format, {
        title,
        header: HEADER,
        cells,
        record: foundRecord,
        batches: () => oneBatch(clusters),
      });
    }
    case "atom":
      return atom(await loadClustersView(asked));
    default:
      return noSuchFormat(format, ["json", ...TABLE_FORMATS, "atom"]);
  }
}

const rowsUrl = ({ issuer, cluster: { code, from, to } }: IssuerCluster) =>
  siteUrl() +
  filterUrl(transactionsUrl(), {
    ...NO_FILTER,
    issuer: [{ cik: issuer.cik }],
    code: [code],
    tradedFrom: from,
    tradedTo: to,
  });

const foundRecord = (found: IssuerCluster): FoundClusterAnswer => ({
  issuer: { ...found.issuer, url: siteUrl() + issuerUrl(found.issuer.cik) },
  ...clusterRecord(found.cluster),
  url: rowsUrl(found),
});

const json = (view: ClustersView): ClustersAnswer => ({
  title: view.title,
  url: siteUrl() + view.url,
  filter: filterRecord(view.filter),
  ignored: view.ignored,
  clusterRule: { ...view.rule, words: describeRule(view.rule) },
  tradedFrom: view.span?.from ?? null,
  tradedTo: view.span?.to ?? null,
  /** Whether the span was limited to a year. The next two say whether issuers or trades were limited too. */
  isSpanCut: view.isSpanCut,
  issuersRead: view.issuersRead,
  purchasesReadFrom: view.readFrom,
  leftOut: view.leftOut && leftOutRecord(view.leftOut),
  count: view.clusters.length,
  countAtLeast: view.clusters.length,
  rows: view.clusters.map(foundRecord),
  next: null,
});

const HEADER = [
  "issuer_cik",
  "issuer_name",
  "issuer_trading_symbol",
  "traded_from",
  "traded_to",
  "insiders",
  "owner_ciks",
  "owner_names",
  "purchases",
  "shares",
  "value",
  "value_missing",
  "average_price",
  "rows",
  "url",
  "code",
];

const cells = (found: IssuerCluster): (string | null)[] => {
  const { issuer, cluster } = found;
  return [
    issuer.cik,
    issuer.name,
    issuer.tradingSymbol,
    cluster.from,
    cluster.to,
    String(cluster.insiders.length),
    // Insiders are separated by a bar, owners who file together by a semicolon.
    cluster.insiders.map(({ owners }) => owners.join("; ")).join(" | "),
    cluster.insiders.map(({ names }) => names.join("; ")).join(" | "),
    String(cluster.trades.length),
    cluster.shares,
    cluster.value,
    String(cluster.valueMissing),
    cluster.averagePrice,
    cluster.trades.map(({ rowKey }) => rowKey).join(" "),
    rowsUrl(found),
    // If it is S, what the other columns call purchases are sales.
    cluster.code,
  ];
};

async function* oneBatch<T>(items: T[]) {
  yield items;
}

/** The first trade identifies a cluster, because later trades extend it and do not start another. */
const atom = (view: ClustersView): Response =>
  siteFeed({
    title: view.title,
    url: view.url,
    updated: instantOf(view.clusters[0]?.cluster.to ?? "1970-01-01"),
    entries: view.clusters.map((found) => {
      const { issuer, cluster } = found;
      const names = cluster.insiders.flatMap(({ names: [first] }) => first ?? []);
      const value = cluster.value === null ? "" : `, for ${formatValue(cluster.value)}`;
      return {
        id: feedId(`${clustersUrl()}/${cluster.trades[0]?.rowKey.replace("#", "/")}`),
        title: `${issuer.name ?? `CIK ${issuer.cik}`}: ${describeCluster(cluster)}`,
        url: rowsUrl(found),
        updated: instantOf(cluster.to),
        authors: names,
        summary: `${describeCluster(cluster)}${value}: ${names.join("; ")}.`,
      };
    }),
  });

const instantOf = (day: string) => `${day}T00:00:00.000Z`;
