import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Correction } from "@/paper/drafts/correction";
import type { PaperCheck, PaperKind, PaperReading } from "@/paper/form/paper-reading";
import type { SourceText } from "@/paper/form/printed-form";
import type { NameFinding } from "@/paper/parties/name-finding";
import { filing } from "./filing";

/** The reading of a paper form: what we know about its values. Unread ones are in `filing`. */
export const paperReading = pgTable("paper_reading", {
  accessionNumber: text()
    .primaryKey()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
  kind: text().$type<PaperKind>().notNull(),
  /** JSON Pointers into the document: values that may be wrong. */
  uncertain: text().array().notNull(),
  /** By JSON Pointer: where a value was read. */
  places: jsonb().$type<PaperReading["places"]>().notNull(),
  /** By JSON Pointer: why a value is uncertain or unread. */
  doubts: jsonb().$type<PaperReading["doubts"]>().notNull(),
  checks: jsonb().$type<PaperCheck[]>().notNull(),
  corrections: jsonb().$type<Correction[]>().notNull(),
  /** How the names on it were matched with a CIK, or with several possible ones. */
  names: jsonb().$type<NameFinding[]>().notNull(),
  /** The source by pages and lines: places refer to it. */
  text: jsonb().$type<SourceText>().notNull(),
});
