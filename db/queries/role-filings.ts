import { asc, desc, eq, inArray } from "drizzle-orm";
import { ownerFacts } from "@/db/queries/filing-entries";
import { filing, filingOwner } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { RoleFiling } from "@/lib/people/roles-over-time";

/** What the newest filings on an issuer say about the roles of their owners. */
export async function listRoleFilings(db: Db, issuerCik: string, limit: number): Promise<RoleFiling[]> {
  const filings = await db
    .select({
      accessionNumber: filing.accessionNumber,
      documentType: filing.documentType,
      orderedAt: filing.orderedAt,
      notSubjectToSection16: filing.notSubjectToSection16,
      remarks: filing.remarks,
    })
    .from(filing)
    .where(eq(filing.issuerCik, issuerCik))
    .orderBy(desc(filing.orderedAt), desc(filing.accessionNumber))
    .limit(limit);
  if (filings.length === 0) return [];
  const owners = await db
    .select()
    .from(filingOwner)
    .where(
      inArray(
        filingOwner.accessionNumber,
        filings.map(({ accessionNumber }) => accessionNumber),
      ),
    )
    .orderBy(asc(filingOwner.accessionNumber), asc(filingOwner.position));
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
