import { drizzle, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { Client, Pool, type PoolClient, type PoolConfig } from "pg";
import * as schema from "@/db/schema";
import { ReadPool } from "@/db/server/read-pool";
import { ReadServers, type ServerConnection } from "@/db/server/read-servers";
import { withRowMapper } from "@/db/server/row-mapper";
import { guardedRequest } from "@/lib/requests/guarded-request";

/** What queries and store functions need: the database itself or a transaction on it. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema>;

export type Connection = { db: Db; pool: Pool; end: () => Promise<void> };

type ReadConnection = Connection & ServerConnection;

/** Queries on a pool, or on one of its connections: inside a transaction that was begun there. */
export const databaseOn = (client: Pool | PoolClient | Client): Db =>
  withRowMapper(drizzle(client, { schema, casing: "snake_case" }));

/** Opens a separate pool, for scripts and tests. The caller ends it. */
export const connect = (url: string, connections = 10): Connection => connectionOn(new Pool(config(url, connections)));

/**
 * A proxy that has just lost its server may accept a connection and stay silent. If the pool had this limit, it would also apply to
 * queries that wait for a free connection.
 */
class ImpatientClient extends Client {
  constructor(config?: PoolConfig) {
    super({ ...config, connectionTimeoutMillis: 15_000 });
  }
}

const config = (url: string, connections = 10): PoolConfig => ({
  connectionString: url,
  max: connections,
  application_name: "section16",
  keepAlive: true,
  Client: ImpatientClient,
});

function connectionOn(pool: Pool): Connection {
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

/** A connection of the site, which only reads. */
export function connectToRead(url: string, onLoss: () => void): ReadConnection {
  const pool = new ReadPool(config(url), onLoss);
  return { ...connectionOn(pool), abandon: () => pool.abandon() };
}

// On globalThis, because `next dev` evaluates modules again after an edit.
const shared: typeof globalThis & { section16Servers?: ReadServers<ReadConnection> } = globalThis;

/**
 * The servers that the running site reads, opened on the first call: `next build` evaluates every module and has no database.
 * @throws if DATABASE_URL is not set; the start command sets it.
 */
export function readServers(): ReadServers<ReadConnection> {
  if (!shared.section16Servers) {
    const { DATABASE_URL: url, DATABASE_REPLICA_URLS: replicas = "" } = process.env;
    if (!url) throw new Error("DATABASE_URL is not set. `npm start` and `npm run dev` set it.");
    shared.section16Servers = new ReadServers(connectToRead, url, replicas.split(" ").filter(Boolean), guardedRequest);
  }
  return shared.section16Servers;
}

/** The database of the running site. All queries of a request go to the same server. */
export const database = (): Db => readServers().connection().db;
