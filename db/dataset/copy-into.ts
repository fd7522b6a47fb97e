import { once } from "node:events";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";
import { columnsOf } from "@/db/schema/json-rows";
import { CopyBuffer } from "./copy-buffer";

const CHUNK = 256 * 1024;

/** A COPY in progress. Rows are written into `out`; `send` passes them on when there are enough. */
export class CopyInto {
  readonly out = new CopyBuffer(CHUNK + 64 * 1024);
  private readonly stream;
  private readonly failed: Promise<never>;
  private sending: Promise<void> = Promise.resolve();

  constructor(client: ClientBase, statement: string) {
    this.stream = client.query(from(statement));
    this.failed = once(this.stream, "error").then(([error]) => {
      throw error;
    });
    // The caller that awaits this COPY gets the error; until then the rejection counts as handled.
    this.failed.catch(() => undefined);
    // After a lost connection each write fails again: the first failure is enough.
    this.stream.on("error", () => undefined);
  }

  /** Passes on what was written, if it is enough. Waits until the piece before has gone out, so that memory stays small. */
  async send(atLeast = CHUNK): Promise<void> {
    if (this.out.length < atLeast || this.out.length === 0) return;
    const piece = this.out.take();
    await Promise.race([this.failed, this.sending]);
    this.sending = new Promise((resolve) => this.stream.write(piece, () => resolve()));
  }

  get isDue(): boolean {
    return this.out.length >= CHUNK;
  }

  /** Sends the rest, while the database may still be busy. @returns when all rows are stored. */
  async end(): Promise<void> {
    await this.send(0);
    const done = new Promise<void>((resolve) => this.stream.end(() => resolve()));
    await Promise.race([this.failed, done]);
  }
}

export const copyInto = (client: ClientBase, table: PgTable, keys: string[]) =>
  new CopyInto(client, copyStatement(table, keys));

/** `copy filing_row ("accession_number", …) from stdin` for columns named as in the schema. */
function copyStatement(table: PgTable, keys: string[]): string {
  const columns = new Map(columnsOf(table).map(({ key, name }) => [key, name]));
  const names = keys.map((key) => {
    const name = columns.get(key);
    if (!name) throw new Error(`${getTableName(table)} has no column ${key}`);
    return `"${name}"`;
  });
  return `copy "${getTableName(table)}" (${names.join(", ")}) from stdin`;
}
