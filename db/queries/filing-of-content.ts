import { asc, eq } from "drizzle-orm";
import { rawDocument } from "@/db/schema";
import type { Db } from "@/db/server/client";

/** The filing that was stored from a content, by its SHA-256; null if there is none. */
export async function findFilingOfContent(db: Db, contentSha256: string): Promise<string | null> {
  const [found] = await db
    .select({ accessionNumber: rawDocument.accessionNumber })
    .from(rawDocument)
    .where(eq(rawDocument.contentSha256, contentSha256))
    .orderBy(asc(rawDocument.accessionNumber))
    .limit(1);
  return found?.accessionNumber ?? null;
}
