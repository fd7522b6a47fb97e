import { createHash } from "node:crypto";
import { getTableName, sql } from "drizzle-orm";
import { type ListedTable, listTables } from "@/db/backup/list-tables";
import { DERIVED_TABLES } from "@/db/derive/derived-tables";
import { eventRow, searchedNote, statedFacts, tradeCluster } from "@/db/schema";
import type { Db } from "@/db/server/client";

/**
 * `everything`: every stored value, to compare a database with its copy.
 * `record`: leaves out what depends on when and in how many runs filings were ingested, to compare two ways to the same filings.
 */
export type DigestScope = "everything" | "record";

type Options = {
  scope?: DigestScope;
  /** Whether to include a column. The default is all columns of the scope. */
  includes?: (table: string, column: string) => boolean;
};

const ALL_COLUMNS = null;

/** Columns that `record` leaves out, by table. */
const OF_RUNS: Record<string, readonly string[] | typeof ALL_COLUMNS> = {
  data_set: ["stored_at"],
  edgar_page: ["fetched_at"],
  edgar_request_count: ALL_COLUMNS,
  edgar_slot: ALL_COLUMNS,
  filing_problem: ["received_at"],
  follow_position: ["polled_at", "failure", "failing_since"],
  index_day: ["read_at"],
  ingest_run: ALL_COLUMNS,
  listed_filing: ["tries", "tried_at"],
  // Versions are random, and depend on the changes that led to the record.
  page_change: ALL_COLUMNS,
  page_version: ALL_COLUMNS,
  raw_document: ["received_at"],
  refused_document: ["received_at"],
  // A count is the sum of both. How it is divided between them depends on timing.
  tally: ALL_COLUMNS,
  tally_change: ALL_COLUMNS,
};

/** Tables with computed numbers. An update from `100` to `100.00` would not be written, so the digest ignores the difference. */
const COMPUTED = new Set(
  [...Object.values(DERIVED_TABLES), eventRow, tradeCluster, searchedNote, statedFacts].map((table) =>
    getTableName(table),
  ),
);

/**
 * One digest for each table, from one snapshot. It depends only on the rows: not on their physical order, the order of columns,
 * or the session's settings.
 */
export async function digestTables(
  db: Db,
  { scope = "record", includes = () => true }: Options = {},
): Promise<Record<string, string>> {
  const tables = (await listTables(db)).flatMap((table) => {
    const columns = table.columns
      .filter(({ name }) => !isLeftOut(scope, table.name, name) && includes(table.name, name))
      .sort((one, two) => (one.name < two.name ? -1 : 1));
    return columns.length > 0 ? [{ name: table.name, columns }] : [];
  });
  if (tables.length === 0) return {};
  const { rows } = await db.execute<{ name: string; count: string; high: string; low: string }>(
    sql.raw(tables.map((table) => sumStatement(table, scope)).join(" union all ")),
  );
  const sums = new Map(rows.map(({ name, ...sum }) => [name, sum]));
  return Object.fromEntries(
    tables.map(({ name, columns }) => [
      name,
      sha256(JSON.stringify([name, columns.map((column) => column.name), sums.get(name)])),
    ]),
  );
}

/** One digest for the whole database: see `digestTables`. */
export async function digestDatabase(db: Db, options: Options = {}): Promise<string> {
  return sha256(JSON.stringify(Object.entries(await digestTables(db, options))));
}

function isLeftOut(scope: DigestScope, table: string, column: string): boolean {
  if (scope === "everything" || !(table in OF_RUNS)) return false;
  return OF_RUNS[table]?.includes(column) ?? true;
}

/**
 * Adds up the MD5 of each row in two halves. A sum does not depend on order, and unlike XOR it changes when a row is there twice.
 */
function sumStatement({ name, columns }: ListedTable, scope: DigestScope): string {
  const values = columns.map(
    (column) => `${canonicalValue(column, scope === "record" && COMPUTED.has(name))} as "${column.name}"`,
  );
  const half = (from: number) => `coalesce(sum(('x' || substr(md5, ${from}, 16))::bit(64)::bigint), 0)::text`;
  return `
    select '${name}' as name, count(*)::text as count, ${half(1)} as high, ${half(17)} as low
    from (select md5(row_to_json(r)::text) from (select ${values.join(", ")} from "${name}") r)`;
}

function canonicalValue({ name, type }: ListedTable["columns"][number], isComputed: boolean): string {
  if (type === "timestamp with time zone") return `"${name}" at time zone 'UTC'`;
  if (type === "bytea") return `md5("${name}")`;
  return type === "numeric" && isComputed ? `trim_scale("${name}")` : `"${name}"`;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
