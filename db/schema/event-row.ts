import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { rowPlace } from "./row-place";

/** Derived: a row that reports the same trade as rows of other filings do. One of them is counted. */
export const eventRow = pgTable(
  "event_row",
  {
    ...rowPlace(),
    /** The row that is counted for all of them. */
    event: text().notNull(),
    isCounted: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] }), index("event_row_by_event").on(t.event)],
);
