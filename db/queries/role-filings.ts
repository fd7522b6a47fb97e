import { asc, desc, inArray, sql } from "drizzle-orm";
import { ownerFacts } from "@/db/queries/filing-entries";
import { filing, filingOwner } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { PLANNED_EACH_TIME, prepared } from "@/db/server/prepared";
import type { RoleFiling } from "@/lib/people/roles-over-time";

/** What the newest filings of some owners on an issuer say about their roles. @param limit the filings of each owner */
export async function listRoleFilings(
  db: Db,
  issuerCik: string,
  ownerCiks: readonly string[],
  limit: number,
): Promise<RoleFiling[]> {
  if (ownerCiks.length === 0) return [];
  const { newest, owners: theirOwners } = statements(db);
  const asked = { ownerCiks: [...ownerCiks], issuerCik, limit };
  const [filings, owners] = await Promise.all([newest.execute(asked), theirOwners.execute(asked)]);
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

const statements = prepared((db) => {
  const newest = sql`(
    select found.accession_number from unnest(${sql.placeholder("ownerCiks")}::text[]) as asked(cik) cross join lateral (
      select f.accession_number from filing_owner o join filing f using (accession_number)
      where o.cik = asked.cik and f.issuer_cik = ${sql.placeholder("issuerCik")}
      order by f.ordered_at desc, f.accession_number desc limit ${sql.placeholder("limit")}
    ) as found)`;
  return {
    newest: db
      .select({
        accessionNumber: filing.accessionNumber,
        documentType: filing.documentType,
        orderedAt: filing.orderedAt,
        notSubjectToSection16: filing.notSubjectToSection16,
        remarks: filing.remarks,
      })
      .from(filing)
      .where(inArray(filing.accessionNumber, newest))
      .orderBy(desc(filing.orderedAt), desc(filing.accessionNumber))
      .prepare(PLANNED_EACH_TIME),
    owners: db
      .select(OWNER_FACTS)
      .from(filingOwner)
      .where(inArray(filingOwner.accessionNumber, newest))
      .orderBy(asc(filingOwner.accessionNumber), asc(filingOwner.position))
      .prepare(PLANNED_EACH_TIME),
  };
});

/** Without addresses, because an insider may have hundreds of filings. */
const OWNER_FACTS = {
  accessionNumber: filingOwner.accessionNumber,
  cik: filingOwner.cik,
  name: filingOwner.name,
  isDirector: filingOwner.isDirector,
  isOfficer: filingOwner.isOfficer,
  isTenPercentOwner: filingOwner.isTenPercentOwner,
  isOther: filingOwner.isOther,
  officerTitle: filingOwner.officerTitle,
  otherText: filingOwner.otherText,
};
