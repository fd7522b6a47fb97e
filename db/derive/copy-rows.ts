import { once } from "node:events";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";
import { columnsOf } from "@/db/json-rows";

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const special = /[\\\t\n\r]/;
const allSpecial = /[\\\t\n\r]/g;

const escaped = (text: string) =>
  special.test(text) ? text.replace(allSpecial, (found) => escapes[found] ?? found) : text;

/** In the text format of COPY. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (Array.isArray(value)) return escaped(`{${value.map((item) => JSON.stringify(item)).join(",")}}`);
  return escaped(JSON.stringify(value));
}

const valuesOf = (row: object): Readonly<Record<string, unknown>> => row as Record<string, unknown>;

/** Copies rows, named as in the schema, into a table. */
export async function copyRows(client: ClientBase, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(table);
  const keys = columns.map(({ key }) => key);
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const stream = client.query(from(`copy "${getTableName(table)}" (${names}) from stdin`));
  const done = once(stream, "finish");
  let lines = "";
  for (const row of rows) {
    const values = valuesOf(row);
    let separator = "";
    for (const key of keys) {
      lines += separator + cell(values[key]);
      separator = "\t";
    }
    lines += "\n";
  }
  stream.end(lines);
  await done;
}
