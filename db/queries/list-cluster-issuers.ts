import { sql } from "drizzle-orm";
import { linesFor } from "@/db/queries/listing";
import type { Db } from "@/db/server/client";
import type { ClusterCode } from "@/lib/clusters/cluster-rule";
import { NO_FILTER } from "@/lib/filters/filing-filter";

/**
 * Issuers whose shares were bought, or sold, by at least so many insiders between two trade dates, the last traded first: they may
 * have a cluster. Filings with the same lowest CIK count as one insider; `clusters` finds out who else files together.
 */
export async function listClusterIssuers(
  db: Db,
  { code, from, to, insiders, limit }: { code: ClusterCode; from: string; to: string; insiders: number; limit: number },
): Promise<{ ciks: string[]; isCut: boolean }> {
  const filter = { ...NO_FILTER, code: [code], tradedFrom: from, tradedTo: to };
  const lines = await linesFor(db, { filter, onlyTransactions: true, onlyInSums: true });
  const traded = lines.select(
    sql`issuer_cik, coalesce(owner_cik, accession_number) as insider, transaction_date, table_number, apart`,
  );
  const { rows } = await db.execute<{ issuer_cik: string }>(sql`
    select issuer_cik from ${traded} as traded
    where issuer_cik is not null and table_number = 'I' and apart is distinct from 'letter'
    group by issuer_cik having count(distinct insider) >= ${insiders}
    order by max(transaction_date) desc, issuer_cik limit ${limit + 1}`);
  const ciks = rows.map(({ issuer_cik }) => issuer_cik);
  return { ciks: ciks.slice(0, limit), isCut: ciks.length > limit };
}
