import { inArray } from "drizzle-orm";
import { listSplits } from "@/db/queries/list-splits";
import { splitHint } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { Split } from "@/lib/holdings/splits";

/** The splits of some issuers by CIK; an issuer none of whose balances hints at one is left out. */
export async function findSplitsByIssuer(db: Db, issuerCiks: readonly string[]): Promise<Map<string | null, Split[]>> {
  if (issuerCiks.length === 0) return new Map();
  const hinted = await db
    .selectDistinct({ cik: splitHint.issuerCik })
    .from(splitHint)
    .where(inArray(splitHint.issuerCik, [...issuerCiks]));
  const splits = new Map<string | null, Split[]>();
  for (const { cik } of hinted) splits.set(cik, await listSplits(db, cik));
  return splits;
}
