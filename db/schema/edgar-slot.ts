import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** When the next request to EDGAR may leave: one row, which every process of the installation asks. */
export const edgarSlot = pgTable(
  "edgar_slot",
  {
    isOnly: boolean().primaryKey().default(true),
    nextAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Nothing leaves before this: EDGAR said no. */
    pausedUntil: timestamp({ withTimezone: true }),
    pauseReason: text(),
  },
  (t) => [check("edgar_slot_is_only", sql`${t.isOnly}`)],
);
