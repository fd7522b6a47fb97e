import type { Pool, PoolClient } from "pg";
import { clusterLines } from "@/db/derive/derive-clusters";
import { eventLines } from "@/db/derive/derive-events";
import { deriveNotes } from "@/db/derive/derive-notes";
import { outlyingRows } from "@/db/derive/derive-outlying";
import { DERIVED_PARTS, DERIVED_TABLES, deleteDerived } from "@/db/derive/derived-tables";
import { loadIssuerEntries } from "@/db/derive/load-entries";
import { lockIssuers } from "@/db/derive/lock-issuer";
import { putListing } from "@/db/derive/put-listing";
import { queueToMatch } from "@/db/derive/queue-to-match";
import { takeWork } from "@/db/derive/rebuild-work";
import { RowsToCopy } from "@/db/derive/rows-to-copy";
import { splitHintRows } from "@/db/derive/split-hint-rows";
import { eventRow, tradeCluster } from "@/db/schema";
import { withoutForeignKeyChecks } from "@/db/server/foreign-key-checks";
import { inTransaction } from "@/db/server/in-transaction";
import { stampPages } from "@/db/tally/stamp-pages";
import { connectedFilings } from "@/lib/derive/connected-filings";
import { type DerivedRows, deriveConnected } from "@/lib/derive/derive-connected";
import { sameTrades } from "@/lib/events/same-trades";
import type { FilingEntry, SignedEntry } from "@/lib/record/filing";
import { keyOfRow } from "@/lib/record/row-key";

export type DeriveOptions = {
  closures: ReadonlySet<string>;
  /** The piece, if this is part of a rebuild. There is then nothing to delete, and notes are read later. */
  piece?: number;
  /** Whether to read only the notes of queued filings. */
  onlyWaiting?: boolean;
};

/**
 * Derives everything about some issuers again, in one transaction: what `deriveFiling` does for one group of connected filings.
 * @returns how many filings there were.
 */
export const deriveIssuers = (pool: Pool, issuerCiks: readonly string[], options: DeriveOptions): Promise<number> =>
  inTransaction(pool, async (client) => {
    if (options.piece !== undefined && !(await takeWork(client, options.piece))) return 0;
    await lockIssuers(client, issuerCiks);
    await withoutForeignKeyChecks(client);
    return derive(client, issuerCiks, options);
  });

async function derive(
  client: PoolClient,
  issuerCiks: readonly string[],
  { closures, piece, onlyWaiting = false }: DeriveOptions,
) {
  const isRebuild = piece !== undefined;
  const entries = await loadIssuerEntries(client, issuerCiks);
  const numbers = entries.map(({ filing }) => filing.accessionNumber);
  // First, so that a filing which arrives in the meantime stays in the queue.
  const waiting = await takeWaiting(client, numbers);
  if (!isRebuild) {
    await deleteDerived(client, numbers);
    await client.query("delete from event_row where accession_number = any($1)", [numbers]);
    await client.query("delete from trade_cluster where accession_number = any($1)", [numbers]);
  }
  for (const rows of deriveGroups(groupByIssuer(entries), closures)) await rows.copy(client);
  if (!isRebuild) {
    // Queueing a filing changes the versions of pages, but these filings may not have been queued.
    await stampPages(client, issuerCiks);
    // Other runs with a note of the same text wait from here to the end.
    await deriveNotes(client, onlyWaiting ? waiting : numbers);
    await queueToMatch(client, await putListing(client, numbers));
  }
  return numbers.length;
}

async function takeWaiting(client: PoolClient, accessionNumbers: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ accessionNumber: string }>(
    `delete from filing_to_derive where accession_number = any($1) returning accession_number as "accessionNumber"`,
    [accessionNumbers],
  );
  return rows.map(({ accessionNumber }) => accessionNumber);
}

/** Derives all filings of one issuer at a time, or a filing without an issuer, and keeps only the bytes to copy. It empties `issuers`. */
export function deriveGroups(issuers: SignedEntry[][], closures: ReadonlySet<string>): RowsToCopy[] {
  const parts = DERIVED_PARTS.map((part) => ({ part, rows: new RowsToCopy(DERIVED_TABLES[part]) }));
  const events = new RowsToCopy(eventRow);
  const clusters = new RowsToCopy(tradeCluster);
  for (let entries = issuers.pop(); entries; entries = issuers.pop()) {
    const derived = connectedFilings(entries).map((group) => deriveConnected(group, closures));
    const outlying = outlyingRows(entries, derived);
    for (const { part, rows } of parts) {
      if (part === "splitHints") rows.add(splitHintRows(derived, entries));
      else for (const group of derived) rows.add(group[part]);
      if (part === "implausible") rows.add(outlying);
    }
    const ofTrades = eventsOf(entries, derived);
    events.add(eventLines(ofTrades));
    const implausible = [...derived.flatMap((group) => group.implausible), ...outlying];
    clusters.add(clusterLines(entries, derived, implausible, ofTrades));
  }
  return [...parts.map(({ rows }) => rows), events, clusters];
}

function groupByIssuer(entries: SignedEntry[]): SignedEntry[][] {
  const groups = new Map<string, SignedEntry[]>();
  for (let entry = entries.pop(); entry; entry = entries.pop()) {
    const cik = entry.filing.issuer.cik ?? "";
    const known = groups.get(cik);
    if (known) known.push(entry);
    else groups.set(cik, [entry]);
  }
  return [...groups.values()];
}

function eventsOf(entries: readonly FilingEntry[], derived: readonly DerivedRows[]) {
  const supersededBy = new Map(
    derived.flatMap((group) => group.superseded.map((row) => [keyOfRow(row), row.supersededBy] as const)),
  );
  return sameTrades(entries, supersededBy);
}
