import { getTableColumns, getTableName } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

const casing = new CasingCache("snake_case");

/** `copy filing_row ("accession_number", …) from stdin` for columns named as in the schema. */
export function copyStatement(table: PgTable, keys: string[]): string {
  const columns = new Map(Object.entries(getTableColumns(table)));
  const names = keys.map((key) => {
    const column = columns.get(key);
    if (!column) throw new Error(`${getTableName(table)} has no column ${key}`);
    return `"${casing.getColumnCasing(column)}"`;
  });
  return `copy "${getTableName(table)}" (${names.join(", ")}) from stdin`;
}
