import { getTableName } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { ClientBase } from "pg";
import {
  amendmentLink,
  holdingLine,
  implausibleRow,
  lateness,
  latenessCount,
  ownerSeat,
  rowCheck,
  rowPattern,
  splitHint,
  supersededRow,
  tradeHistory,
  tradeReading,
} from "@/db/schema";
import { asJson, columnNames, columnsOf } from "@/db/schema/json-rows";
import type { DerivedRows } from "@/lib/derive/derive-connected";

/** What connected filings derive, and its tables. Events, which reach beyond connected filings, are in `event_row`. */
export const DERIVED_TABLES: Record<keyof DerivedRows, PgTable> = {
  links: amendmentLink,
  superseded: supersededRow,
  checks: rowCheck,
  lines: holdingLine,
  lateness,
  readings: tradeReading,
  splitHints: splitHint,
  implausible: implausibleRow,
  histories: tradeHistory,
  patterns: rowPattern,
  seats: ownerSeat,
  latenessCounts: latenessCount,
};

export const DERIVED_PARTS = Object.keys(DERIVED_TABLES) as (keyof DerivedRows)[];

/** The key of a derived table: a filing, or a row or an owner of one. */
function keyOf(table: PgTable): string[] {
  const [key] = getTableConfig(table).primaryKeys;
  if (!key) return ["accession_number"];
  const columns = new Set(key.columns.map(({ name }) => name));
  return columnsOf(table).flatMap(({ key, name }) => (columns.has(key) ? name : []));
}

/** Deletes what was derived from some filings. */
export async function deleteDerived(client: ClientBase, accessionNumbers: readonly string[]): Promise<void> {
  for (const table of Object.values(DERIVED_TABLES)) {
    const name = getTableName(table);
    await client.query(`delete from "${name}" where accession_number = any($1)`, [accessionNumbers]);
  }
}

/**
 * One part of the statement that replaces what was derived. Unchanged lines stay untouched. Parameter 1 has the accession
 * numbers, `parameter` the lines as JSON.
 */
function replaceStatement(part: keyof DerivedRows, parameter: number): string {
  const table = DERIVED_TABLES[part];
  const name = getTableName(table);
  const columns = columnNames(table);
  const key = keyOf(table);
  const others = columns.filter((column) => !key.includes(column));
  const listed = (names: string[], of = "") => names.map((column) => `${of}"${column}"`).join(", ");
  return `
  new_${part} as (select ${listed(columns)} from json_populate_recordset(null::"${name}", $${parameter}::json)),
  gone_${part} as (
    delete from "${name}" held where held.accession_number = any($1) and not exists (
      select from new_${part} stays where ${key.map((column) => `stays."${column}" = held."${column}"`).join(" and ")})),
  put_${part} as (
    insert into "${name}" (${listed(columns)}) select ${listed(columns)} from new_${part}
    on conflict (${listed(key)}) do update set ${others.map((column) => `"${column}" = excluded."${column}"`).join(", ")}
    where (${listed(others, `"${name}".`)}) is distinct from (${listed(others, "excluded.")}))`;
}

const REPLACE = `with ${DERIVED_PARTS.map((part, index) => replaceStatement(part, index + 2)).join(",")} select`;

/** Replaces what was derived from connected filings, in one statement. */
export async function replaceDerived(
  client: ClientBase,
  accessionNumbers: readonly string[],
  derived: DerivedRows,
): Promise<void> {
  const lines = DERIVED_PARTS.map((part) => asJson(DERIVED_TABLES[part], derived[part]));
  await client.query({ name: "replace_derived", text: REPLACE, values: [accessionNumbers, ...lines] });
}
