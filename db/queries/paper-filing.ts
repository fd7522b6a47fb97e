import { gunzipSync } from "node:zlib";
import { and, desc, eq } from "drizzle-orm";
import { paperReading, rawDocument } from "@/db/schema";
import type { Db } from "@/db/server/client";

export type StoredReading = typeof paperReading.$inferSelect;

/** What the reading of a paper form says about its values; null for a filing that was not read from paper. */
export async function findPaperReading(db: Db, accessionNumber: string): Promise<StoredReading | null> {
  const [found] = await db.select().from(paperReading).where(eq(paperReading.accessionNumber, accessionNumber));
  return found ?? null;
}

/** The file that a filing was last read from; null if there is none. */
export async function findPaperFile(
  db: Db,
  accessionNumber: string,
): Promise<{ fileName: string; bytes: Buffer } | null> {
  const [found] = await db
    .select({ fileName: rawDocument.fileName, gzip: rawDocument.gzip })
    .from(rawDocument)
    .where(and(eq(rawDocument.accessionNumber, accessionNumber), eq(rawDocument.kind, "paper")))
    .orderBy(desc(rawDocument.version))
    .limit(1);
  return found ? { fileName: found.fileName, bytes: gunzipSync(found.gzip) } : null;
}
