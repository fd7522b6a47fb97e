import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { PlanState } from "@/lib/record/derived-filing";
import type { TaxWithholding } from "@/lib/record/stated-facts";
import { calendarDate, decimal } from "./columns";
import { rowPlace } from "./row-place";

/** Derived: what the box and the notes say of a purchase or sale. Where they say nothing there is no line. */
export const tradeReading = pgTable(
  "trade_reading",
  {
    ...rowPlace(),
    /** Null where it is not under a plan, as far as is said. */
    planState: text().$type<Extract<PlanState, "box" | "note">>(),
    planAdoptedOn: calendarDate(),
    planFootnoteId: text(),
    planWords: text(),
    /** ISO 4217, where the price is not in US dollars. */
    currency: text(),
    /** Whether a note at the price says that it is an average. */
    isAverage: boolean().notNull().default(false),
    /** The range of prices that the note states, where the price lies in it. */
    rangeLow: decimal(),
    rangeHigh: decimal(),
    /** ISO 4217. */
    rangeCurrency: text(),
    /** The note that says so of the price. */
    priceFootnoteId: text(),
    /** What its notes say the shares were sold to pay; null where they say nothing of it. */
    covers: text().array().$type<TaxWithholding["purpose"]>(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] }),
    index("trade_reading_by_adoption").on(t.planAdoptedOn).where(sql`plan_adopted_on is not null`),
    index("trade_reading_of_wide_range")
      .on(t.accessionNumber)
      .where(sql`range_currency = 'USD' and range_high - range_low > 1`),
  ],
);
