import { boolean, date, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { asFiled, instant, position, tsvector } from "./columns";
import { filing } from "./filing";

/** A footnote as filed. Its id is unique only on a filing that keeps the rules, so the position is the key. */
export const footnote = pgTable(
  "footnote",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    position: position(),
    footnoteId: text(),
    text: text(),
    ...asFiled(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.position] })],
);

/**
 * Derived: the facts in the text of a note, of the remarks, or of notes that continue in each other. Many notes have the same
 * text, so facts are stored by text; a text without facts has no row. A row may outlive the last note with its text, until
 * everything is derived again.
 */
export const statedFacts = pgTable("stated_facts", {
  /** MD5 of the text. */
  textMd5: uuid().primaryKey(),
  facts: jsonb().$type<StatedFacts>().notNull(),
  /** What a search for facts can ask for, as in `factKinds`. */
  kinds: text().array().notNull(),
});

/** Derived: a footnote, or a filing's remarks, prepared for search. Its text stays where it was filed. */
export const searchedNote = pgTable(
  "searched_note",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    /** That of the footnote; 0 for the remarks. */
    position: smallint().notNull(),
    /** The filing's, repeated here like its filing date, to find the newest notes without reading the filings. */
    orderedAt: instant().notNull(),
    filingDate: date({ mode: "string" }),
    /** The words of the text, and marks that no text can contain (`note-marks.ts`): whose note it is, when, and its facts. */
    words: tsvector().notNull(),
    statesFacts: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.position] }),
    index("searched_note_by_words").using("gin", t.words),
  ],
);
