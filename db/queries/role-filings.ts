import { sql } from "drizzle-orm";
import { isoInstant } from "@/db/queries/sorted-filings";
import { filing } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { RoleFiling } from "@/lib/people/roles-over-time";

/** What the newest filings of some owners on an issuer say about their roles. @param limit the filings of each owner */
export async function listRoleFilings(
  db: Db,
  issuerCik: string,
  ownerCiks: readonly string[],
  limit: number,
): Promise<RoleFiling[]> {
  if (ownerCiks.length === 0) return [];
  // Thousands of rows. PostgreSQL puts the owners of each filing together, because drizzle reads a row column by column.
  const { rows } = await db.execute<RoleFiling>(sql`
    select accession_number as "accessionNumber", document_type as "documentType", ${isoInstant} as "orderedAt",
      not_subject_to_section16 as "notSubjectToSection16", remarks,
      (
        select coalesce(json_agg(json_build_object('cik', o.cik, 'name', o.name, 'isDirector', o.is_director,
          'isOfficer', o.is_officer, 'isTenPercentOwner', o.is_ten_percent_owner, 'isOther', o.is_other,
          'officerTitle', o.officer_title, 'otherText', o.other_text) order by o.position), '[]')
        from filing_owner o where o.accession_number = filing.accession_number
      ) as owners
    from ${filing}
    where accession_number in (
      select found.accession_number from unnest(${sql.param([...ownerCiks])}::text[]) as asked(cik) cross join lateral (
        select f.accession_number from filing_owner o join filing f using (accession_number)
        where o.cik = asked.cik and f.issuer_cik = ${issuerCik}
        order by f.ordered_at desc, f.accession_number desc limit ${limit}
      ) as found)
    order by ordered_at desc, accession_number desc`);
  return rows;
}
