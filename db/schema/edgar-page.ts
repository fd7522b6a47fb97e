import { pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { bytea } from "./columns";

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
