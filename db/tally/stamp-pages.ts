import type { ClientBase } from "pg";

/**
 * Changes the versions of pages in the caller's transaction, if it changes what they show and no trigger sees it: when derived
 * tables are replaced without their filings having been queued.
 * @param subjects as in `page_version`
 */
export const stampPages = (client: ClientBase, subjects: readonly string[]) =>
  client.query("insert into page_change (subject) select unnest($1::text[])", [subjects]);
