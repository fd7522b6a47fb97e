import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { listFilingEntries } from "@/db/queries/filing-entries";
import { filing, filingOwner } from "@/db/schema";
import type { Filing, FilingEntry } from "@/lib/edgar/filing";
import { isAmendment } from "@/lib/edgar/form-name";

/** Balances are looked for no further back than this many filings. */
const MOST_FILINGS = 50;

/**
 * The filings that may hold the balances before those of a filing: of its issuer, by any of its owners, before it; newest first.
 * None where the issuer or all owners are not known. An amendment restates its original, which is therefore none of them.
 */
export async function listPriorBalances(db: Db, of: Filing): Promise<FilingEntry[]> {
  const ciks = of.owners.flatMap(({ cik }) => cik ?? []);
  if (of.issuer.cik === null || ciks.length === 0) return [];
  const found = await db
    .select({ accessionNumber: filing.accessionNumber })
    .from(filing)
    .where(
      and(
        eq(filing.issuerCik, of.issuer.cik),
        sql`(${filing.orderedAt}, ${filing.accessionNumber}) < (${of.orderedAt}::timestamptz, ${of.accessionNumber})`,
        sql`exists (select from ${filingOwner} where ${and(eq(filingOwner.accessionNumber, filing.accessionNumber), inArray(filingOwner.cik, ciks))})`,
        isNotRestated(of),
      ),
    )
    .orderBy(desc(filing.orderedAt), desc(filing.accessionNumber))
    .limit(MOST_FILINGS);
  return listFilingEntries(
    db,
    found.map(({ accessionNumber }) => accessionNumber),
  );
}

/** For an amendment: leaves out what it amends, and earlier amendments of the same: one form and one period. */
function isNotRestated({ documentType, periodOfReport }: Filing) {
  if (documentType === null || !isAmendment(documentType)) return undefined;
  const form = documentType.slice(0, -2);
  return sql`not (${filing.documentType} in (${form}, ${documentType}) and ${filing.periodOfReport} is not distinct from ${periodOfReport}::date)`;
}
