import { isBegun } from "@/db/derive/rebuild";
import { filingToDerive } from "@/db/schema";
import { connect } from "@/db/server/client";

/** How many filings were stored since the derived tables were last up to date, and whether a rebuild was interrupted. */
export async function countWaiting(url: string): Promise<{ waiting: number; isRebuildBegun: boolean }> {
  const { db, pool, end } = connect(url, 1);
  try {
    return { waiting: await db.$count(filingToDerive), isRebuildBegun: await isBegun(pool) };
  } finally {
    await end();
  }
}
