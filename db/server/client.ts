import { sql } from "drizzle-orm";
import { drizzle, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { type Client, Pool, type PoolClient } from "pg";
import * as schema from "@/db/schema";

/** What queries and store functions need: the database itself or a transaction on it. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema>;

export type Connection = { db: Db; pool: Pool; end: () => Promise<void> };

/** Queries on a pool, or on one of its connections: inside a transaction that was begun there. */
export const databaseOn = (client: Pool | PoolClient | Client): Db => drizzle(client, { schema, casing: "snake_case" });

/** Asks the database for an answer, whatever its content. */
export const ping = (db: Db) => db.execute(sql`select 1`);

/** Opens a separate pool, for scripts and tests. The caller ends it. */
export function connect(url: string, connections = 10): Connection {
  const pool = new Pool({ connectionString: url, max: connections, application_name: "section16" });
  let isEnding = false;
  // Without a listener, a server that restarts would end this process.
  pool.on("error", (error) => {
    if (!isEnding) console.error(`A database connection was lost: ${error.message}`);
  });
  const end = () => {
    isEnding = true;
    return pool.end();
  };
  return { db: databaseOn(pool), pool, end };
}

// On globalThis, because `next dev` evaluates modules again after an edit.
const shared: typeof globalThis & { section16Connection?: Connection } = globalThis;

/**
 * The database of the running site, opened on the first call: `next build` evaluates every module and has no database.
 * @throws if DATABASE_URL is not set; the start command sets it.
 */
export function database(): Db {
  if (!shared.section16Connection) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set. `npm start` and `npm run dev` set it.");
    shared.section16Connection = connect(url);
  }
  return shared.section16Connection.db;
}
