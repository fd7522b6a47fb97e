import type { ClientBase } from "pg";
import { findEqualRows } from "@/db/derive/equal-rows";
import { eventRow } from "@/db/schema";
import { asJson } from "@/db/schema/json-rows";
import { sameTrades } from "@/lib/events/same-trades";
import type { RowEvent } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling, partsOfKey } from "@/lib/record/row-key";

type Changed = {
  /** The connected filings. */
  entries: readonly FilingEntry[];
  /** Keys of their superseded rows, each with the key of the row that replaced it. */
  supersededBy: ReadonlyMap<string, string>;
  /** The filings among them that are new or have changed. */
  waiting: readonly string[];
  /** Keys of rows that now supersede, or are superseded by, another row than before. */
  changed: readonly string[];
};

/**
 * Derives the events of the rows that changed. It reads all rows of the issuer that are equal to them, or were before an amendment,
 * whether connected or not, and the rows of the events to which they belonged. @returns the filings of all these rows.
 */
export async function deriveEvents(
  client: ClientBase,
  { entries, supersededBy, waiting, changed }: Changed,
): Promise<string[]> {
  const isNew = new Set(waiting);
  const before = (await listEvents(client, waiting, changed)).map(({ key }) => key);
  const sought = entries.flatMap(({ filing: { accessionNumber }, rows }) =>
    isNew.has(accessionNumber) ? rows.map((row) => keyInFiling(accessionNumber, rowId(row))) : [],
  );
  const issuerCik = entries[0]?.filing.issuer.cik ?? null;
  const equal = await findEqualRows(client, issuerCik, { entries, supersededBy }, [...sought, ...changed, ...before]);
  if (equal.entries.length <= 1 && before.length === 0) return [];
  const events = sameTrades(equal.entries, equal.supersededBy, (key) => equal.keys.has(key));
  const rows = [...new Set([...equal.keys, ...before])];
  await replaceEvents(client, rows, events);
  return rows.map((key) => partsOfKey(key).accessionNumber);
}

/** All rows of the events that some filings are part of. */
async function listEvents(
  client: ClientBase,
  waiting: readonly string[],
  changed: readonly string[],
): Promise<{ key: string }[]> {
  const { rows } = await client.query<{ key: string }>({
    name: "derive_events_before",
    text: `
      select accession_number || '#' || table_number || '-' || line as key
      from event_row where event in (select event from event_row where accession_number = any($1))`,
    values: [[...new Set([...waiting, ...changed.map((key) => partsOfKey(key).accessionNumber)])]],
  });
  return rows;
}

async function replaceEvents(client: ClientBase, rows: readonly string[], events: ReadonlyMap<string, RowEvent>) {
  await client.query({
    name: "derive_delete_events",
    text: `
      delete from event_row
      using unnest($1::text[], $2::text[], $3::smallint[]) as gone (accession_number, table_number, line)
      where event_row.accession_number = gone.accession_number and event_row.table_number = gone.table_number
        and event_row.line = gone.line`,
    values: [
      rows.map((key) => placeOf(key).accessionNumber),
      rows.map((key) => placeOf(key).tableNumber),
      rows.map((key) => placeOf(key).line),
    ],
  });
  if (events.size === 0) return;
  await client.query({
    name: "derive_insert_events",
    text: `insert into event_row select * from json_populate_recordset(null::event_row, $1::json)`,
    values: [asJson(eventRow, eventLines(events))],
  });
}

/** Events as rows of the table. */
export const eventLines = (events: ReadonlyMap<string, RowEvent>): (typeof eventRow.$inferInsert)[] =>
  [...events].map(([key, { counted }]) => ({ ...placeOf(key), event: counted, isCounted: counted === key }));

function placeOf(key: string) {
  const [, accessionNumber = "", tableNumber, line] = /^(.*)#(I{1,2})-(\d+)$/.exec(key) ?? [];
  return { accessionNumber, tableNumber: tableNumber === "II" ? ("II" as const) : ("I" as const), line: Number(line) };
}
