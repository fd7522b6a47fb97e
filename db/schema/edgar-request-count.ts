import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { calendarDate } from "./columns";

/** How many requests were sent to EDGAR, by day (UTC) and by the status of the answer. */
export const edgarRequestCount = pgTable(
  "edgar_request_count",
  {
    day: calendarDate().notNull(),
    /** `200`, `403` and so on, or `failed` where no answer came. */
    status: text().notNull(),
    requests: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.status] })],
);
