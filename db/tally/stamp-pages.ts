import type { ClientBase } from "pg";

/**
 * Changes the versions of pages in the caller's transaction. Needed where it changes what pages show and no trigger fires: when derived
 * tables are replaced, and their filings were not queued.
 * @param subjects as in `page_version`
 */
export const stampPages = (client: ClientBase, subjects: readonly string[]) =>
  client.query("insert into page_change (subject) select unnest($1::text[])", [subjects]);
