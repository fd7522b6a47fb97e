import { pgTable, text } from "drizzle-orm/pg-core";
import { filing } from "./filing";

/** Filings stored since the derived tables were last brought up to date with them. */
export const filingToDerive = pgTable("filing_to_derive", {
  accessionNumber: text()
    .primaryKey()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
});
