import { sql } from "drizzle-orm";
import { filing, filingOwner, filingRow, lateness } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { IssuerLateness } from "@/lib/views/issuer";

const OF_FILER = sql`select upper(btrim(${filingRow.timeliness})) as mark from ${filingRow}
  where ${filingRow.accessionNumber} = f.accession_number and ${filingRow.timeliness} is not null`;

/**
 * How many filings on an issuer were late by our count, how many the filer marked as late, and the newest of either, each with both.
 * @param most how many of the newest
 */
export async function findIssuerLateness(db: Db, cik: string, most: number): Promise<IssuerLateness> {
  const { rows } = await db.execute<IssuerLateness>(sql`
    with filings as materialized (
      select f.accession_number, f.document_type, f.ordered_at, f.filing_date, f.filed_at, days, due, coalesce(is_late, false) as is_late,
        days is not null as is_known, 'L' in (${OF_FILER} offset 0) as is_marked
      from ${filing} as f left join ${lateness} using (accession_number)
      where f.issuer_cik = ${cik}
    ), newest as (
      select * from filings where is_late or is_marked order by ordered_at desc, accession_number desc limit ${most}
    )
    select (count(*) filter (where is_late))::int as "late", (count(*) filter (where is_known))::int as "of",
      (count(*) filter (where not is_known and filing_date is null and filed_at is null))::int as "notKnown",
      (count(*) filter (where not is_known and (filing_date is not null or filed_at is not null)))::int as "notDue",
      (count(*) filter (where is_marked))::int as "marked", (count(*) filter (where is_marked and is_late))::int as "markedAndLate",
      coalesce((
        select json_agg(json_build_object(
          'accessionNumber', accession_number, 'documentType', document_type,
          'filedOn', coalesce(filing_date, (filed_at at time zone 'America/New_York')::date),
          'days', days, 'due', due, 'late', is_late,
          'marks', (select coalesce(json_agg(distinct mark), '[]') from (${OF_FILER}) as marks where mark <> ''),
          'owners', (
            select coalesce(json_agg(json_build_object('cik', cik, 'name', name) order by position), '[]') from ${filingOwner}
            where ${filingOwner.accessionNumber} = f.accession_number)
        ) order by ordered_at desc, accession_number desc) from newest as f
      ), '[]') as "filings"
    from filings`);
  return rows[0] ?? { late: 0, of: 0, notKnown: 0, notDue: 0, marked: 0, markedAndLate: 0, filings: [] };
}
