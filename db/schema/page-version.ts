import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";

/**
 * What a change is about: an issuer's CIK, or the accession number of a filing without one. Or one of these:
 * `EVERYTHING`, for changes that can show on any page; `OPERATIONS`, for those that show on `/about/data` alone; `RECORD`, the
 * sum of all changes but those of operations, which only `page_version` has.
 */
export const EVERYTHING = "*";
export const OPERATIONS = "operations";
export const RECORD = "record";

/** Random, so that two histories of a database never have a version in common: after a restore, a reset or a failover. */
const randomStamp = sql`hashtextextended(gen_random_uuid()::text, 0)`;

/**
 * The version of what a page shows is the exclusive or of the stamps of all changes to it. A transaction writes its stamps
 * together with its changes, so that a page cannot see one without the other. Stamps are added up here from time to time; the
 * version is always that of both tables.
 */
export const pageVersion = pgTable("page_version", {
  subject: text().primaryKey(),
  stamp: bigint({ mode: "bigint" }).notNull(),
});

/** Stamps that `page_version` does not include yet. Rows are only added, so that concurrent runs never wait for each other. */
export const pageChange = pgTable(
  "page_change",
  {
    subject: text().notNull(),
    stamp: bigint({ mode: "bigint" }).notNull().default(randomStamp),
  },
  (t) => [index("page_change_of_subject").on(t.subject)],
);
