import { filingToDerive } from "@/db/schema";
import { connect } from "@/db/server/client";

/** How many filings were stored since the derived tables were last up to date. */
export async function countWaiting(url: string): Promise<number> {
  const { db, end } = connect(url, 1);
  return db.$count(filingToDerive).finally(end);
}
