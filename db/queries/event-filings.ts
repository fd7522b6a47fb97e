import { asc, eq, inArray } from "drizzle-orm";
import { filing, filingOwner } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { EventFiling } from "@/lib/events/describe-event";

/** What a sentence says about filings that report the same trade as others: their form, and their owners as filed. */
export async function listEventFilings(db: Db, accessionNumbers: readonly string[]): Promise<EventFiling[]> {
  if (accessionNumbers.length === 0) return [];
  const found = await db
    .select({ accessionNumber: filing.accessionNumber, documentType: filing.documentType, name: filingOwner.name })
    .from(filing)
    .leftJoin(filingOwner, eq(filingOwner.accessionNumber, filing.accessionNumber))
    .where(inArray(filing.accessionNumber, [...accessionNumbers]))
    .orderBy(asc(filing.accessionNumber), asc(filingOwner.position));
  const filings = new Map<string, EventFiling & { names: string[] }>();
  for (const { accessionNumber, documentType, name } of found) {
    const known = filings.get(accessionNumber) ?? { accessionNumber, documentType, names: [] };
    if (name !== null) known.names.push(name);
    filings.set(accessionNumber, known);
  }
  return [...filings.values()];
}
