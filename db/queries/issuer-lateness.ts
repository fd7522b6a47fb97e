import { sql } from "drizzle-orm";
import { anyWaits } from "@/db/queries/waiting";
import { filing, filingOwner, filingRow, lateness, latenessCount } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { NEWEST_LATE } from "@/lib/derive/lateness-counts";
import type { IssuerLateness } from "@/lib/views/issuer";

const OF_FILER = sql`select upper(btrim(${filingRow.timeliness})) as mark from ${filingRow}
  where ${filingRow.accessionNumber} = f.accession_number and ${filingRow.timeliness} is not null`;

/** How many filings on an issuer were late by our count, how many the filer marked as late, and the newest of either, each with both. */
export async function findIssuerLateness(db: Db, cik: string): Promise<IssuerLateness> {
  const { rows } = await db.execute<IssuerLateness>(sql`
    with counted as (
      select late, known, not_known, not_due, marked, marked_and_late, newest
      from ${latenessCount} where issuer_cik = ${cik} and not ${anyWaits(cik)}
      union all
      select * from (${countsOfRecord(cik)}) as record where ${anyWaits(cik)}
    ), newest as (
      select f.*, days, due, coalesce(is_late, false) as is_late
      from ${filing} as f left join ${lateness} using (accession_number)
      where accession_number = any(array(select unnest(newest) from counted))
      order by ordered_at desc, accession_number desc limit ${NEWEST_LATE}
    )
    select coalesce(sum(late), 0)::int as "late", coalesce(sum(known), 0)::int as "of", coalesce(sum(not_known), 0)::int as "notKnown",
      coalesce(sum(not_due), 0)::int as "notDue", coalesce(sum(marked), 0)::int as "marked",
      coalesce(sum(marked_and_late), 0)::int as "markedAndLate",
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
    from counted`);
  return rows[0] ?? { late: 0, of: 0, notKnown: 0, notDue: 0, marked: 0, markedAndLate: 0, filings: [] };
}

/** The same as `lateness_count` has, counted in the record itself. It takes as long as the issuer has filings. */
const countsOfRecord = (cik: string) => sql`
  select count(*) filter (where is_late) as late, count(*) filter (where is_known) as known,
    count(*) filter (where not is_known and not is_filed) as not_known, count(*) filter (where not is_known and is_filed) as not_due,
    count(*) filter (where is_marked) as marked, count(*) filter (where is_marked and is_late) as marked_and_late,
    coalesce((array_agg(accession_number order by ordered_at desc, accession_number desc)
      filter (where is_late or is_marked))[:${sql.raw(String(NEWEST_LATE))}], '{}') as newest
  from (
    select f.accession_number, f.ordered_at, coalesce(f.filing_date, f.filed_at::date) is not null as is_filed,
      coalesce(is_late, false) as is_late, days is not null as is_known, 'L' in (${OF_FILER} offset 0) as is_marked
    from ${filing} as f left join ${lateness} using (accession_number)
    where f.issuer_cik = ${cik}
  ) as filings`;
