import { ClusterMarks } from "@/components/clusters/cluster-marks";
import { ClusterNames } from "@/components/clusters/cluster-names";
import { ClusterRuleForm } from "@/components/clusters/cluster-rule-form";
import { SectionHead } from "@/components/site/section-head";
import { Money } from "@/components/ui/money";
import { clusterPeople } from "@/lib/clusters/cluster-people";
import { CLUSTER_TRADES } from "@/lib/clusters/cluster-rule";
import type { Cluster } from "@/lib/clusters/clusters";
import { overlaps } from "@/lib/clusters/describe-cluster";
import { filterParams, filterUrl } from "@/lib/filters/filing-filter";
import type { ReadingNames } from "@/lib/record/filing-names";
import { clustersUrl } from "@/lib/urls";
import { formatDate, formatDateRange } from "@/lib/values/dates";
import { formatPrice, formatSummary } from "@/lib/values/money";
import type { IssuerView } from "@/lib/views/issuer";

/** More clusters can be seen by changing the dates in the address. */
const MOST_SHOWN = 6;

type IssuerClustersProps = { clusters: IssuerView["clusters"]; names: ReadingNames; path: string };

/** Clusters of purchases or sales, newest first, and the rule by which we find them. */
export const IssuerClusters = ({ clusters, names, path }: IssuerClustersProps) => {
  const { rule, all, readFrom, filter, drawn, ruleParams, kept } = clusters;
  const inDates = drawn ? all.filter((cluster) => overlaps(cluster, drawn)).toReversed() : [];
  const hrefOf = ({ from, to }: Cluster) =>
    filterUrl(
      path,
      { ...filter, code: [rule.code], tradedFrom: from, tradedTo: to },
      Object.fromEntries([...ruleParams, ...kept]),
    );
  const before = drawn ? all.findLast(({ to }) => to < drawn.from) : all.at(-1);
  return (
    <section aria-labelledby="clusters">
      <SectionHead
        id="clusters"
        title={`Clusters of ${CLUSTER_TRADES[rule.code].many}`}
        note={countInWords(inDates.length, all.length)}
        aside={<a href={clustersUrl(ruleParams)}>All issuers</a>}
      />
      {inDates.length > 0 ? (
        <ol className="clusters">
          {inDates.slice(0, MOST_SHOWN).map((cluster) => (
            <li key={cluster.trades[0]?.rowKey}>
              <p className="cluster-head">
                <b>
                  {cluster.insiders.length} insiders
                  {cluster.value !== null && (
                    <>
                      , <Money text={formatSummary(cluster.value)} />
                    </>
                  )}
                </b>
                <a href={hrefOf(cluster)}>{formatDateRange(cluster.from, cluster.to, "short")}</a>
              </p>
              <p className="cluster-names">
                <ClusterNames people={clusterPeople(cluster)} names={names} />.{averageInWords(cluster)}
              </p>
              <ClusterMarks cluster={cluster} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="muted small">
          None in the dates shown.
          {before && (
            <>
              {" "}
              The last one before: <a href={hrefOf(before)}>{formatDateRange(before.from, before.to, "short")}</a>.
            </>
          )}
        </p>
      )}
      {inDates.length > MOST_SHOWN && (
        <p className="muted small">
          Only the newest {MOST_SHOWN} are shown. Narrow the trade dates to see earlier ones.
        </p>
      )}
      {(filter.insider.length > 0 || filter.code.length > 0) && (
        <p className="muted small">
          Clusters use the {CLUSTER_TRADES[rule.code].many} of all insiders, whichever insider or transaction you filter
          by.
        </p>
      )}
      {readFrom !== null && (
        <p className="muted small">
          Based only on the newest {CLUSTER_TRADES[rule.code].many}, traded since {formatDate(readFrom)}.
        </p>
      )}
      <ClusterRuleForm action={path} rule={rule} kept={[...filterParams(filter), ...kept]} />
    </section>
  );
};

const countInWords = (inDates: number, inAll: number): string | null => {
  if (inAll === 0) return null;
  return inDates === inAll ? `${inAll} in all` : `${inDates} of ${inAll}, in the dates shown`;
};

function averageInWords({ averagePrice, valueMissing }: Cluster): string {
  const average = averagePrice === null ? "" : ` Average ${formatPrice(averagePrice)}.`;
  return valueMissing === 0 ? average : `${average} ${valueMissing} without a price.`;
}
