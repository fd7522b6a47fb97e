import { once } from "node:events";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";
import { columnsOf } from "@/db/schema/json-rows";

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const special = /[\\\t\n\r]/;
const allSpecial = /[\\\t\n\r]/g;

const escaped = (text: string) =>
  special.test(text) ? text.replace(allSpecial, (found) => escapes[found] ?? found) : text;

/** An item of an array as PostgreSQL writes arrays: quotes and backslashes are escaped, and nothing else. */
const arrayItem = (item: unknown) =>
  typeof item === "string" ? `"${item.replace(/["\\]/g, "\\$&")}"` : item === null ? "NULL" : String(item);

/** A value in the text format of COPY. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (Array.isArray(value)) return escaped(`{${value.map(arrayItem).join(",")}}`);
  return escaped(JSON.stringify(value));
}

/** Lines that are converted to bytes together. */
const CHUNK = 500;

/** Rows for a table, named as in the schema. They are kept as bytes for COPY, so that the objects can be freed. */
export class RowsToCopy {
  private readonly keys: string[];
  private readonly statement: string;
  private lines: string[] = [];
  private readonly chunks: Buffer[] = [];

  constructor(table: PgTable) {
    const columns = columnsOf(table);
    this.keys = columns.map(({ key }) => key);
    const names = columns.map(({ name }) => `"${name}"`).join(", ");
    this.statement = `copy "${getTableName(table)}" (${names}) from stdin`;
  }

  add(rows: readonly object[]) {
    for (const row of rows) {
      const values = row as Record<string, unknown>;
      let line = "";
      let separator = "";
      for (const key of this.keys) {
        line += separator + cell(values[key]);
        separator = "\t";
      }
      this.lines.push(`${line}\n`);
      if (this.lines.length >= CHUNK) this.pack();
    }
  }

  private pack() {
    if (this.lines.length === 0) return;
    this.chunks.push(Buffer.from(this.lines.join("")));
    this.lines = [];
  }

  async copy(client: ClientBase): Promise<void> {
    this.pack();
    if (this.chunks.length === 0) return;
    const stream = client.query(from(this.statement));
    const done = once(stream, "finish");
    for (const chunk of this.chunks) stream.write(chunk);
    stream.end();
    await done;
  }
}
