import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { position } from "./columns";
import { filing } from "./filing";

/** Something a reader should know about a stored filing: a rule it breaks, a value that could not be read. */
export const filingProblem = pgTable(
  "filing_problem",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    position: position(),
    fileName: text().notNull(),
    /** Of the paper form, from 1; null for XML. */
    page: integer(),
    /** In the ownershipDocument's XML or on the page, from 1. */
    line: integer(),
    /** JSON Pointer into the document. */
    pointer: text(),
    message: text().notNull(),
    /** When we found it. */
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.position] }),
    index("filing_problem_newest").on(t.receivedAt, t.accessionNumber, t.position),
  ],
);
