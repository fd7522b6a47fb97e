import { sql } from "drizzle-orm";
import { formerAddress } from "@/db/schema";
import type { Db } from "@/db/server/client";

const KEY = sql`accession_number || '#' || table_number || '-' || line`;

/** For each row, the rows that it replaced. Reads whole chains of amendments. */
export async function listReplaced(db: Db, accessionNumbers: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.execute<{ by: string; replaced: string[] }>(sql`
    with root as (
      select coalesce(amends, number) as number
      from unnest(${sql.param(accessionNumbers)}::text[]) as number
        left join amendment_link on amendment_link.accession_number = number
    ), chain as (
      select number from root
      union select accession_number from amendment_link where amends in (select number from root)
    )
    select superseded_by as by, array_agg(${KEY}) as replaced
    from superseded_row join chain on accession_number = number group by 1`);
  return new Map(rows.map(({ by, replaced }) => [by, replaced]));
}

/** For each trade, by the key of the row that counts, all rows that report it. */
export async function listReports(db: Db, events: readonly string[]): Promise<Map<string, string[]>> {
  if (events.length === 0) return new Map();
  const { rows } = await db.execute<{ event: string; reports: string[] }>(sql`
    select event, array_agg(${KEY}) as reports from event_row where event = any(${sql.param(events)}::text[]) group by 1`);
  return new Map(rows.map(({ event, reports }) => [event, reports]));
}

/** For each filing that once had a number of ours, that number. */
export async function listFormerNumbers(db: Db, accessionNumbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select()
    .from(formerAddress)
    .where(sql`${formerAddress.accessionNumber} = any(${sql.param(accessionNumbers)}::text[])`);
  return new Map(rows.map(({ accessionNumber, localNumber }) => [accessionNumber, localNumber]));
}

/** For each amendment among some filings, the other filings of its chain. */
export async function listAmended(db: Db, accessionNumbers: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.execute<{ number: string; others: string[] }>(sql`
    select link.accession_number as number, array_agg(other.number) as others
    from amendment_link link cross join lateral (
      select link.amends as number
      union select accession_number from amendment_link
        where amends = link.amends and accession_number <> link.accession_number
    ) as other
    where link.accession_number = any(${sql.param(accessionNumbers)}::text[]) and link.amends is not null
    group by 1`);
  return new Map(rows.map(({ number, others }) => [number, others]));
}

/** When a filing was filed. If only the day is known, between its beginning and its end. */
export type FilingMoment = {
  version: number;
  filedFrom: Date;
  filedTo: Date;
  /** When we first received it. */
  receivedAt: Date | null;
};

export async function listMoments(db: Db, accessionNumbers: readonly string[]): Promise<Map<string, FilingMoment>> {
  const startOf = (day: ReturnType<typeof sql>) => sql`(${day})::timestamp at time zone 'America/New_York'`;
  const { rows } = await db.execute<{
    number: string;
    version: number;
    filed_from: string;
    filed_to: string;
    received_at: string | null;
  }>(sql`
    select accession_number as number, version,
      coalesce(filed_at, ${startOf(sql`filing_date`)}, ordered_at) as filed_from,
      coalesce(filed_at, ${startOf(sql`filing_date + 1`)}, ordered_at) as filed_to,
      (select min(received_at) from raw_document where raw_document.accession_number = filing.accession_number) as received_at
    from filing where accession_number = any(${sql.param(accessionNumbers)}::text[])`);
  return new Map(
    rows.map((row) => [
      row.number,
      {
        version: row.version,
        filedFrom: new Date(row.filed_from),
        filedTo: new Date(row.filed_to),
        receivedAt: row.received_at === null ? null : new Date(row.received_at),
      },
    ]),
  );
}

/** Whether a filing was filed after a moment. If only the day is known, we must also have received it later. */
export const isFiledAfter = ({ filedFrom, filedTo, receivedAt }: FilingMoment, moment: Date): boolean =>
  filedFrom > moment || (filedTo > moment && receivedAt !== null && receivedAt > moment);
