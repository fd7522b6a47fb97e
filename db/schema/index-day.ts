import { pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { calendarDate } from "./columns";

/** A day whose list of filings was asked of EDGAR: `read`, or `absent` where the day is past and has none. */
export const indexDay = pgTable("index_day", {
  day: calendarDate().primaryKey(),
  state: text().$type<"read" | "absent">().notNull(),
  /** Lines that could not be read whole, as they stand there. */
  damagedLines: text().array().notNull().default([]),
  readAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
