import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./columns";
import { filing } from "./filing";

/**
 * `document`: the ownershipDocument's XML. `submission`: a file that contains it. `paper`: a file that the form was read from.
 */
export type RawKind = "document" | "submission" | "paper";

/** The bytes as filed, compressed with gzip: every version of a filing, including the latest. */
export const rawDocument = pgTable(
  "raw_document",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    version: integer().notNull(),
    kind: text().$type<RawKind>().notNull(),
    /** Of the bytes, before compression. */
    sha256: text().notNull(),
    /** As in `filing`: shows whether a version was seen before. */
    contentSha256: text().notNull(),
    fileName: text().notNull(),
    gzip: bytea().notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.version, t.kind] }),
    index("raw_document_by_content").on(t.contentSha256),
  ],
);
