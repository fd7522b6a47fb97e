import { connect } from "@/db/client";
import { filingToDerive } from "@/db/schema";

/** How many filings were stored since the derived tables were last up to date. */
export async function countWaiting(url: string): Promise<number> {
  const { db, end } = connect(url, 1);
  return db.$count(filingToDerive).finally(end);
}
