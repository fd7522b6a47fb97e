import { rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import type { Client } from "pg";
import { to } from "pg-copy-streams";
import { COPIED, readListingLines } from "@/db/copy/copied-listing";
import { quoted, run } from "@/db/copy/duck";

/** Lines are loaded from files of this size, so that the disk never has all of them as text. */
const PART = 32 * 1024 * 1024;

/** One file is filled while the other one is loaded. */
const FILES = ["incoming.0.tsv", "incoming.1.tsv"] as const;

/** Removes what a killed process may have left in the folder. */
export function removeIncoming(folder: string) {
  for (const file of FILES) rmSync(join(folder, file), { force: true });
}

/** Loads the lines of `listing` that meet a condition from PostgreSQL into a new table of DuckDB, `incoming`. */
export async function loadIncoming(
  client: Client,
  connection: DuckDBConnection,
  { folder, table, condition }: { folder: string; table: "table" | "temp table"; condition: string },
) {
  const declared = COPIED.map(({ name, type }) => `${name} ${type}`).join(", ");
  await run(connection, sql.raw(`create or replace ${table} incoming (${declared})`));
  let loading: Promise<unknown> = Promise.resolve();
  let number = 0;
  try {
    for await (const part of partsOf(client.query(to(`copy (${readListingLines(condition)}) to stdout`)))) {
      const file = join(folder, FILES[number++ % FILES.length] as string);
      await writeFile(file, part, { mode: 0o600 });
      await loading;
      loading = run(connection, loadOf(file));
      // A failure is thrown where it is waited for.
      loading.catch(() => undefined);
    }
    await loading;
  } finally {
    await loading.catch(() => undefined);
    removeIncoming(folder);
  }
}

/** Some megabytes of lines at a time. Each part ends with a line. */
async function* partsOf(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let part: Buffer[] = [];
  let size = 0;
  for await (const bytes of lines) {
    const cut = bytes.lastIndexOf("\n") + 1;
    if (size + bytes.length >= PART && cut > 0) {
      yield [...part, bytes.subarray(0, cut)];
      [part, size] = [[], 0];
      if (cut < bytes.length) part.push(bytes.subarray(cut));
    } else part.push(bytes);
    size += part.at(-1)?.length ?? 0;
  }
  if (part.length > 0) yield part;
}

/** DuckDB reads a number with up to 18 digits ten times as fast as one with up to 38. */
const READ = COPIED.map(({ name, type }) =>
  type.startsWith("decimal") ? `coalesce(try_cast(${name} as decimal(18,8))::${type}, ${name}::${type})` : name,
);
const typeInFile = (type: string) => (type.startsWith("decimal") ? "varchar" : type);

const loadOf = (file: string) =>
  sql.raw(`insert into incoming select ${READ.join(", ")} from read_csv(${quoted(file)}, auto_detect = false, header = false,
    delim = '\\t', quote = '', escape = '', nullstr = '\\N',
    columns = {${COPIED.map(({ name, type }) => `${quoted(name)}: ${quoted(typeInFile(type))}`).join(", ")}})`);
