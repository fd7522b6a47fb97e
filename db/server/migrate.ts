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
/** The second is what PostgreSQL says to one of two who create it at the same moment. */
const DATABASE_EXISTS = ["42P04", "23505"];

const hasCode = (error: unknown, code: string) => error instanceof DatabaseError && error.code === code;

/**
 * Migrates the database to the newest schema, and creates it if it is missing and its user may do so. Indexes that a killed load
 * had dropped are created again, and the roles that read and write get their rights.
 * @returns whether connections of this user can use those roles.
 * @throws NewerDatabase if a newer version has migrated it: then nothing is changed.
 */
export async function migrateDatabase(url: string): Promise<boolean> {
  const client = await connectOrCreate(url);
  try {
    // The server may have timeouts for everyone, but a migration takes as long as it takes.
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

/** Creates the database if it is missing and its user may do so. */
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
    if (!DATABASE_EXISTS.some((code) => hasCode(error, code))) throw error;
  } finally {
    await maintenance.end();
  }
  return connected(url);
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A lost connection fails the waiting query, which reports it; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}
