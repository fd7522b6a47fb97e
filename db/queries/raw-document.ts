import { gunzipSync } from "node:zlib";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { rawDocument } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { documentInSubmission } from "@/lib/edgar/submission";

/**
 * The ownershipDocument's bytes as filed, of one version or the latest. If a submission is stored they are cut from it, as when
 * it was read. Null if we do not have it.
 */
export async function findRawDocument(db: Db, accessionNumber: string, version: number | null): Promise<Buffer | null> {
  const [found] = await db
    .select({ kind: rawDocument.kind, gzip: rawDocument.gzip })
    .from(rawDocument)
    .where(
      and(
        eq(rawDocument.accessionNumber, accessionNumber),
        ne(rawDocument.kind, "paper"),
        version === null ? undefined : eq(rawDocument.version, version),
      ),
    )
    .orderBy(desc(rawDocument.version), asc(rawDocument.kind))
    .limit(1);
  if (!found) return null;
  const bytes = gunzipSync(found.gzip);
  if (found.kind === "document") return bytes;
  return documentInSubmission(bytes)?.bytes ?? null;
}
