import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { findMigrationState } from "./migration-state";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a migrated database has all migrations that the code knows, and one without the last has not", async () => {
  const { applied, expected, isCurrent } = await findMigrationState(database.db);
  expect({ applied, isCurrent }).toEqual({ applied: expected, isCurrent: true });

  await asOwner(
    database,
    "delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)",
  );
  expect(await findMigrationState(database.db)).toMatchObject({ applied: expected - 1, isCurrent: false });

  await asOwner(database, "drop schema drizzle cascade");
  expect(await findMigrationState(database.db)).toMatchObject({ applied: 0, isCurrent: false });
});
