import { desc, eq, sql } from "drizzle-orm";
import { filing, filingToDerive } from "@/db/schema";
import type { Db } from "@/db/server/client";

/**
 * A derivation counts as begun before it is done, so one failure without a reason may still be running, or be the first that was
 * cut off.
 */
export const IS_UNDERIVABLE = sql`failures > 0 and (failures > 1 or last_failure is not null)`;

/** Filings that could not be derived, the last to fail first. They stay in the queue and are tried again. */
export const listUnderivable = (db: Db, limit: number) =>
  db
    .select({
      accessionNumber: filingToDerive.accessionNumber,
      documentType: filing.documentType,
      issuerName: filing.issuerName,
      filingDate: filing.filingDate,
      failures: filingToDerive.failures,
      lastFailure: filingToDerive.lastFailure,
      lastFailedAt: filingToDerive.lastFailedAt,
    })
    .from(filingToDerive)
    .innerJoin(filing, eq(filing.accessionNumber, filingToDerive.accessionNumber))
    .where(IS_UNDERIVABLE)
    .orderBy(desc(filingToDerive.lastFailedAt), filingToDerive.accessionNumber)
    .limit(limit);
