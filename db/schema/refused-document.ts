import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./columns";

/** A document that could not be taken in: why, where, and its bytes. One row a content, however often it was offered. */
export const refusedDocument = pgTable(
  "refused_document",
  {
    sha256: text().primaryKey(),
    fileName: text().notNull(),
    line: integer(),
    message: text().notNull(),
    gzip: bytea().notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("refused_document_newest").on(t.receivedAt)],
);
