import { gunzipSync } from "node:zlib";
import { and, desc, eq } from "drizzle-orm";
import { paperReading, rawDocument } from "@/db/schema";
import type { Db } from "@/db/server/client";

export type StoredReading = typeof paperReading.$inferSelect;

/** What is known of a filing's values because they were read from paper; null for one that was not. */
export async function findPaperReading(db: Db, accessionNumber: string): Promise<StoredReading | null> {
  const [found] = await db.select().from(paperReading).where(eq(paperReading.accessionNumber, accessionNumber));
  return found ?? null;
}

/** The file that a filing was last read from, as it came; null where none was. */
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
