import type { Pool, PoolClient } from "pg";
import { eventLines } from "@/db/derive/derive-events";
import { deriveNotes } from "@/db/derive/derive-notes";
import { DERIVED_PARTS, DERIVED_TABLES, deleteDerived } from "@/db/derive/derived-tables";
import { waitForOthers } from "@/db/derive/empty-derived";
import { loadIssuerEntries } from "@/db/derive/load-entries";
import { lockIssuers } from "@/db/derive/lock-issuer";
import { RowsToCopy } from "@/db/derive/rows-to-copy";
import { splitHintRows } from "@/db/derive/split-hint-rows";
import { eventRow } from "@/db/schema";
import { withoutForeignKeyChecks } from "@/db/server/foreign-key-checks";
import { inTransaction } from "@/db/server/in-transaction";
import { circles } from "@/lib/derive/circles";
import { type DerivedCircle, deriveCircle } from "@/lib/derive/derive-circle";
import { sameTrades } from "@/lib/events/same-trades";
import type { FilingEntry } from "@/lib/record/filing";
import { rowId } from "@/lib/record/reported-row";

export type DeriveOptions = {
  closures: ReadonlySet<string>;
  /** Whether this is part of a run from nothing (`emptyDerived`): nothing has to be taken out, and no list is kept. */
  isFromNothing: boolean;
  /** Whether only the notes of filings that wait are to be read; those of a run from nothing are read by another. */
  onlyWaiting?: boolean;
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

async function derive(
  client: PoolClient,
  issuerCiks: readonly string[],
  { closures, isFromNothing, onlyWaiting = false }: DeriveOptions,
) {
  const entries = await loadIssuerEntries(client, issuerCiks);
  const numbers = entries.map(({ filing }) => filing.accessionNumber);
  // First, so that a filing which arrives meanwhile stays on the list.
  const waiting = isFromNothing ? [] : await takeWaiting(client, numbers);
  if (!isFromNothing) {
    await deleteDerived(client, numbers);
    await client.query("delete from event_row where accession_number = any($1)", [numbers]);
  }
  for (const rows of deriveEach(groupByIssuer(entries), closures)) await rows.copy(client);
  // Last: others that have a note with the same text wait from here to the end.
  if (!isFromNothing) await deriveNotes(client, onlyWaiting ? waiting : numbers);
  return numbers.length;
}

async function takeWaiting(client: PoolClient, accessionNumbers: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ accessionNumber: string }>(
    `delete from filing_to_derive where accession_number = any($1) returning accession_number as "accessionNumber"`,
    [accessionNumbers],
  );
  return rows.map(({ accessionNumber }) => accessionNumber);
}

/** Derives issuer by issuer and lets go of each: what is left of it are bytes. */
function deriveEach(issuers: FilingEntry[][], closures: ReadonlySet<string>): RowsToCopy[] {
  const parts = DERIVED_PARTS.map((part) => ({ part, rows: new RowsToCopy(DERIVED_TABLES[part]) }));
  const events = new RowsToCopy(eventRow);
  for (let entries = issuers.pop(); entries; entries = issuers.pop()) {
    const derived = circles(entries).map((circle) => deriveCircle(circle, closures));
    for (const { part, rows } of parts) {
      if (part === "splitHints") rows.add(splitHintRows(derived, entries));
      else for (const circle of derived) rows.add(circle[part]);
    }
    events.add(eventsOf(entries, derived));
  }
  return [...parts.map(({ rows }) => rows), events];
}

function groupByIssuer(entries: FilingEntry[]): FilingEntry[][] {
  const groups = new Map<string, FilingEntry[]>();
  for (let entry = entries.pop(); entry; entry = entries.pop()) {
    const cik = entry.filing.issuer.cik ?? "";
    const known = groups.get(cik);
    if (known) known.push(entry);
    else groups.set(cik, [entry]);
  }
  return [...groups.values()];
}

function eventsOf(entries: readonly FilingEntry[], derived: readonly DerivedCircle[]) {
  const supersededBy = new Map(
    derived.flatMap((circle) =>
      circle.superseded.map((row) => [`${row.accessionNumber}#${rowId(row)}`, row.supersededBy] as const),
    ),
  );
  return eventLines(sameTrades(entries, supersededBy));
}
