import { desc, eq } from "drizzle-orm";
import { holdsRealFilings } from "@/db/queries/holds-real-filings";
import { filing, ingestRun } from "@/db/schema";
import { connect } from "@/db/server/client";

/**
 * Whether the database has no filings of the reader's, and not the complete sample either: it is empty, or loading was cut off.
 */
export async function isSampleWanted(url: string): Promise<boolean> {
  const { db, end } = connect(url, 1);
  try {
    if (await holdsRealFilings(db)) return false;
    if ((await db.$count(filing)) === 0) return true;
    const [latest] = await db
      .select({ finishedAt: ingestRun.finishedAt })
      .from(ingestRun)
      .where(eq(ingestRun.source, "sample"))
      .orderBy(desc(ingestRun.ingestRunId))
      .limit(1);
    return latest !== undefined && latest.finishedAt === null;
  } finally {
    await end();
  }
}
