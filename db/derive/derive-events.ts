import type { ClientBase } from "pg";
import { loadEntries } from "@/db/derive/load-entries";
import { asJson } from "@/db/json-rows";
import { eventRow } from "@/db/schema";
import type { RowEvent } from "@/lib/derive/derived-filing";
import { parseDecimal } from "@/lib/edgar/decimal";
import type { FilingEntry } from "@/lib/edgar/filing";
import { type ReportedRow, rowId } from "@/lib/edgar/reported-row";
import { eventKey } from "@/lib/events/event-key";
import { sameTrades } from "@/lib/events/same-trades";

type Changed = {
  /** The circle's filings. */
  entries: readonly FilingEntry[];
  /** Those of them that are new or have changed. */
  waiting: readonly string[];
  /** Keys of rows that were superseded, or are no more. */
  changed: readonly string[];
};

/**
 * The events of the rows that changed: all rows of the issuer that state the same date and shares are looked at, in whatever
 * circle they are, and those of events that the rows were part of.
 */
export async function deriveEvents(client: ClientBase, { entries, waiting, changed }: Changed): Promise<void> {
  const isNew = new Set(waiting);
  const isChanged = new Set(changed);
  const touched = entries.flatMap(({ filing, rows }) =>
    rows
      .filter((row) => isNew.has(filing.accessionNumber) || isChanged.has(`${filing.accessionNumber}#${rowId(row)}`))
      .map((row) => ({ row, key: eventKey(row, filing.issuer.cik) })),
  );
  const before = await listEvents(client, waiting, changed);
  const keys = new Set(touched.flatMap(({ key }) => key ?? []));
  const issuerCik = entries[0]?.filing.issuer.cik ?? null;
  const others =
    issuerCik === null
      ? []
      : await findSameNumbers(
          client,
          issuerCik,
          touched.map(({ row }) => row),
        );
  const numbers = new Set([...waiting, ...others, ...before.map(({ accessionNumber }) => accessionNumber)]);
  if (numbers.size <= 1 && before.length === 0) return;

  const known = new Map(entries.map((entry) => [entry.filing.accessionNumber, entry]));
  const missing = [...numbers].filter((number) => !known.has(number));
  const loaded = [
    ...(await loadEntries(client, missing)),
    ...[...numbers].flatMap((number) => known.get(number) ?? []),
  ];
  const wasEvent = new Set(before.map(({ key }) => key));
  const superseded = await listSupersededOf(client, [...numbers]);
  const keyOfRow = new Map<string, string | null>();
  const affected: string[] = [];
  for (const { filing, rows } of loaded) {
    for (const row of rows) {
      const place = `${filing.accessionNumber}#${rowId(row)}`;
      const key = eventKey(row, filing.issuer.cik);
      if (wasEvent.has(place) && key !== null) keys.add(key);
      keyOfRow.set(place, key);
    }
  }
  for (const [place, key] of keyOfRow) if (key !== null && keys.has(key)) affected.push(place);
  const isAffected = new Set(affected);
  const events = sameTrades(loaded, (place) => isAffected.has(place) && !superseded.has(place));
  await replaceEvents(client, [...new Set([...affected, ...wasEvent])], events);
}

type EventMember = { accessionNumber: string; key: string };

/** All rows of the events that some rows are part of. */
async function listEvents(
  client: ClientBase,
  waiting: readonly string[],
  changed: readonly string[],
): Promise<EventMember[]> {
  const { rows } = await client.query<EventMember>({
    name: "derive_events_before",
    text: `
      select accession_number as "accessionNumber", accession_number || '#' || table_number || '-' || line as key
      from event_row where event in (select event from event_row where accession_number = any($1))`,
    values: [[...new Set([...waiting, ...changed.map((key) => key.slice(0, key.indexOf("#")))])]],
  });
  return rows;
}

/** Filings on an issuer with a transaction of the same date, and as many shares (or the same total value) as one of these. */
async function findSameNumbers(client: ClientBase, issuerCik: string, rows: readonly ReportedRow[]): Promise<string[]> {
  const pairs = new Map(
    rows.flatMap(({ kind, transactionDate, transactionShares, transactionTotalValue }) => {
      const day = /^\d{4}-\d\d-\d\d$/.exec(transactionDate.value ?? "")?.[0];
      const shares = parseDecimal(transactionShares.value)?.toFixed() ?? null;
      const value = shares === null ? (parseDecimal(transactionTotalValue.value)?.toFixed() ?? null) : null;
      const isStated = kind === "transaction" && day && (shares !== null || value !== null);
      return isStated ? [[`${day} ${shares} ${value}`, { day, shares, value }] as const] : [];
    }),
  );
  if (pairs.size === 0) return [];
  const asked = [...pairs.values()];
  const { rows: found } = await client.query<{ accessionNumber: string }>({
    name: "derive_same_numbers",
    text: `
      select distinct filing.accession_number as "accessionNumber"
      from (
        select filing_row.accession_number from unnest($1::date[], $2::numeric[]) as asked (day, shares)
          join filing_row on filing_row.transaction_date = asked.day and filing_row.transaction_shares = asked.shares
        union all
        select filing_row.accession_number from unnest($1::date[], $3::numeric[]) as asked (day, value)
          join filing_row on filing_row.transaction_date = asked.day and filing_row.transaction_shares is null
            and filing_row.transaction_total_value = asked.value
        where asked.value is not null
      ) as same join filing using (accession_number)
      where filing.issuer_cik = $4`,
    values: [
      asked.map(({ day }) => day),
      asked.map(({ shares }) => shares),
      asked.map(({ value }) => value),
      issuerCik,
    ],
  });
  return found.map((row) => row.accessionNumber);
}

async function listSupersededOf(client: ClientBase, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ key: string }>({
    name: "derive_superseded",
    text: `select accession_number || '#' || table_number || '-' || line as key from superseded_row where accession_number = any($1)`,
    values: [numbers],
  });
  return new Set(rows.map(({ key }) => key));
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

/** As the table holds them. */
export const eventLines = (events: ReadonlyMap<string, RowEvent>): (typeof eventRow.$inferInsert)[] =>
  [...events].map(([key, { counted }]) => ({ ...placeOf(key), event: counted, isCounted: counted === key }));

function placeOf(key: string) {
  const [, accessionNumber = "", tableNumber, line] = /^(.*)#(I{1,2})-(\d+)$/.exec(key) ?? [];
  return { accessionNumber, tableNumber: tableNumber === "II" ? ("II" as const) : ("I" as const), line: Number(line) };
}
