import type { ClientBase } from "pg";
import { tradeCluster } from "@/db/schema";
import { asJson } from "@/db/schema/json-rows";
import { clusterSizes, mayCluster, type ReportedTrade } from "@/lib/clusters/cluster-sizes";
import type { DerivedRows } from "@/lib/derive/derive-connected";
import type { RowEvent } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { keyOfRow, placeOfKey } from "@/lib/record/row-key";

type Derived = Pick<DerivedRows, "superseded" | "readings">;
type ClusterLine = typeof tradeCluster.$inferInsert;

/**
 * The rows of a whole issuer that are in clusters.
 * @param implausible the places of rows that evidence contradicts
 * @param events the trades that several filings report
 */
export function clusterLines(
  entries: readonly FilingEntry[],
  derived: readonly Derived[],
  implausible: readonly Parameters<typeof keyOfRow>[0][],
  events: ReadonlyMap<string, RowEvent>,
): ClusterLine[] {
  const leftOut = new Set([...derived.flatMap(({ superseded }) => superseded), ...implausible].map(keyOfRow));
  const currencies = new Map(
    derived.flatMap(({ readings }) => readings.map((row) => [keyOfRow(row), row.currency] as const)),
  );
  const trades = entries.flatMap(({ filing: { owners }, rows }) =>
    rows.filter(mayCluster).flatMap((row): ReportedTrade[] => {
      const rowKey = keyOfRow(row);
      if (leftOut.has(rowKey)) return [];
      return [
        {
          rowKey,
          transactionCode: row.transactionCode,
          acquiredDisposedCode: row.acquiredDisposedCode.value,
          date: row.transactionDate.value?.slice(0, 10) ?? null,
          shares: row.transactionShares.value,
          price: row.pricePerShare.value,
          currency: currencies.get(rowKey) ?? null,
          owners,
          event: events.get(rowKey)?.counted ?? null,
        },
      ];
    }),
  );
  return linesOf(trades);
}

const linesOf = (trades: readonly ReportedTrade[]): ClusterLine[] =>
  [...clusterSizes(trades)].flatMap(([key, insiders]) => {
    const place = placeOfKey(key);
    return place ? [{ ...place, insiders }] : [];
  });

/** The same trades as they are stored. Figures that may have been misread on paper are left out, as everywhere. */
const certain = (name: string, column: string) => `case when '${name}' = any(uncertain) then null else ${column} end`;
const TRADES = `
  select accession_number || '#' || table_number || '-' || line as "rowKey", code as "transactionCode",
    letter as "acquiredDisposedCode", ${certain("transactionDate", "transaction_date")}::text as date,
    ${certain("transactionShares", "transaction_shares")} as shares, ${certain("pricePerShare", "price_per_share")} as price,
    currency, event,
    (select coalesce(json_agg(json_build_object('cik', cik, 'name', name) order by position), '[]')
      from filing_owner where filing_owner.accession_number = trade.accession_number) as owners
  from (
    select *, ${certain("transactionCode", "transaction_code")} as code,
      ${certain("acquiredDisposedCode", "acquired_disposed_code")} as letter
    from filing_row
    where accession_number = any(array(select accession_number from filing where issuer_cik = $1))
      and kind = 'transaction' and table_number = 'I' and transaction_code in ('P', 'S')
  ) as trade
    left join trade_reading using (accession_number, table_number, line)
    left join superseded_row using (accession_number, table_number, line)
    left join implausible_row using (accession_number, table_number, line)
    left join event_row using (accession_number, table_number, line)
  where (code, letter) in (('P', 'A'), ('S', 'D')) and superseded_by is null and field is null`;

/** Lines that stay the same are left alone. */
const REPLACE = `
  with new as (select * from json_populate_recordset(null::trade_cluster, $2::json)),
    held as (
      select trade_cluster.* from trade_cluster join filing using (accession_number) where issuer_cik = $1
    ),
    gone as (
      delete from trade_cluster using held
      where (trade_cluster.accession_number, trade_cluster.table_number, trade_cluster.line)
          = (held.accession_number, held.table_number, held.line)
        and not exists (select from new where (new.accession_number, new.table_number, new.line)
          = (held.accession_number, held.table_number, held.line))
      returning trade_cluster.accession_number
    ),
    put as (
      insert into trade_cluster as held select * from new
      on conflict (accession_number, table_number, line) do update set insiders = excluded.insiders
        where held.insiders <> excluded.insiders
      returning accession_number
    )
  select accession_number as "accessionNumber" from gone union select accession_number from put`;

/**
 * Finds the clusters of an issuer again, because a trade can change those of others. Everything else about its rows must already be
 * stored. @returns the filings with rows whose clusters changed
 */
export async function deriveClusters(client: ClientBase, issuerCik: string): Promise<string[]> {
  const { rows: trades } = await client.query<ReportedTrade>({
    name: "derive_cluster_trades",
    text: TRADES,
    values: [issuerCik],
  });
  const { rows } = await client.query<{ accessionNumber: string }>({
    name: "derive_replace_clusters",
    text: REPLACE,
    values: [issuerCik, asJson(tradeCluster, linesOf(trades))],
  });
  return rows.map(({ accessionNumber }) => accessionNumber);
}
