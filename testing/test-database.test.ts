import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "@/db/server/migrate";
import { asOwner, createTestDatabase, type TestDatabase } from "./test-database";

let ours: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [ours, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(() => Promise.all([ours.drop(), other.drop()]));

test("a test's database is migrated and not shared", async () => {
  await asOwner(ours, "create table only_here (id integer); grant select on only_here to public");
  const tables = sql`select table_name from information_schema.tables where table_name in ('filing', 'only_here')`;
  expect((await ours.db.execute(tables)).rows).toHaveLength(2);
  expect((await other.db.execute(tables)).rows).toEqual([{ table_name: "filing" }]);
});

test("migrating again, even twice at once, changes nothing", async () => {
  const applied = sql`select count(*)::integer as applied from drizzle.__drizzle_migrations`;
  const before = (await ours.db.execute(applied)).rows;
  await Promise.all([migrateDatabase(ours.url), migrateDatabase(ours.url)]);
  expect((await ours.db.execute(applied)).rows).toEqual(before);
});

test("migrating creates a missing database", async () => {
  const url = ours.url.replace(/\/test_/, "/test_new_");
  await migrateDatabase(url);
  const { rows } = await ours.db.execute(sql`select datname from pg_database where datname = ${url.split("/").at(-1)}`);
  expect(rows).toHaveLength(1);
  await asOwner(ours, `drop database ${url.split("/").at(-1)}`);
});
