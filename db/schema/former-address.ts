import { pgTable, text } from "drizzle-orm/pg-core";
import { filing } from "./filing";

/** A number of ours that gave way to the accession number: the old address leads to the new one. */
export const formerAddress = pgTable("former_address", {
  localNumber: text().primaryKey(),
  accessionNumber: text()
    .notNull()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
});
