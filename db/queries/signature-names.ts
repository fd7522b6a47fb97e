import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { filingOwner, signature } from "@/db/schema";
import type { Db } from "@/db/server/client";

/** Names that the filings of an owner are signed with, the most frequent first. */
export async function listSignatureNames(db: Db, cik: string, limit = 50): Promise<string[]> {
  const found = await db
    .select({ name: signature.name })
    .from(signature)
    .innerJoin(filingOwner, eq(filingOwner.accessionNumber, signature.accessionNumber))
    .where(and(eq(filingOwner.cik, cik), isNotNull(signature.name)))
    .groupBy(signature.name)
    .orderBy(desc(sql`count(*)`), signature.name)
    .limit(limit);
  return found.flatMap(({ name }) => name ?? []);
}
