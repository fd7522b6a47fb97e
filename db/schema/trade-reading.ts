import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { PlanState } from "@/lib/derive/derived-filing";
import { calendarDate } from "./columns";
import { rowPlace } from "./row-place";

/** Derived: what the box and the notes say of a purchase or sale. Where they say nothing there is no line. */
export const tradeReading = pgTable(
  "trade_reading",
  {
    ...rowPlace(),
    /** Null where only the currency is told. */
    planState: text().$type<Extract<PlanState, "box" | "note">>(),
    planAdoptedOn: calendarDate(),
    planFootnoteId: text(),
    planWords: text(),
    /** ISO 4217, where the price is not in US dollars. */
    currency: text(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);
