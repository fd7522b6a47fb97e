import { boolean, integer, pgTable, text } from "drizzle-orm/pg-core";
import { calendarDate } from "./columns";
import { filing } from "./filing";

/** Derived: business days from the trade of a filing's latest row to filing. No line where a date is not known or no rule applies. */
export const lateness = pgTable("lateness", {
  accessionNumber: text()
    .primaryKey()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
  days: integer().notNull(),
  due: calendarDate().notNull(),
  isLate: boolean().notNull(),
});
