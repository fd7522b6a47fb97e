import { pgTable, text } from "drizzle-orm/pg-core";

/** An index that was set aside for the first load of data sets, until it is made again. Empty at all other times. */
export const postponedIndex = pgTable("postponed_index", {
  name: text().primaryKey(),
  definition: text().notNull(),
});
