import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { filing } from "./filing";

/** Filings stored since the derived tables were last brought up to date with them. */
export const filingToDerive = pgTable(
  "filing_to_derive",
  {
    accessionNumber: text()
      .primaryKey()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    /** How often its derivation was begun and did not finish. Those that never failed come first. */
    failures: integer().notNull().default(0),
    /** Why the last attempt failed; null where it was cut off, or is being made just now. */
    lastFailure: text(),
    lastFailedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index("filing_to_derive_by_failures").on(t.failures, t.accessionNumber).where(sql`${t.failures} > 0`)],
);
