import { and, asc, eq, inArray } from "drizzle-orm";
import type { PoolClient } from "pg";
import { printDay } from "@/db/dataset/encode-cells";
import { FILING_STATE, type GroupedRows, type QuarterFilings, wrongWidth } from "@/db/dataset/quarter";
import type { TableRows } from "@/db/dataset/table-rows";
import { filing, filingOwner, filingRow, footnote, signature } from "@/db/schema";
import { databaseOn } from "@/db/server/client";
import { columnsFromCells, rowFromCells } from "@/lib/dataset/columns-from-cells";
import { compareWithDataSet } from "@/lib/dataset/compare-with-data-set";
import { ROW_MEMBERS, type RowMember } from "@/lib/dataset/data-set-columns";
import type { Comparable } from "@/lib/edgar/compare-with-xml";

const BATCH = 200;

/**
 * Reports where a table of the quarter disagrees with filings known from XML. These stay as they are: the XML is the filing, and
 * the data set rounds.
 */
export async function compareKnown(
  client: PoolClient,
  quarter: QuarterFilings,
  table: TableRows,
  grouped: GroupedRows | null,
) {
  for (const places of batchesOf(quarter)) {
    const numbers = places.map((place) => quarter.numbers[place] ?? "");
    const known = await loadKnown(client, table.member, numbers);
    for (const place of places) {
      const xml = known.get(quarter.numbers[place] ?? "");
      if (!xml) continue;
      const { read, lines } = dataSetSide(quarter, table, grouped, place);
      for (const { pointer, message } of compareWithDataSet(xml, read)) {
        quarter.say(place, table, lines[0] ?? null, pointer, message);
      }
    }
  }
}

function* batchesOf(quarter: QuarterFilings): Generator<number[]> {
  let batch: number[] = [];
  for (let place = 0; place < quarter.count; place++) {
    if (quarter.state[place] !== FILING_STATE.compare) continue;
    batch.push(place);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function dataSetSide(
  quarter: QuarterFilings,
  table: TableRows,
  grouped: GroupedRows | null,
  place: number,
): { read: Comparable; lines: number[] } {
  const rows = grouped
    ? [...grouped.rows.subarray(grouped.first[place], grouped.first[place + 1])]
    : [quarter.submissionRow[place] ?? 0];
  const whole = rows.filter((row) => {
    const fits = table.split(row);
    if (!fits) quarter.refuse(table, row, wrongWidth(table, row));
    return fits;
  });
  const columns = () => whole.map((row) => columnsFromCells(table.header, table.cells(row)));
  const lines = whole.map((row) => table.lines[row] ?? 0);
  switch (table.member) {
    case "SUBMISSION":
      return { read: { filing: columns()[0] ?? {} }, lines };
    case "REPORTINGOWNER":
      return { read: { owners: columns() }, lines };
    case "FOOTNOTES":
      return { read: { footnotes: columns() }, lines };
    case "OWNER_SIGNATURE":
      return { read: { signatures: columns() }, lines };
    default: {
      const { tableNumber, kind } = ROW_MEMBERS[table.member];
      const read = whole.map((row, at) =>
        rowFromCells(table.header, table.cells(row), { tableNumber, kind, line: at + 1 }),
      );
      return { read: { rows: read }, lines };
    }
  }
}

/** The same tables as stored, by accession number. */
async function loadKnown(
  client: PoolClient,
  member: TableRows["member"],
  numbers: string[],
): Promise<Map<string, Comparable>> {
  const db = databaseOn(client);
  const known = new Map<string, Comparable>(numbers.map((number) => [number, {}]));
  const add = <Name extends "owners" | "rows" | "footnotes" | "signatures">(
    name: Name,
    rows: ({ accessionNumber: string } & NonNullable<Comparable[Name]>[number])[],
  ) => {
    for (const comparable of known.values()) comparable[name] = [];
    for (const row of rows) known.get(row.accessionNumber)?.[name]?.push(row as never);
  };
  switch (member) {
    case "SUBMISSION":
      for (const row of await db.select().from(filing).where(inArray(filing.accessionNumber, numbers))) {
        known.set(row.accessionNumber, { filing: row });
      }
      break;
    case "REPORTINGOWNER":
      add(
        "owners",
        await db
          .select()
          .from(filingOwner)
          .where(inArray(filingOwner.accessionNumber, numbers))
          .orderBy(asc(filingOwner.position)),
      );
      break;
    case "FOOTNOTES":
      add(
        "footnotes",
        await db
          .select()
          .from(footnote)
          .where(inArray(footnote.accessionNumber, numbers))
          .orderBy(asc(footnote.position)),
      );
      break;
    case "OWNER_SIGNATURE":
      add(
        "signatures",
        await db
          .select()
          .from(signature)
          .where(inArray(signature.accessionNumber, numbers))
          .orderBy(asc(signature.position)),
      );
      break;
    default: {
      const { tableNumber, kind } = ROW_MEMBERS[member as RowMember];
      const ofMember = and(
        inArray(filingRow.accessionNumber, numbers),
        eq(filingRow.tableNumber, tableNumber),
        eq(filingRow.kind, kind),
      );
      add("rows", await db.select().from(filingRow).where(ofMember).orderBy(asc(filingRow.line)));
    }
  }
  return known;
}

/** Gives a filing whose bare XML did not say when it was filed the filing date of the data set, and its place in the order. */
export async function addFilingDates(client: PoolClient, quarter: QuarterFilings) {
  const places = [...batchesOf(quarter)].flat().filter((place) => (quarter.filingDay[place] ?? 0) > 0);
  if (places.length === 0) return;
  const values = [
    places.map((place) => quarter.numbers[place]),
    places.map((place) => printDay(quarter.filingDay[place] ?? 0)),
    places.map((place) => quarter.orderedAt[place]?.toString() ?? ""),
  ];
  await client.query({
    text: `
      with told as (select * from unnest($1::text[], $2::date[], $3::timestamptz[]) as t (number, day, ordered)),
      dated as (
        update filing set filing_date = told.day, ordered_at = told.ordered from told
        where accession_number = told.number and filing_date is null and filed_at is null
        returning accession_number, ordered_at),
      marked as (insert into filing_to_derive select accession_number from dated on conflict do nothing)
      update filing_row set ordered_at = dated.ordered_at from dated
      where filing_row.accession_number = dated.accession_number`,
    values,
  });
}
