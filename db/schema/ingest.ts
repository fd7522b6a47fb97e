import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./columns";
import { filing } from "./filing";

/** One run of the ingest and what it did; `finishedAt` is null for a run that was cut off. */
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

/** A quarter of the SEC's Insider Transactions Data Sets that was taken in, by its archive's bytes. */
export const dataSet = pgTable("data_set", {
  sha256: text().primaryKey(),
  fileName: text().notNull(),
  filings: integer().notNull(),
  rows: integer().notNull(),
  refusedRows: integer().notNull(),
  storedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

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

/** A number of ours that gave way to the accession number: the old address leads to the new one. */
export const formerAddress = pgTable("former_address", {
  localNumber: text().primaryKey(),
  accessionNumber: text()
    .notNull()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
});

/** An index that was set aside for the first load of data sets, until it is made again. Empty at all other times. */
export const postponedIndex = pgTable("postponed_index", {
  name: text().primaryKey(),
  definition: text().notNull(),
});

/** Filings stored since the derived tables were last brought up to date with them. */
export const filingToDerive = pgTable(
  "filing_to_derive",
  {
    accessionNumber: text()
      .primaryKey()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    /** How often its derivation was begun and did not finish. Those that never failed come first. */
    failures: integer().notNull().default(0),
    /** Why the last attempt failed; null where it was cut off, or is being made just now. */
    lastFailure: text(),
    lastFailedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index("filing_to_derive_by_failures").on(t.failures, t.accessionNumber).where(sql`${t.failures} > 0`)],
);
