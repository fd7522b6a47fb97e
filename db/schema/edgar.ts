import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { bytea, calendarDate } from "./columns";

/** What EDGAR said of a page when it was last fetched, so that it is sent again only when it has changed. */
export const edgarPage = pgTable("edgar_page", {
  url: text().primaryKey(),
  etag: text(),
  /** As sent: it goes back word for word. */
  lastModified: text(),
  /** Null for an index, whose content is in `listed_filing`. */
  gzip: bytea(),
  fetchedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

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

/** When the next request to EDGAR may leave: one row, which every process of the installation asks. */
export const edgarSlot = pgTable(
  "edgar_slot",
  {
    isOnly: boolean().primaryKey().default(true),
    nextAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Nothing leaves before this: EDGAR said no. */
    pausedUntil: timestamp({ withTimezone: true }),
    pauseReason: text(),
  },
  (t) => [check("edgar_slot_is_only", sql`${t.isOnly}`)],
);

/** A day whose list of filings was asked of EDGAR: `read`, or `absent` where the day is past and has none. */
export const indexDay = pgTable("index_day", {
  day: calendarDate().primaryKey(),
  state: text().$type<"read" | "absent">().notNull(),
  /** Lines that could not be read whole, as they stand there. */
  damagedLines: text().array().notNull().default([]),
  readAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

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
