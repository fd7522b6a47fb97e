import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

/** An open file of DuckDB. */
export type Duck = {
  /** Does work on a connection of its own. */
  on: <T>(work: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;
  close: () => void;
};

/** Two threads answer the widest question in a fifth of a second. More would take the cores from PostgreSQL and the site. */
export async function openDuck(file: string, temporary: string, memory: number): Promise<Duck> {
  const instance = await DuckDBInstance.create(file, {
    threads: "2",
    memory_limit: `${memory}MB`,
    temp_directory: temporary,
    // Nothing is loaded from elsewhere, and nothing but our own files is read.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  return {
    async on(work) {
      const connection = await instance.connect();
      try {
        return await work(connection);
      } finally {
        connection.closeSync();
      }
    },
    close: () => instance.closeSync(),
  };
}

/** DuckDB understands PostgreSQL's names and parameters. Only its `numeric` has three decimals. */
const dialect = new PgDialect({ casing: "snake_case" });

function inDuck(query: SQL): [text: string, values: DuckDBValue[], types: DuckDBType[]] {
  const { sql: text, params } = dialect.sqlToQuery(query);
  const values = params.map((value) => (Array.isArray(value) ? listValue(value.map(String)) : value) as DuckDBValue);
  // An empty list has no type of its own.
  const types = params.map((value) => (Array.isArray(value) ? LIST(VARCHAR) : undefined) as DuckDBType);
  return [text.replaceAll("::numeric", "::decimal(38,8)"), values, types];
}

export async function rowsOf<Row>(connection: DuckDBConnection, query: SQL): Promise<Row[]> {
  const reader = await connection.runAndReadAll(...inDuck(query));
  return reader.getRowObjectsJson() as Row[];
}

export const run = (connection: DuckDBConnection, query: SQL) => connection.run(...inDuck(query));

export const stream = (connection: DuckDBConnection, query: SQL) => connection.stream(...inDuck(query));

/** The memory of a column, which its type hides. Reading it number by number takes ten times as long. */
type Numbers = { items: BigInt64Array | Float64Array | Int32Array | Int16Array };

/**
 * The columns of numbers that a query gives, some thousand rows at a time. Each is only valid until the next ones are read.
 * @param begin `run` has all rows in memory before the first ones are read, and finds them in half the time
 */
export async function* columnsOf(
  connection: DuckDBConnection,
  query: SQL,
  begin: typeof run | typeof stream = run,
): AsyncGenerator<Numbers["items"][]> {
  const result = await begin(connection, query);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    const { rowCount, columnCount } = chunk;
    yield Array.from({ length: columnCount }, (_, at) =>
      (chunk.getColumnVector(at) as unknown as Numbers).items.subarray(0, rowCount),
    );
  }
}

/**
 * Runs statements in one transaction: all of them, or none.
 * @param read reads what they leave, before it is committed. If it fails, nothing is.
 */
export async function runTogether<T>(
  connection: DuckDBConnection,
  statements: readonly SQL[],
  read: () => Promise<T>,
): Promise<T> {
  await connection.run("begin");
  try {
    for (const statement of statements) await run(connection, statement);
    const found = await read();
    await connection.run("commit");
    return found;
  } catch (error) {
    await connection.run("rollback").catch(() => undefined);
    throw error;
  }
}

/** Text in a statement that takes no parameters. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
