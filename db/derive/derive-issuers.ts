import type { Pool, PoolClient } from "pg";
import { copyRows } from "@/db/derive/copy-rows";
import { eventLines } from "@/db/derive/derive-events";
import { DERIVED_PARTS, DERIVED_TABLES, deleteDerived } from "@/db/derive/derived-tables";
import { waitForOthers } from "@/db/derive/empty-derived";
import { withoutForeignKeyChecks } from "@/db/derive/foreign-key-checks";
import { loadIssuerEntries } from "@/db/derive/load-entries";
import { lockIssuers } from "@/db/derive/lock-issuer";
import { splitHintRows } from "@/db/derive/split-hint-rows";
import { inTransaction } from "@/db/in-transaction";
import { eventRow } from "@/db/schema";
import { circles } from "@/lib/derive/circles";
import { type DerivedCircle, deriveCircle } from "@/lib/derive/derive-circle";
import type { FilingEntry } from "@/lib/edgar/filing";
import { rowId } from "@/lib/edgar/reported-row";
import { sameTrades } from "@/lib/events/same-trades";

export type DeriveOptions = {
  closures: ReadonlySet<string>;
  /** Whether this is part of a run from nothing (`emptyDerived`): nothing has to be taken out. */
  isFromNothing: boolean;
};

/**
 * Derives all there is of some issuers anew, in one transaction: what `deriveFiling` does for one circle at a time. @returns how
 * many filings that were.
 */
export const deriveIssuers = (pool: Pool, issuerCiks: readonly string[], options: DeriveOptions): Promise<number> =>
  inTransaction(pool, options.isFromNothing ? "begin" : `begin; ${waitForOthers}`, async (client) => {
    await lockIssuers(client, issuerCiks);
    await withoutForeignKeyChecks(client);
    return derive(client, issuerCiks, options);
  });

async function derive(client: PoolClient, issuerCiks: readonly string[], { closures, isFromNothing }: DeriveOptions) {
  const entries = await loadIssuerEntries(client, issuerCiks);
  const numbers = entries.map(({ filing }) => filing.accessionNumber);
  // First, so that a filing which arrives meanwhile stays on the list.
  await client.query("delete from filing_to_derive where accession_number = any($1)", [numbers]);
  if (!isFromNothing) {
    await deleteDerived(client, numbers);
    await client.query("delete from event_row where accession_number = any($1)", [numbers]);
  }
  const derived = circles(entries).map((circle) => deriveCircle(circle, closures));
  for (const part of DERIVED_PARTS) {
    const rows =
      part === "splitHints" ? splitHintRows(derived, entries) : derived.flatMap((circle): object[] => circle[part]);
    await copyRows(client, DERIVED_TABLES[part], rows);
  }
  await copyRows(client, eventRow, eventsOf(entries, derived));
  return entries.length;
}

function eventsOf(entries: readonly FilingEntry[], derived: readonly DerivedCircle[]) {
  const superseded = new Set(
    derived.flatMap((circle) => circle.superseded.map((row) => `${row.accessionNumber}#${rowId(row)}`)),
  );
  const byIssuer = new Map<string, FilingEntry[]>();
  for (const entry of entries) {
    const cik = entry.filing.issuer.cik ?? "";
    const known = byIssuer.get(cik);
    if (known) known.push(entry);
    else byIssuer.set(cik, [entry]);
  }
  return [...byIssuer.values()].flatMap((ofIssuer) => eventLines(sameTrades(ofIssuer, (key) => !superseded.has(key))));
}
