import { date, index, pgTable, primaryKey, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { tsvector } from "./columns";
import { filing } from "./filing";

/** Derived: a footnote, or a filing's remarks, as it is searched. Its text stays where it was filed. */
export const searchedNote = pgTable(
  "searched_note",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    /** That of the footnote; 0 for the remarks. */
    position: smallint().notNull(),
    /** The filing's, repeated here as its filing date is: the newest notes are found without reading the filings. */
    orderedAt: timestamp({ withTimezone: true }).notNull(),
    filingDate: date({ mode: "string" }),
    /** The words of the text, and marks that no text can hold (`note-marks.ts`): whose note it is, when, and what it states. */
    words: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.position] }),
    index("searched_note_by_words").using("gin", t.words),
  ],
);
