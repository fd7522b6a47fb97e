import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { calendarDate } from "./columns";

/** How far `npm run follow` has come: one row, none where it never ran. */
export const followPosition = pgTable(
  "follow_position",
  {
    isOnly: boolean().primaryKey().default(true),
    /** The last day whose index was read and whose filings were fetched, with all days before it since the start. */
    reconciledThrough: calendarDate().notNull(),
    /** When the feed was last read. */
    polledAt: timestamp({ withTimezone: true }),
    /** Why reading fails, since when; null while it does not. */
    failure: text(),
    failingSince: timestamp({ withTimezone: true }),
  },
  (t) => [check("follow_position_is_only", sql`${t.isOnly}`)],
);
