import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** A quarter of the SEC's Insider Transactions Data Sets that was taken in, by its archive's bytes. */
export const dataSet = pgTable("data_set", {
  sha256: text().primaryKey(),
  fileName: text().notNull(),
  filings: integer().notNull(),
  rows: integer().notNull(),
  refusedRows: integer().notNull(),
  storedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
