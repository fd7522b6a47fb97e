import { bigint, boolean, date, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** What is counted. */
export type TallySubject =
  /** By filing date. */
  | "filing"
  /** The same filings by form, schema version and source. By day as well, there would be ten times as many rows. */
  | "filing kind"
  | "transaction"
  | "holding"
  | "footnote"
  | "problem"
  | "refused"
  | "insider"
  | "issuer"
  /** In EDGAR's lists by day, whether stored or not. */
  | "listed";

/** For an unknown day, and for subjects that are not counted by day. */
export const NO_DAY = "-infinity";

const columns = () => ({
  subject: text().$type<TallySubject>().notNull(),
  /** The filing date. */
  day: date({ mode: "string" }).notNull().default(NO_DAY),
  /** For filing kinds; empty if not stated. Cut to 40 characters, because a damaged document may contain any text. */
  documentType: text().notNull().default(""),
  schemaVersion: text().notNull().default(""),
  /** For a listed filing: empty, or `refused` if what EDGAR sent could not be stored. */
  source: text().notNull().default(""),
  isSample: boolean().notNull().default(false),
  n: bigint({ mode: "number" }).notNull(),
});

/**
 * How many filings, rows, footnotes and so on there are. Counting 5 million filings takes seconds, so triggers keep the counts:
 * each statement adds its change to `tally_change`, and changes are added up here from time to time. The count is always the sum
 * of both.
 */
export const tally = pgTable("tally", columns(), (t) => [
  primaryKey({ name: "tally_key", columns: [t.subject, t.day, t.documentType, t.schemaVersion, t.source, t.isSample] }),
]);

/** Changes that `tally` does not include yet. Rows are only added, so that concurrent runs never wait for each other. */
export const tallyChange = pgTable("tally_change", columns(), (t) => [
  index("tally_change_by_day").on(t.subject, t.day),
]);
