import { sql } from "drizzle-orm";
import { linesOf } from "@/db/queries/listing";
import type { Db } from "@/db/server/client";
import { NO_FILTER } from "@/lib/filters/filing-filter";

/**
 * Issuers whose shares were bought by at least so many insiders between two trade dates, the last bought first: they may have a
 * cluster. Filings with the same lowest CIK count as one insider; `clusters` finds out who else files together.
 */
export async function listClusterIssuers(
  db: Db,
  { from, to, insiders, limit }: { from: string; to: string; insiders: number; limit: number },
): Promise<{ ciks: string[]; isCut: boolean }> {
  const filter = { ...NO_FILTER, code: ["P"], tradedFrom: from, tradedTo: to };
  const lines = await linesOf(db, { filter, onlyTransactions: true, onlyInSums: true });
  const bought = lines.select(
    sql`issuer_cik, coalesce(owner_cik, accession_number) as insider, transaction_date, table_number, apart`,
  );
  const { rows } = await db.execute<{ issuer_cik: string }>(sql`
    select issuer_cik from ${bought} as bought
    where issuer_cik is not null and table_number = 'I' and apart is distinct from 'letter'
    group by issuer_cik having count(distinct insider) >= ${insiders}
    order by max(transaction_date) desc, issuer_cik limit ${limit + 1}`);
  const ciks = rows.map(({ issuer_cik }) => issuer_cik);
  return { ciks: ciks.slice(0, limit), isCut: ciks.length > limit };
}
