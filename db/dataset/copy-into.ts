import { once } from "node:events";
import type { PgTable } from "drizzle-orm/pg-core";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";
import { CopyBuffer } from "@/db/dataset/copy-buffer";
import { copyStatement } from "@/db/dataset/copy-statement";

const CHUNK = 256 * 1024;

/** A COPY that is under way. Rows are written into `out`; `send` passes them on when there are enough. */
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
    // Whoever waits for this COPY hears of it; until then it is no failure that nobody handles.
    this.failed.catch(() => undefined);
    // A connection that was lost fails again at each write that follows: the first failure says it all.
    this.stream.on("error", () => undefined);
  }

  /** Passes on what was written, if it is enough. Waits while an earlier piece has not gone out: memory stays small. */
  async send(atLeast = CHUNK): Promise<void> {
    if (this.out.length < atLeast || this.out.length === 0) return;
    const piece = this.out.take();
    await Promise.race([this.failed, this.sending]);
    this.sending = new Promise((resolve) => this.stream.write(piece, () => resolve()));
  }

  get isDue(): boolean {
    return this.out.length >= CHUNK;
  }

  /** Sends the rest. The database may still be at work: wait for what it gives. @returns when all rows are in. */
  async end(): Promise<void> {
    await this.send(0);
    const done = new Promise<void>((resolve) => this.stream.end(() => resolve()));
    await Promise.race([this.failed, done]);
  }
}

export const copyInto = (client: ClientBase, table: PgTable, keys: string[]) =>
  new CopyInto(client, copyStatement(table, keys));
