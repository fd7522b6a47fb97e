import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client, DatabaseError, escapeIdentifier } from "pg";
import { makePostponedIndexes } from "@/db/dataset/postponed-indexes";

export const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

/** Two commands that start together must not both migrate. */
export const MIGRATING = 1616;

const MISSING_DATABASE = "3D000";
const DATABASE_EXISTS = "42P04";

const hasCode = (error: unknown, code: string) => error instanceof DatabaseError && error.code === code;

/**
 * Brings the database to the newest schema, and makes it first when it is missing and its user may do that. Indexes that a
 * load had set aside when it was killed are made again.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = await connectOrCreate(url);
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATING]);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
    await makePostponedIndexes(client);
  } finally {
    await client.end();
  }
}

/** Makes the database first when it is missing and its user may do that. */
export async function connectOrCreate(url: string): Promise<Client> {
  try {
    return await connected(url);
  } catch (error) {
    if (!hasCode(error, MISSING_DATABASE)) throw error;
  }
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = "/postgres";
  const maintenance = await connected(address.href);
  try {
    await maintenance.query(`create database ${escapeIdentifier(name)}`);
  } catch (error) {
    if (!hasCode(error, DATABASE_EXISTS)) throw error;
  } finally {
    await maintenance.end();
  }
  return connected(url);
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}
