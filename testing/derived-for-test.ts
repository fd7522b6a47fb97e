import type { TestDatabase } from "./test-database";

export const DERIVED = [
  "amendment_link",
  "superseded_row",
  "event_row",
  "row_check",
  "holding_line",
  "trade_reading",
  "lateness",
  "lateness_count",
  "owner_seat",
  "split_hint",
  "implausible_row",
  "trade_history",
  "row_pattern",
  "trade_cluster",
  "listing",
  "searched_note",
  "stated_facts",
];

/** Everything derived, row by row. Numbers are compared as numbers: `100` and `100.00` are equal. */
export async function derivedForTest({ pool }: TestDatabase): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of DERIVED) {
    const { rows } = await pool.query<{ line: unknown }>(`select to_jsonb(t) as line from ${table} t`);
    tables[table] = rows.map(({ line }) => JSON.stringify(line)).sort();
  }
  return tables;
}
