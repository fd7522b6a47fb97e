import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

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
