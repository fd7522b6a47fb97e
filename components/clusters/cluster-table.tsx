import { ColumnHeads } from "@/components/ui/column-heads";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { Missing } from "@/components/ui/missing";
import { Money } from "@/components/ui/money";
import { Shares } from "@/components/ui/shares";
import { tableRoles } from "@/components/ui/table-roles";
import { clusterPeople } from "@/lib/clusters/cluster-people";
import { CLUSTER_TRADES, type ClusterRule, clusterRuleParams } from "@/lib/clusters/cluster-rule";
import type { Cluster } from "@/lib/clusters/clusters";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { shortIssuerName } from "@/lib/names/names";
import type { ReadingNames } from "@/lib/record/filing-names";
import { issuerUrl, transactionsUrl } from "@/lib/urls";
import { formatDateRange } from "@/lib/values/dates";
import { formatPrice, formatValue } from "@/lib/values/money";
import { upperFirst } from "@/lib/values/upper-first";
import { ClusterMarks } from "./cluster-marks";
import { ClusterNames } from "./cluster-names";

type Issuer = { cik: string; name: string | null; tradingSymbol: string | null };
type Found = { issuer: Issuer; cluster: Cluster };

type ClusterTableProps = {
  /** Newest first. */
  found: readonly Found[];
  names: ReadingNames;
  rule: ClusterRule;
  caption: string;
};

const MOST_SHOWN = 100;

/** Clusters of purchases or sales, each with its issuer, insiders, value and dates. */
export const ClusterTable = ({ found, names, rule, caption }: ClusterTableProps) => (
  <>
    <DrawnOnce>
      <table {...tableRoles.table} className="cluster-table stack has-sticky-head">
        <caption className="visually-hidden">{caption}</caption>
        <ColumnHeads
          columns={[
            ["Issuer", "col-issuer"],
            ["Traded", "col-dates"],
            ["Insiders", "col-names"],
            ["By day", "col-marks"],
            [upperFirst(CLUSTER_TRADES[rule.code].many), "col-purchases num"],
            ["Shares", "col-shares num"],
            ["Average", "col-average num"],
            ["Value", "col-value num"],
          ]}
        />
        <tbody {...tableRoles.rowGroup}>
          {found.slice(0, MOST_SHOWN).map(({ issuer, cluster }) => (
            <ClusterRow
              key={`${issuer.cik} ${cluster.from}`}
              issuer={issuer}
              cluster={cluster}
              names={names}
              rule={rule}
            />
          ))}
        </tbody>
      </table>
    </DrawnOnce>
    <div className="table-foot">
      <span>
        {found.length > MOST_SHOWN
          ? `The newest ${MOST_SHOWN} of ${found.length.toLocaleString("en-US")}. JSON and CSV have all; narrow the dates to see earlier ones`
          : `${found.length} of ${found.length}`}
      </span>
    </div>
  </>
);

const ClusterRow = ({ issuer, cluster, names, rule }: Found & Pick<ClusterTableProps, "names" | "rule">) => {
  const { from, to, insiders, trades, shares, value, valueMissing, averagePrice } = cluster;
  const rows = filterUrl(transactionsUrl(), {
    ...NO_FILTER,
    issuer: [{ cik: issuer.cik }],
    code: [rule.code],
    // The same trades that the cluster adds up.
    plan: rule.plan ? [] : ["not-indicated", "no-box"],
    tradedFrom: from,
    tradedTo: to,
  });
  return (
    <tr {...tableRoles.row}>
      <th {...tableRoles.rowHeader} className="col-issuer">
        <a
          className="name"
          href={`${filterUrl(issuerUrl(issuer.cik), NO_FILTER, Object.fromEntries(clusterRuleParams(rule)))}#clusters`}
        >
          {issuer.name === null ? `CIK ${issuer.cik}` : shortIssuerName(issuer.name)}
        </a>
        {issuer.tradingSymbol !== null && (
          <span className="under">
            <b className="ticker">{issuer.tradingSymbol}</b>
          </span>
        )}
      </th>
      <td {...tableRoles.cell} className="col-dates link-lines">
        <a className="quiet-link" href={rows}>
          {formatDateRange(from, to, "short")}
        </a>
      </td>
      <td {...tableRoles.cell} className="col-names">
        <b>{insiders.length}</b>: <ClusterNames people={clusterPeople(cluster)} names={names} />
      </td>
      <td {...tableRoles.cell} className="col-marks">
        <ClusterMarks cluster={cluster} />
      </td>
      <td {...tableRoles.cell} className="col-purchases num">
        {trades.length}
      </td>
      <td {...tableRoles.cell} className="col-shares num">
        <Shares shares={shares} />
      </td>
      <td {...tableRoles.cell} className="col-average num">
        <Money text={formatPrice(averagePrice)} />
      </td>
      <td {...tableRoles.cell} className="col-value num">
        {value === null ? <Missing /> : <Money text={formatValue(value)} strong />}
        {valueMissing > 0 && value !== null && <span className="under">{valueMissing} without a price</span>}
      </td>
    </tr>
  );
};
