import { sql } from "drizzle-orm";
import { rowStands } from "@/db/queries/filing-conditions";
import { isPurchase } from "@/db/queries/list-purchases";
import { filing, filingOwner, filingRow } from "@/db/schema";
import type { Db } from "@/db/server/client";

/**
 * Issuers whose shares were bought by at least so many insiders between two trade dates, the last bought first: they may have a
 * cluster. Filings with the same lowest CIK count as one insider; `clusters` finds out who else files together.
 */
export async function listClusterIssuers(
  db: Db,
  { from, to, insiders, limit }: { from: string; to: string; insiders: number; limit: number },
): Promise<{ ciks: string[]; isCut: boolean }> {
  const { rows } = await db.execute<{ issuer_cik: string }>(sql`
    with bought as materialized (
      select ${filing.issuerCik}, ${filing.accessionNumber}, max(${filingRow.transactionDate}) as last
      from ${filingRow} join ${filing} on ${filing.accessionNumber} = ${filingRow.accessionNumber}
      where ${filingRow.transactionDate} between ${from} and ${to} and ${isPurchase}
        and ${filingRow.acquiredDisposedCode} = 'A' and ${filing.issuerCik} is not null and ${rowStands}
      group by ${filing.issuerCik}, ${filing.accessionNumber}
    )
    select bought.issuer_cik
    from bought, lateral (
      select min(coalesce(${filingOwner.cik}, 'name ' || ${filingOwner.name})) as insider
      from ${filingOwner} where ${filingOwner.accessionNumber} = bought.accession_number
    ) as filed
    group by bought.issuer_cik having count(distinct filed.insider) >= ${insiders}
    order by max(bought.last) desc, bought.issuer_cik limit ${limit + 1}`);
  const ciks = rows.map(({ issuer_cik }) => issuer_cik);
  return { ciks: ciks.slice(0, limit), isCut: ciks.length > limit };
}
