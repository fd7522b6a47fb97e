import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./columns";
import { filing } from "./filing";

/** A run of the ingest and its results; `finishedAt` is null for a run that was cut off. */
export const ingestRun = pgTable("ingest_run", {
  ingestRunId: integer().primaryKey().generatedAlwaysAsIdentity(),
  /** `files`, `sample`, … */
  source: text().notNull(),
  startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  finishedAt: timestamp({ withTimezone: true }),
  read: integer().notNull().default(0),
  stored: integer().notNull().default(0),
  alreadyThere: integer().notNull().default(0),
  withProblems: integer().notNull().default(0),
  refused: integer().notNull().default(0),
});

/** A loaded quarter of the SEC's Insider Transactions Data Sets, by its archive's bytes. */
export const dataSet = pgTable("data_set", {
  sha256: text().primaryKey(),
  fileName: text().notNull(),
  filings: integer().notNull(),
  rows: integer().notNull(),
  refusedRows: integer().notNull(),
  storedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** A document that could not be stored: why, where, and its bytes. One row for each content, however often it came. */
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

/** A number of ours that the accession number replaced: the old address leads to the new one. */
export const formerAddress = pgTable("former_address", {
  localNumber: text().primaryKey(),
  accessionNumber: text()
    .notNull()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
});

/** An index that was dropped for the first load of data sets, until it is created again. Empty at all other times. */
export const postponedIndex = pgTable("postponed_index", {
  name: text().primaryKey(),
  definition: text().notNull(),
});

/** The queue of filings stored since the derived tables were last up to date. */
export const filingToDerive = pgTable(
  "filing_to_derive",
  {
    accessionNumber: text()
      .primaryKey()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    /** How often its derivation began and did not finish. Filings that never failed come first. */
    failures: integer().notNull().default(0),
    /** Why the last attempt failed; null if it was cut off, or is still running. */
    lastFailure: text(),
    lastFailedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index("filing_to_derive_by_failures").on(t.failures, t.accessionNumber).where(sql`${t.failures} > 0`)],
);
