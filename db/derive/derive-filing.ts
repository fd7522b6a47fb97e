import type { Pool, PoolClient } from "pg";
import { deriveClusters } from "@/db/derive/derive-clusters";
import { deriveEvents } from "@/db/derive/derive-events";
import { deriveNotes } from "@/db/derive/derive-notes";
import { deriveOutlying } from "@/db/derive/derive-outlying";
import { deriveSplits } from "@/db/derive/derive-splits";
import { loadEntries } from "@/db/derive/load-entries";
import { lockIssuer } from "@/db/derive/lock-issuer";
import { putListing } from "@/db/derive/put-listing";
import { queueToMatch } from "@/db/derive/queue-to-match";
import { inTransaction } from "@/db/server/in-transaction";
import { mayCluster } from "@/lib/clusters/cluster-sizes";
import { deriveConnected } from "@/lib/derive/derive-connected";
import type { FilingEntry } from "@/lib/record/filing";
import { keyOfRow } from "@/lib/record/row-key";
import { replaceDerived } from "./derived-tables";
import { findConnected, findIssuerOf } from "./find-connected";

/**
 * Derives what follows from a stored filing: everything about its connected filings, and the events of its rows. It runs in one
 * transaction, and also completes connected filings that are queued.
 */
export const deriveFiling = (pool: Pool, accessionNumber: string, closures: ReadonlySet<string>): Promise<void> =>
  inTransaction(pool, (client) => derive(client, accessionNumber, closures));

async function derive(client: PoolClient, accessionNumber: string, closures: ReadonlySet<string>): Promise<void> {
  const found = await findIssuerOf(client, accessionNumber);
  if (!found) return;
  // Two runs may derive filings of one issuer at once: the second sees what the first has done.
  await lockIssuer(client, found.issuerCik ?? accessionNumber);
  const connected = await findConnected(client, accessionNumber, found.issuerCik);
  const waiting = await takeWaiting(client, connected);
  if (waiting.length === 0) return;
  const entries = await loadEntries(client, connected);
  const stood = await listSuperseded(client, connected);
  const hinted = await hasHints(client, connected);
  const derived = deriveConnected(entries, closures);
  await replaceDerived(client, connected, derived);
  if (found.issuerCik !== null && (hinted || derived.splitHints.length > 0))
    await deriveSplits(client, found.issuerCik);
  const outlying = found.issuerCik === null ? [] : await deriveOutlying(client, found.issuerCik);
  const supersededBy = new Map(derived.superseded.map((row) => [keyOfRow(row), row.supersededBy]));
  const alike = await deriveEvents(client, {
    entries,
    supersededBy,
    waiting,
    changed: changedBetween(stood, supersededBy),
  });
  const clustered =
    found.issuerCik !== null && (outlying.length > 0 || (await mayChangeClusters(client, entries)))
      ? await deriveClusters(client, found.issuerCik)
      : [];
  // Other runs with a note of the same text wait from here to the end.
  await deriveNotes(client, waiting);
  const listed = await putListing(client, [...new Set([...connected, ...outlying, ...alike, ...clustered])]);
  await queueToMatch(client, listed);
}

/** The rows that another row supersedes than before, and the rows that superseded them before or now. */
function changedBetween(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const changed = new Set<string>();
  for (const key of [...before.keys(), ...now.keys()]) {
    const [was, is] = [before.get(key), now.get(key)];
    if (was !== is) for (const each of [key, was, is]) if (each !== undefined) changed.add(each);
  }
  return [...changed];
}

/** Takes connected filings off the queue. @returns those that were on it. */
async function takeWaiting(client: PoolClient, connected: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ accessionNumber: string }>({
    name: "derive_take_waiting",
    text: `delete from filing_to_derive where accession_number = any($1) returning accession_number as "accessionNumber"`,
    values: [connected],
  });
  return rows.map((row) => row.accessionNumber);
}

/** Whether balances of these filings hinted at a split before. The hints may have changed. */
async function hasHints(client: PoolClient, connected: readonly string[]): Promise<boolean> {
  const { rowCount } = await client.query({
    name: "derive_has_hints",
    text: "select from split_hint where accession_number = any($1) limit 1",
    values: [connected],
  });
  return rowCount === 1;
}

/** Whether filings have purchases or sales, or had some in clusters when these were last found. */
async function mayChangeClusters(client: PoolClient, entries: readonly FilingEntry[]): Promise<boolean> {
  if (entries.some(({ rows }) => rows.some(mayCluster))) return true;
  const { rowCount } = await client.query({
    name: "derive_has_clusters",
    text: "select from trade_cluster where accession_number = any($1) limit 1",
    values: [entries.map(({ filing }) => filing.accessionNumber)],
  });
  return rowCount === 1;
}

async function listSuperseded(client: PoolClient, connected: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; by: string }>({
    name: "derive_superseded",
    text: `
      select accession_number || '#' || table_number || '-' || line as key, superseded_by as by
      from superseded_row where accession_number = any($1)`,
    values: [connected],
  });
  return new Map(rows.map(({ key, by }) => [key, by]));
}
