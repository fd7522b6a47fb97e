import { listFilingEntries } from "@/db/queries/filing-entries";
import { listSplitHints } from "@/db/queries/split-hints";
import type { Db } from "@/db/server/client";
import { filingsOfHints, hintedSplits } from "@/lib/holdings/hinted-splits";
import type { Split } from "@/lib/holdings/splits";

/** The splits that the balances of an issuer's insiders show, the earliest first. */
export async function listSplits(db: Db, issuerCik: string): Promise<Split[]> {
  const hints = await listSplitHints(db, issuerCik);
  return hintedSplits(hints, await listFilingEntries(db, filingsOfHints(hints)));
}
