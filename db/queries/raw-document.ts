import { gunzipSync } from "node:zlib";
import { and, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { rawDocument } from "@/db/schema";

/** The ownershipDocument's bytes as filed: of one version, or of the latest. Null when it is not held. */
export async function findRawDocument(db: Db, accessionNumber: string, version: number | null): Promise<Buffer | null> {
  const [found] = await db
    .select({ gzip: rawDocument.gzip })
    .from(rawDocument)
    .where(
      and(
        eq(rawDocument.accessionNumber, accessionNumber),
        eq(rawDocument.kind, "document"),
        version === null ? undefined : eq(rawDocument.version, version),
      ),
    )
    .orderBy(desc(rawDocument.version))
    .limit(1);
  return found ? gunzipSync(found.gzip) : null;
}
