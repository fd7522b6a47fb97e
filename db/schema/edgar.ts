import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { bytea, calendarDate } from "./columns";

/** A page's validators from its last answer, so that EDGAR sends it again only if it has changed. */
export const edgarPage = pgTable("edgar_page", {
  url: text().primaryKey(),
  etag: text(),
  /** As received: it is sent back word for word. */
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
    /** `200`, `403` and so on, or `failed` if there was no answer. */
    status: text().notNull(),
    requests: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.status] })],
);

/** When the next request to EDGAR may leave: one row for all processes of the installation. */
export const edgarSlot = pgTable(
  "edgar_slot",
  {
    isOnly: boolean().primaryKey().default(true),
    nextAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** No request leaves before this, because EDGAR refused one. */
    pausedUntil: timestamp({ withTimezone: true }),
    pauseReason: text(),
  },
  (t) => [check("edgar_slot_is_only", sql`${t.isOnly}`)],
);

/** A day whose list of filings we requested: `read`, or `absent` if the day is past and has none. */
export const indexDay = pgTable(
  "index_day",
  {
    day: calendarDate().primaryKey(),
    state: text().$type<"read" | "absent">().notNull(),
    /** Lines that could not be read completely, as they are. */
    damagedLines: text().array().notNull().default([]),
    readAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("index_day_absent").on(t.day).where(sql`${t.state} = 'absent'`)],
);

/** How far `npm run follow` has come: one row, or none if it never ran. */
export const followPosition = pgTable(
  "follow_position",
  {
    isOnly: boolean().primaryKey().default(true),
    /** The last day whose index was read and whose filings were fetched, as for all days before it since the start. */
    reconciledThrough: calendarDate().notNull(),
    /** When the feed was last read. */
    polledAt: timestamp({ withTimezone: true }),
    /** Why reading fails, and since when; null while it does not. */
    failure: text(),
    failingSince: timestamp({ withTimezone: true }),
  },
  (t) => [check("follow_position_is_only", sql`${t.isOnly}`)],
);

/** The list of EDGAR's that first had the filing; the index takes precedence. */
export type ListedBy = "index" | "feed" | "submissions";

/** A filing of form 3, 4 or 5 that EDGAR lists. If it is not stored, it still has to be fetched. */
export const listedFiling = pgTable(
  "listed_filing",
  {
    accessionNumber: text().primaryKey(),
    /** One of its filers: the submission is in the folder of each. */
    cik: text().notNull(),
    /** Null if a damaged line does not say. */
    documentType: text(),
    /** The filing date. */
    day: calendarDate().notNull(),
    listedBy: text().$type<ListedBy>().notNull(),
    /** How often EDGAR did not have it, or sent something else. */
    tries: smallint().notNull().default(0),
    triedAt: timestamp({ withTimezone: true }),
    /** Why it cannot be stored; it is then not fetched again. */
    refusal: text(),
  },
  (t) => [index("listed_filing_by_day").on(t.day)],
);
