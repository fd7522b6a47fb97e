import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { StatedFacts } from "@/lib/record/stated-facts";

/**
 * Derived: what the text of a note, of the remarks, or of notes that go on into each other states. Most texts recur, so facts are
 * kept by text; one that states nothing has no line. A line may outlive the last note with its text, until all is derived anew.
 */
export const statedFacts = pgTable("stated_facts", {
  /** MD5 of the text. */
  textMd5: uuid().primaryKey(),
  facts: jsonb().$type<StatedFacts>().notNull(),
  /** What a search for facts may ask of it, as `factKinds` says it. */
  kinds: text().array().notNull(),
});
