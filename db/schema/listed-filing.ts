import { index, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { calendarDate } from "./columns";

/** Which list of EDGAR's a filing was first met in; the index has the last word. */
export type ListedBy = "index" | "feed" | "submissions";

/** A filing of form 3, 4 or 5 that EDGAR lists, whether it is stored or not: what is not is still to be fetched. */
export const listedFiling = pgTable(
  "listed_filing",
  {
    accessionNumber: text().primaryKey(),
    /** One of its filers: the submission lies in the folder of each. */
    cik: text().notNull(),
    /** Null where a damaged line does not tell. */
    documentType: text(),
    /** The filing date. */
    day: calendarDate().notNull(),
    listedBy: text().$type<ListedBy>().notNull(),
    /** How often EDGAR did not have what it lists, or sent something else. */
    tries: smallint().notNull().default(0),
    triedAt: timestamp({ withTimezone: true }),
    /** Why what came cannot be taken in; it is not fetched again. */
    refusal: text(),
  },
  (t) => [index("listed_filing_by_day").on(t.day)],
);
