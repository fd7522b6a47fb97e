import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";
import type { DiskUse } from "@/lib/views/data";

const FILED = ["filing", "filing_owner", "filing_row", "footnote", "signature"];
const NAMES = ["issuer", "issuer_name", "industry", "owner", "owner_name"];
const DOCUMENTS = ["raw_document", "refused_document", "paper_reading"];
const SEARCH = ["searched_note", "stated_facts"];
const DERIVED = [
  "amendment_link",
  "superseded_row",
  "event_row",
  "lateness",
  "lateness_count",
  "owner_seat",
  "row_check",
  "holding_line",
  "split_hint",
  "trade_reading",
  "implausible_row",
  "trade_history",
  "row_pattern",
  "trade_cluster",
  "listing",
  "listing_kind",
];

const list = (names: readonly string[]) => sql`any(${sql.param(names)}::text[])`;

/** Bytes of rows and indexes by use, largest first. A rebuild has its own tables until it has finished. */
export async function findDiskUse(db: Db): Promise<DiskUse[]> {
  const { rows } = await db.execute<{ content: DiskUse["content"]; row_bytes: string; index_bytes: string }>(sql`
    select case when relnamespace = to_regnamespace('rebuild') then 'rebuild'
        when relname = ${list(FILED)} then 'filed' when relname = ${list(NAMES)} then 'names'
        when relname = ${list(DOCUMENTS)} then 'documents' when relname = ${list(SEARCH)} then 'footnote search'
        when relname = ${list(DERIVED)} then 'derived' else 'other' end as content,
      sum(pg_table_size(oid)) as row_bytes, sum(pg_indexes_size(oid)) as index_bytes
    from pg_class
    where relkind = 'r' and relnamespace in ('public'::regnamespace, to_regnamespace('rebuild'))
    group by 1 order by sum(pg_total_relation_size(oid)) desc`);
  return rows.map(({ content, row_bytes, index_bytes }) => ({
    content,
    rowBytes: Number(row_bytes),
    indexBytes: Number(index_bytes),
  }));
}
