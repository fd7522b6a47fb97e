import type { ReportedRow } from "@/lib/record/reported-row";
import { CLUSTER_TRADES, type ClusterCode, DEFAULT_CLUSTER_RULE } from "./cluster-rule";
import { type CountedRow, clusterSpans, type TradeOwner } from "./clusters";

/** A current purchase or sale of shares that nothing contradicts, as one filing reports it. */
export type ReportedTrade = Pick<CountedRow, "rowKey" | "transactionCode" | "acquiredDisposedCode"> &
  Pick<CountedRow, "date" | "shares" | "price" | "currency"> & {
    /** The owners of its filing. */
    owners: readonly TradeOwner[];
    /** The row that counts for all reports of the trade; null if this is the only one. */
    event: string | null;
  };

const CODES = Object.keys(CLUSTER_TRADES) as ClusterCode[];

/** One insider alone is not a cluster. */
const LEAST_INSIDERS = 2;

/**
 * How many insiders are in the cluster of each trade, for trades that are in one, by row key. The rule is that of `clusters` with its
 * usual number of days. All reports of a trade are in the same cluster.
 * @param trades all of the issuer
 */
export function clusterSizes(trades: readonly ReportedTrade[]): ReadonlyMap<string, number> {
  const reporters = new Map<string, Set<string>>();
  for (const { event, owners } of trades) {
    if (event === null) continue;
    const known = reporters.get(event) ?? new Set();
    for (const { cik } of owners) if (cik !== null) known.add(cik);
    reporters.set(event, known);
  }
  const counted = trades.flatMap(({ event, ...trade }): CountedRow[] =>
    event === null || event === trade.rowKey
      ? [
          {
            ...trade,
            tableNumber: "I",
            underPlan: false,
            event: event === null ? null : { counted: event, filings: [], owners: [...(reporters.get(event) ?? [])] },
          },
        ]
      : [],
  );
  const sizes = new Map<string, number>();
  for (const code of CODES)
    for (const { insiders, rowKeys } of clusterSpans(counted, {
      ...DEFAULT_CLUSTER_RULE,
      code,
      insiders: LEAST_INSIDERS,
    }))
      for (const rowKey of rowKeys) sizes.set(rowKey, insiders);
  for (const { rowKey, event } of trades) {
    const size = event === null ? undefined : sizes.get(event);
    if (size !== undefined) sizes.set(rowKey, size);
  }
  return sizes;
}

/** Whether a row may be in a cluster: a market purchase or sale of shares whose letter agrees with its code. */
export const mayCluster = ({ kind, tableNumber, transactionCode, acquiredDisposedCode: { value } }: ReportedRow) =>
  kind === "transaction" &&
  tableNumber === "I" &&
  CODES.some((code) => transactionCode === code && value === CLUSTER_TRADES[code].letter);
