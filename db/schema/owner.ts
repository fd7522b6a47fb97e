import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytewiseText, instant, tsvector } from "./columns";

/** A reporting owner, under the name of its newest filing. */
export const owner = pgTable(
  "owner",
  {
    cik: text().primaryKey(),
    name: text(),
    /** `ordered_at` of the newest filing that names it. */
    namedAt: instant().notNull(),
  },
  (t) => [index("owner_by_name").on(sql`lower(coalesce(${t.name}, ''))`, t.cik)],
);

/** Every name that an owner was filed under. */
export const ownerName = pgTable(
  "owner_name",
  {
    cik: text()
      .notNull()
      .references(() => owner.cik, { onDelete: "cascade" }),
    name: text().notNull(),
    namedAt: instant().notNull(),
    /** Only letters and digits, as in `nameWords`: PostgreSQL would keep `J.P` as one word. */
    words: tsvector().generatedAlwaysAs(sql`to_tsvector('simple', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))`),
    /** In lower case and without punctuation, to find the word that a misspelled one was meant to be. */
    firstWord: bytewiseText().generatedAlwaysAs(sql`translate(split_part(lower(name), ' ', 1), ',.', '')`),
  },
  (t) => [
    primaryKey({ columns: [t.cik, t.name] }),
    index("owner_name_by_first_word").on(t.firstWord),
    index("owner_name_by_words").using("gin", t.words),
    // In this collation, names with the same beginning are side by side.
    index("owner_name_by_beginning").on(sql`lower(${t.name}) collate "C"`),
  ],
);
