import { inArray } from "drizzle-orm";
import { splitHint } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { filingsOfHints, hintedSplits } from "@/lib/holdings/hinted-splits";
import type { Split } from "@/lib/holdings/splits";
import { listFilingEntries } from "./filing-entries";
import { listSplitHints } from "./split-hints";

/** The splits that the balances of an issuer's insiders show, the earliest first. */
export async function listSplits(db: Db, issuerCik: string): Promise<Split[]> {
  const hints = await listSplitHints(db, issuerCik);
  return hintedSplits(hints, await listFilingEntries(db, filingsOfHints(hints)));
}

/** The splits of some issuers by CIK, without issuers whose balances hint at none. */
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
