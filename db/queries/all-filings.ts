import { listFilings } from "@/db/queries/list-filings";
import type { Db } from "@/db/server/client";
import type { Cursor } from "@/lib/filters/cursor";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import type { FilingEntry } from "@/lib/record/filing";
import type { FilingPage } from "@/lib/views/lists";

const BATCH = 200;

/**
 * The newest filings under a filter, up to a limit; `isCut` if there are more. For pages that need all filings of one party at
 * once.
 */
export async function listAllFilings(
  db: Db,
  filter: FilingFilter,
  { limit, onlyTransactions = false }: { limit: number; onlyTransactions?: boolean },
): Promise<{ entries: FilingEntry[]; isCut: boolean }> {
  const entries: FilingEntry[] = [];
  let after: Cursor | null = null;
  do {
    const page: FilingPage = await listFilings(db, filter, {
      after,
      limit: Math.min(BATCH, limit - entries.length),
      onlyTransactions,
    });
    entries.push(...page.entries);
    after = page.next;
  } while (after && entries.length < limit);
  return { entries, isCut: after !== null };
}
