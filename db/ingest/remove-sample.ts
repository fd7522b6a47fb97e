import { eq, inArray, sql } from "drizzle-orm";
import { filing, industry, issuer, owner } from "@/db/schema";
import type { Db } from "@/db/server/client";

/** Removes the sample, with the people and companies that only it names. @returns how many filings were removed. */
export const removeSample = (db: Db): Promise<number> => db.transaction(deleteSample);

/** As `removeSample`, in the caller's transaction. */
export async function deleteSample(tx: Db): Promise<number> {
  const { rowCount } = await tx.delete(filing).where(eq(filing.isSample, true));
  if (!rowCount) return 0;
  const issuers = await tx
    .delete(issuer)
    .where(sql`not exists (select from filing f where f.issuer_cik = ${issuer.cik})`)
    .returning({ cik: issuer.cik });
  await tx.delete(industry).where(
    inArray(
      industry.cik,
      issuers.map(({ cik }) => cik),
    ),
  );
  await tx.delete(owner).where(sql`not exists (select from filing_owner o where o.cik = ${owner.cik})`);
  return rowCount;
}
