import { asc, eq } from "drizzle-orm";
import { filing, filingOwner, filingRow, footnote, signature } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingRecord } from "@/lib/edgar/filing-record";

export type StoredRecord = FilingRecord & { filing: typeof filing.$inferSelect };

/** A filing as the tables have it; null if we do not have it. Reads one table after another: a transaction has one connection. */
export async function findStoredRecord(tx: Db, accessionNumber: string): Promise<StoredRecord | null> {
  const [columns] = await tx.select().from(filing).where(eq(filing.accessionNumber, accessionNumber));
  if (!columns) return null;
  return {
    filing: columns,
    owners: await tx
      .select()
      .from(filingOwner)
      .where(eq(filingOwner.accessionNumber, accessionNumber))
      .orderBy(asc(filingOwner.position)),
    rows: await tx
      .select()
      .from(filingRow)
      .where(eq(filingRow.accessionNumber, accessionNumber))
      .orderBy(asc(filingRow.tableNumber), asc(filingRow.line)),
    footnotes: await tx
      .select()
      .from(footnote)
      .where(eq(footnote.accessionNumber, accessionNumber))
      .orderBy(asc(footnote.position)),
    signatures: await tx
      .select()
      .from(signature)
      .where(eq(signature.accessionNumber, accessionNumber))
      .orderBy(asc(signature.position)),
  };
}
