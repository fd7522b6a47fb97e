import { inArray } from "drizzle-orm";
import { issuer } from "@/db/schema";
import type { Db } from "@/db/server/client";

export type IssuerLabel = { cik: string; name: string | null; tradingSymbol: string | null };

/** Issuers under the name and symbol of their newest filing, by CIK. */
export async function findIssuerLabels(db: Db, ciks: readonly string[]): Promise<Map<string, IssuerLabel>> {
  if (ciks.length === 0) return new Map();
  const found = await db
    .select({ cik: issuer.cik, name: issuer.name, tradingSymbol: issuer.tradingSymbol })
    .from(issuer)
    .where(inArray(issuer.cik, [...ciks]));
  return new Map(found.map((label) => [label.cik, label]));
}
