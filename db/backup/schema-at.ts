import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import type { Client } from "pg";
import journal from "@/db/migrations/meta/_journal.json";
import { MIGRATIONS } from "@/db/server/migrate";

/** Every migration of this version, oldest first. */
const knownMigrations = (): MigrationMeta[] => readMigrationFiles({ migrationsFolder: MIGRATIONS });

/** Whether the migrations of a database, by the time in their journal, are the first ones of this version and no others. */
export function isKnownSchema(applied: readonly number[]): boolean {
  const newest = Math.max(...applied);
  const known = journal.entries.map(({ when }) => when).filter((when) => when <= newest);
  return known.length === applied.length && known.every((when) => applied.includes(when));
}

/** The tables of the schema after a migration. A database may have other tables, of other programs. */
export function tablesAt(migration: number): Set<string> {
  const entry = journal.entries.find(({ when }) => when === migration);
  if (!entry) throw new Error(`There is no migration of ${migration}.`);
  const file = join(MIGRATIONS, "meta", `${String(entry.idx).padStart(4, "0")}_snapshot.json`);
  const { tables }: { tables: Record<string, { name: string }> } = JSON.parse(readFileSync(file, "utf8"));
  return new Set(Object.values(tables).map(({ name }) => name));
}

/** Every table that any schema up to this version has had. */
export const tablesEver = () => new Set(journal.entries.flatMap(({ when }) => [...tablesAt(when)]));

/**
 * Creates the schema as it was after a migration, in the caller's transaction, and records the applied migrations as
 * `migrateDatabase` does, which can then continue from there.
 */
export async function makeSchemaAt(client: Client, migration: number): Promise<void> {
  await client.query("create schema if not exists drizzle");
  await client.query(
    "create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
  );
  for (const { sql, hash, folderMillis } of knownMigrations()) {
    if (folderMillis > migration) break;
    for (const statement of sql) await client.query(statement);
    await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
      hash,
      folderMillis,
    ]);
  }
}
