import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { rowPlace } from "./row-place";

/** Derived: a row that an amendment restates. It leaves lists and totals, and stays on its filing's page. */
export const supersededRow = pgTable(
  "superseded_row",
  {
    ...rowPlace(),
    /** The row that took its place: `0001365555-13-000002#I-1`. */
    supersededBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);
