import { rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import type { Client } from "pg";
import { to } from "pg-copy-streams";
import { COPIED, readListingLines } from "@/db/copy/copied-listing";
import { quoted, run } from "@/db/copy/duck";

/** Lines are loaded from files of this size, so that the disk never has all of them as text. */
const PART = 64 * 1024 * 1024;

const fileIn = (folder: string) => join(folder, "incoming.tsv");

/** Removes what a killed process may have left in the folder. */
export const removeIncoming = (folder: string) => rmSync(fileIn(folder), { force: true });

/** Loads the lines of `listing` that meet a condition from PostgreSQL into a new table of DuckDB, `incoming`. */
export async function loadIncoming(
  client: Client,
  connection: DuckDBConnection,
  { folder, table, condition }: { folder: string; table: "table" | "temp table"; condition: string },
) {
  const declared = COPIED.map(({ name, type }) => `${name} ${type}`).join(", ");
  await run(connection, sql.raw(`create or replace ${table} incoming (${declared})`));
  const file = fileIn(folder);
  const load =
    sql.raw(`insert into incoming select * from read_csv(${quoted(file)}, auto_detect = false, header = false,
    delim = '\\t', quote = '', escape = '', nullstr = '\\N',
    columns = {${COPIED.map(({ name, type }) => `${quoted(name)}: ${quoted(type)}`).join(", ")}})`);
  const lines = client.query(to(`copy (${readListingLines(condition)}) to stdout`));
  let part: FileHandle | null = null;
  let size = 0;
  const loadPart = async () => {
    await part?.close();
    part = null;
    if (size > 0) await run(connection, load);
    size = 0;
  };
  try {
    for await (const bytes of lines as AsyncIterable<Buffer>) {
      part ??= await open(file, "w", 0o600);
      // A part ends with a line.
      const cut = bytes.lastIndexOf("\n") + 1;
      const end = size + bytes.length < PART || cut === 0 ? bytes.length : cut;
      await part.write(bytes.subarray(0, end));
      size += end;
      if (end === bytes.length) continue;
      await loadPart();
      part = await open(file, "w", 0o600);
      await part.write(bytes.subarray(end));
      size = bytes.length - end;
    }
    await loadPart();
  } finally {
    await (part as FileHandle | null)?.close();
    removeIncoming(folder);
  }
}
