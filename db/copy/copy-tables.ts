import type { DuckDBConnection } from "@duckdb/node-api";
import { type SQL, sql } from "drizzle-orm";
import { NUMBERED_TABLES, newRows, numberedLines, SHAPE } from "@/db/copy/copied-listing";
import { columnsOf, rowsOf, run } from "@/db/copy/duck";
import { recordVersion, type Versions } from "@/db/copy/page-versions";

/** The snapshot of the database that the copy has. */
export type Held = {
  /** The version of the record, as in tags of pages. */
  version: string;
  /** When that was last the newest version, in milliseconds. */
  asOf: number;
  lines: number;
  /** When the copy was last filled, in milliseconds. */
  filledAt: number;
  /** Lines that were replaced since the copy was filled. Their places in the file stay empty. */
  gaps: number;
};

/** Makes the tables of a new file from the incoming lines. */
export async function createTables(connection: DuckDBConnection, versions: Versions, asOf: number) {
  for (const statement of [
    ...NUMBERED_TABLES.map((table) => `create table ${table} as ${newRows(table, false)}`),
    `create table listing as ${numberedLines(0)}`,
    "drop table incoming",
    "create table version (subject varchar, stamp varchar)",
    "create table state (shape varchar, version varchar, as_of bigint, filled_at bigint, gaps bigint)",
  ])
    await run(connection, sql.raw(statement));
  await run(
    connection,
    sql`insert into state values (${SHAPE}, ${recordVersion(versions)}, ${String(asOf)}, ${String(asOf)}, 0)`,
  );
  await run(connection, putVersions(versions));
  await run(connection, sql`checkpoint`);
}

/**
 * The number of the next line. Memory still has the numbers of lines that are gone beside those of the same trade, so that none of them
 * can become the number of another line.
 * @param inMemory numbers of lines in memory are below this
 */
export async function firstFree(connection: DuckDBConnection, inMemory: number): Promise<number> {
  const [last] = await rowsOf<{ n: number }>(connection, sql`select coalesce(max(n), -1) as n from listing`);
  return Math.max(inMemory, (last?.n ?? -1) + 1);
}

/** The numbers of the lines that meet a condition. */
export async function readNumbers(connection: DuckDBConnection, condition: SQL): Promise<Int32Array> {
  const found: number[] = [];
  for await (const [numbers] of columnsOf(connection, sql`select n from listing where ${condition}`))
    found.push(...(numbers as Int32Array));
  return Int32Array.from(found);
}

export async function readState(connection: DuckDBConnection): Promise<Held> {
  const [state] = await rowsOf<Record<"version" | "as_of" | "filled_at" | "gaps" | "lines", string>>(
    connection,
    sql`select version, as_of, filled_at, gaps, (select count(*) from listing) as lines from state`,
  );
  if (state === undefined) throw new Error("The file has no state.");
  const { version, as_of, filled_at, gaps, lines } = state;
  return { version, asOf: Number(as_of), filledAt: Number(filled_at), gaps: Number(gaps), lines: Number(lines) };
}

export const putVersions = (versions: Versions) => {
  const entries = [...versions];
  return sql`insert into version select unnest(${sql.param(entries.map(([subject]) => subject))}::varchar[]),
    unnest(${sql.param(entries.map(([, stamp]) => String(stamp)))}::varchar[])`;
};
