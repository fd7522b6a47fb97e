import { sql } from "drizzle-orm";
import { linesFor } from "@/db/queries/listing";
import type { Db } from "@/db/server/client";
import type { ClusterRule } from "@/lib/clusters/cluster-rule";
import { lastClosing } from "@/lib/clusters/last-closing";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { compareText } from "@/lib/values/compare-text";

type Asked = Pick<ClusterRule, "code" | "insiders" | "days"> & {
  /** Trade dates. */
  from: string;
  to: string;
  limit: number;
};

/**
 * Issuers whose shares were bought, or sold, by at least so many insiders within so many days, those where it happened last first: they
 * may have a cluster, and no other issuer has one. Filings with the same lowest CIK count as one insider; `clusters` finds out who else
 * files together.
 */
export async function listClusterIssuers(
  db: Db,
  { code, from, to, limit, ...rule }: Asked,
): Promise<{ ciks: string[]; isCut: boolean }> {
  const filter = { ...NO_FILTER, code: [code], tradedFrom: from, tradedTo: to };
  const lines = await linesFor(db, { filter, onlyTransactions: true, onlyInSums: true });
  const traded = lines.select(
    sql`issuer_cik, coalesce(owner_cik, accession_number) as insider, transaction_date, table_number, apart`,
  );
  const { rows } = await db.execute<{ cik: string; trades: string }>(sql`
    select issuer_cik as cik, string_agg(transaction_date - date '1970-01-01' || ' ' || insider, ',' order by transaction_date) as trades
    from (
      select distinct issuer_cik, insider, transaction_date from ${traded} as traded
      where issuer_cik is not null and table_number = 'I' and apart is distinct from 'letter') as days
    group by issuer_cik having count(distinct insider) >= ${rule.insiders}`);
  const found = rows.flatMap(({ cik, trades }) => {
    const last = lastClosing(trades.split(",").map(readTrade), rule);
    return last === null ? [] : [{ cik, last }];
  });
  found.sort((a, b) => b.last - a.last || compareText(a.cik, b.cik));
  return { ciks: found.slice(0, limit).map(({ cik }) => cik), isCut: found.length > limit };
}

function readTrade(text: string) {
  const [day = "", insider = ""] = text.split(" ");
  return { day: Number(day), insider };
}
