import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { FilingContent } from "@/db/ingest/insert-filing";
import { issuer, issuerName, owner, ownerName } from "@/db/schema";

/** Names of a filing whose order has changed, in the statement's own order: issuer, then owners by CIK. */
export async function storeNames(
  tx: Db,
  { issuer: [ofIssuer], issuerNames, owners, ownerNames }: FilingContent["names"],
) {
  if (ofIssuer) {
    await tx
      .insert(issuer)
      .values(ofIssuer)
      .onConflictDoUpdate({
        target: issuer.cik,
        set: { name: sql`excluded.name`, tradingSymbol: sql`excluded.trading_symbol`, namedAt: sql`excluded.named_at` },
        setWhere: sql`excluded.named_at > ${issuer.namedAt}`,
      });
    await tx
      .insert(issuerName)
      .values(issuerNames)
      .onConflictDoUpdate({
        target: [issuerName.cik, issuerName.name, issuerName.tradingSymbol],
        set: { namedAt: sql`excluded.named_at` },
        setWhere: sql`excluded.named_at > ${issuerName.namedAt}`,
      });
  }
  if (owners.length === 0) return;
  await tx
    .insert(owner)
    .values(owners)
    .onConflictDoUpdate({
      target: owner.cik,
      set: { name: sql`excluded.name`, namedAt: sql`excluded.named_at` },
      setWhere: sql`excluded.named_at > ${owner.namedAt}`,
    });
  await tx
    .insert(ownerName)
    .values(ownerNames)
    .onConflictDoUpdate({
      target: [ownerName.cik, ownerName.name],
      set: { namedAt: sql`excluded.named_at` },
      setWhere: sql`excluded.named_at > ${ownerName.namedAt}`,
    });
}
