import { getTableColumns } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

const casing = new CasingCache("snake_case");

type Column = { key: string; name: string };

const known = new Map<PgTable, Column[]>();

/** The columns of a table that we write: their names in the schema, and in the database. */
export function columnsOf(table: PgTable): Column[] {
  const columns =
    known.get(table) ??
    Object.entries(getTableColumns(table))
      .filter(([, column]) => column.generated === undefined && column.generatedIdentity === undefined)
      .map(([key, column]) => ({ key, name: casing.getColumnCasing(column) }));
  known.set(table, columns);
  return columns;
}

/** Their names in the database. */
export const columnNames = (table: PgTable): string[] => columnsOf(table).map(({ name }) => name);

/**
 * Rows as JSON for `json_populate_recordset`, with numbers as text, so that no digit is lost.
 * @param accessionNumber of all rows, if they do not have it themselves
 */
export function asJson(table: PgTable, rows: readonly object[], accessionNumber?: string): string {
  const columns = columnsOf(table);
  return JSON.stringify(
    rows.map((row) => {
      const values = new Map<string, unknown>(Object.entries(row));
      const json: Record<string, unknown> = {};
      for (const { key, name } of columns) {
        const value = values.get(key);
        if (value !== null && value !== undefined) json[name] = value;
      }
      if (accessionNumber !== undefined) json.accession_number = accessionNumber;
      return json;
    }),
  );
}
