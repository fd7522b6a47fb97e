import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client, DatabaseError, escapeIdentifier } from "pg";
import { grantRoles } from "@/db/server/grant-roles";
import { NewerDatabase } from "@/db/server/newer-database";
import { databaseOn } from "./client";
import { findMigrationState } from "./migration-state";
import { makePostponedIndexes } from "./postponed-indexes";

export const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

/** Two commands that start together must not both migrate. */
export const MIGRATING = 1616;

const MISSING_DATABASE = "3D000";
const DATABASE_EXISTS = "42P04";

const hasCode = (error: unknown, code: string) => error instanceof DatabaseError && error.code === code;

/**
 * Brings the database to the newest schema, and makes it first when it is missing and its user may do that. Indexes that a
 * load had set aside when it was killed are made again, and the roles by which we read and write get their rights.
 * @returns whether connections of this user can take those roles on.
 * @throws NewerDatabase when a newer version has migrated it: nothing is changed then.
 */
export async function migrateDatabase(url: string): Promise<boolean> {
  const client = await connectOrCreate(url);
  try {
    // The server may have been given timeouts for everyone: a migration takes as long as it takes.
    await client.query("set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [MIGRATING]);
    if ((await findMigrationState(databaseOn(client))).isNewer) throw new NewerDatabase();
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
    await makePostponedIndexes(client);
    return await grantRoles(client);
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
  // A connection that is lost fails the query that waits for it, which says so; unheard here it would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}
