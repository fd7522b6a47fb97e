import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { issuer, issuerName, owner, ownerName } from "@/db/schema";
import type { FilingRecord } from "@/lib/edgar/filing-record";

/**
 * Keeps who is known under which names: the newest filing's name stands, every name ever filed is found.
 * Issuer first, then owners by CIK: every ingest locks them in one order, so that none waits for another in a ring.
 */
export async function storeNames(tx: Db, record: FilingRecord, namedAt: Date) {
  const { issuerCik: cik, issuerName: name, issuerTradingSymbol: tradingSymbol } = record.filing;
  const isNewer = (table: typeof issuer | typeof owner) => sql`excluded.named_at > ${table.namedAt}`;
  if (cik !== null) {
    await tx
      .insert(issuer)
      .values({ cik, name, tradingSymbol, namedAt })
      .onConflictDoUpdate({
        target: issuer.cik,
        set: { name: sql`excluded.name`, tradingSymbol: sql`excluded.trading_symbol`, namedAt },
        setWhere: isNewer(issuer),
      });
    await tx
      .insert(issuerName)
      .values({ cik, name: name ?? "", tradingSymbol: tradingSymbol ?? "", namedAt })
      .onConflictDoUpdate({
        target: [issuerName.cik, issuerName.name, issuerName.tradingSymbol],
        set: { namedAt },
        setWhere: sql`excluded.named_at > ${issuerName.namedAt}`,
      });
  }
  const owners = [...new Map(record.owners.flatMap((o) => (o.cik === null ? [] : [[o.cik, o.name] as const])))];
  if (owners.length === 0) return;
  const inOrder = owners.sort(([a], [b]) => (a < b ? -1 : 1));
  await tx
    .insert(owner)
    .values(inOrder.map(([cik, name]) => ({ cik, name, namedAt })))
    .onConflictDoUpdate({
      target: owner.cik,
      set: { name: sql`excluded.name`, namedAt },
      setWhere: isNewer(owner),
    });
  await tx
    .insert(ownerName)
    .values(inOrder.map(([cik, name]) => ({ cik, name: name ?? "", namedAt })))
    .onConflictDoUpdate({
      target: [ownerName.cik, ownerName.name],
      set: { namedAt },
      setWhere: sql`excluded.named_at > ${ownerName.namedAt}`,
    });
}
