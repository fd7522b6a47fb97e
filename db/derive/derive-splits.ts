import type { PoolClient } from "pg";
import { loadEntries } from "@/db/derive/load-entries";
import { listSplitHints } from "@/db/queries/split-hints";
import { databaseOn } from "@/db/server/client";
import { filingsOfHints, splitReasons } from "@/lib/holdings/hinted-splits";

/** Decides which of an issuer's balances that hint at a split are one, and stores the reason with them. */
export async function deriveSplits(client: PoolClient, issuerCik: string): Promise<void> {
  const hints = await listSplitHints(databaseOn(client), issuerCik);
  if (hints.length === 0) return;
  const reasons = splitReasons(hints, await loadEntries(client, filingsOfHints(hints)));
  await client.query({
    name: "derive_split_reasons",
    text: `
      update split_hint set reason = told.reason
      from split_hint held
        left join jsonb_to_recordset($2::jsonb) as told (key text, reason jsonb)
          on told.key = held.accession_number || '#' || held.table_number || '-' || held.line
      where held.issuer_cik = $1 and (split_hint.accession_number, split_hint.table_number, split_hint.line)
        = (held.accession_number, held.table_number, held.line) and split_hint.reason is distinct from told.reason`,
    values: [issuerCik, JSON.stringify(Array.from(reasons, ([key, reason]) => ({ key, reason })))],
  });
}
