import type { Pool, PoolClient } from "pg";
import { deriveEvents } from "@/db/derive/derive-events";
import { deriveNotes } from "@/db/derive/derive-notes";
import { deriveSplits } from "@/db/derive/derive-splits";
import { waitForOthers } from "@/db/derive/empty-derived";
import { findCircle, findIssuerOf } from "@/db/derive/find-circle";
import { loadEntries } from "@/db/derive/load-entries";
import { lockIssuer } from "@/db/derive/lock-issuer";
import { replaceDerived } from "@/db/derive/replace-derived";
import { inTransaction } from "@/db/server/in-transaction";
import { deriveCircle } from "@/lib/derive/derive-circle";

/**
 * Brings what is derived up to date with a filing that was stored: its circle, and the events of its rows. One transaction;
 * filings of the circle that wait as well are done with it.
 */
export const deriveFiling = (pool: Pool, accessionNumber: string, closures: ReadonlySet<string>): Promise<void> =>
  inTransaction(pool, `begin; ${waitForOthers}`, (client) => derive(client, accessionNumber, closures));

async function derive(client: PoolClient, accessionNumber: string, closures: ReadonlySet<string>): Promise<void> {
  const found = await findIssuerOf(client, accessionNumber);
  if (!found) return;
  // Two runs may derive filings of one issuer at once: the second sees what the first has done.
  await lockIssuer(client, found.issuerCik ?? accessionNumber);
  const circle = await findCircle(client, accessionNumber, found.issuerCik);
  const waiting = await takeWaiting(client, circle);
  if (waiting.length === 0) return;
  const entries = await loadEntries(client, circle);
  const stood = await listSuperseded(client, circle);
  const hinted = await hasHints(client, circle);
  const derived = deriveCircle(entries, closures);
  await replaceDerived(client, circle, derived);
  if (found.issuerCik !== null && (hinted || derived.splitHints.length > 0))
    await deriveSplits(client, found.issuerCik);
  const supersededBy = new Map(derived.superseded.map((row) => [keyOf(row), row.supersededBy]));
  await deriveEvents(client, { entries, supersededBy, waiting, changed: changedBetween(stood, supersededBy) });
  await deriveNotes(client, waiting);
}

/** The rows that are superseded by another one than before, or no more, and those that took their place or do now. */
function changedBetween(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const changed = new Set<string>();
  for (const key of [...before.keys(), ...now.keys()]) {
    const [was, is] = [before.get(key), now.get(key)];
    if (was !== is) for (const each of [key, was, is]) if (each !== undefined) changed.add(each);
  }
  return [...changed];
}

const keyOf = (row: { accessionNumber: string; tableNumber: string; line: number }) =>
  `${row.accessionNumber}#${row.tableNumber}-${row.line}`;

/** Takes the filings of a circle off the list of those that wait. */
async function takeWaiting(client: PoolClient, circle: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ accessionNumber: string }>({
    name: "derive_take_waiting",
    text: `delete from filing_to_derive where accession_number = any($1) returning accession_number as "accessionNumber"`,
    values: [circle],
  });
  return rows.map((row) => row.accessionNumber);
}

/** Whether splits were told from the circle's balances before: they may have changed. */
async function hasHints(client: PoolClient, circle: readonly string[]): Promise<boolean> {
  const { rowCount } = await client.query({
    name: "derive_has_hints",
    text: "select from split_hint where accession_number = any($1) limit 1",
    values: [circle],
  });
  return rowCount === 1;
}

async function listSuperseded(client: PoolClient, circle: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; by: string }>({
    name: "derive_superseded",
    text: `
      select accession_number || '#' || table_number || '-' || line as key, superseded_by as by
      from superseded_row where accession_number = any($1)`,
    values: [circle],
  });
  return new Map(rows.map(({ key, by }) => [key, by]));
}
