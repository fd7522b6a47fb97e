import { listFilings } from "@/db/queries/list-filings";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import type { FilingEntry } from "@/lib/record/filing";

/**
 * The newest filings under a filter, up to a limit; `isCut` if there are more. For pages that need all filings of one party at
 * once.
 */
export async function listAllFilings(
  db: Db,
  filter: FilingFilter,
  { limit, onlyTransactions = false }: { limit: number; onlyTransactions?: boolean },
): Promise<{ entries: FilingEntry[]; isCut: boolean }> {
  const { entries, next } = await listFilings(db, filter, { after: null, limit, onlyTransactions });
  return { entries, isCut: next !== null };
}
