import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { amendmentLink, filing } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingRef } from "@/lib/record/filing-ref";

const REF = {
  accessionNumber: filing.accessionNumber,
  documentType: filing.documentType,
  filedAt: filing.filedAt,
  filingDate: filing.filingDate,
  periodOfReport: filing.periodOfReport,
};

type Found = Omit<FilingRef, "filedAt"> & { filedAt: Date | null };

const refOf = ({ filedAt, ...facts }: Found): FilingRef => ({ ...facts, filedAt: filedAt?.toISOString() ?? null });

/** What is needed to name filings and link to them, by accession number, without those that we do not have. */
export async function listFilingRefs(
  db: Db,
  accessionNumbers: readonly string[],
): Promise<ReadonlyMap<string, FilingRef>> {
  if (accessionNumbers.length === 0) return new Map();
  const found = await db
    .select(REF)
    .from(filing)
    .where(inArray(filing.accessionNumber, [...accessionNumbers]));
  return new Map(found.map((each) => [each.accessionNumber, refOf(each)]));
}

/** All amendments of an original, in filing order. */
export async function listAmendmentsOf(db: Db, original: string): Promise<FilingRef[]> {
  const found = await db
    .select(REF)
    .from(amendmentLink)
    .innerJoin(filing, eq(filing.accessionNumber, amendmentLink.accessionNumber))
    .where(and(eq(amendmentLink.amends, original), isNotNull(amendmentLink.basis)))
    .orderBy(asc(filing.orderedAt), asc(filing.accessionNumber));
  return found.map(refOf);
}
