import { asc, desc, inArray, sql } from "drizzle-orm";
import { ownerFacts } from "@/db/queries/filing-entries";
import { filing, filingOwner } from "@/db/schema";
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
  const newest = sql`(
    select found.accession_number from unnest(${sql.param([...ownerCiks])}::text[]) as asked(cik) cross join lateral (
      select f.accession_number from filing_owner o join filing f using (accession_number)
      where o.cik = asked.cik and f.issuer_cik = ${issuerCik}
      order by f.ordered_at desc, f.accession_number desc limit ${limit}
    ) as found)`;
  const [filings, owners] = await Promise.all([
    db
      .select({
        accessionNumber: filing.accessionNumber,
        documentType: filing.documentType,
        orderedAt: filing.orderedAt,
        notSubjectToSection16: filing.notSubjectToSection16,
        remarks: filing.remarks,
      })
      .from(filing)
      .where(inArray(filing.accessionNumber, newest))
      .orderBy(desc(filing.orderedAt), desc(filing.accessionNumber)),
    db
      .select()
      .from(filingOwner)
      .where(inArray(filingOwner.accessionNumber, newest))
      .orderBy(asc(filingOwner.accessionNumber), asc(filingOwner.position)),
  ]);
  const byFiling = new Map<string, RoleFiling["owners"]>();
  for (const owner of owners) {
    const known = byFiling.get(owner.accessionNumber) ?? [];
    known.push(ownerFacts(owner));
    byFiling.set(owner.accessionNumber, known);
  }
  return filings.map(({ orderedAt, ...found }) => ({
    ...found,
    orderedAt: orderedAt.toISOString(),
    owners: byFiling.get(found.accessionNumber) ?? [],
  }));
}
