import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { connectOrCreate, migrateDatabase } from "./migrate";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("if several processes start together without a database, one creates it and all use it", async () => {
  const missing = new URL(database.url);
  missing.pathname += "_together";
  const clients = await Promise.all(Array.from({ length: 6 }, () => connectOrCreate(missing.href)));
  const answers = await Promise.all(clients.map((client) => client.query("select current_database() as name")));
  expect(new Set(answers.map(({ rows: [row] }) => row.name))).toEqual(new Set([missing.pathname.slice(1)]));
  for (const client of clients) await client.end();
  await asOwner(database, `drop database ${missing.pathname.slice(1)}`);
});

test("an index or key that was set aside but exists counts as made", async () => {
  const indexes = "select indexdef from pg_indexes where schemaname = 'public' order by 1";
  const before = (await database.pool.query(indexes)).rows;
  await asOwner(
    database,
    `insert into postponed_index values
      ('filing_newest', (select indexdef from pg_indexes where indexname = 'filing_newest')),
      ('filing_pkey', 'alter table filing add constraint filing_pkey primary key (accession_number)')`,
  );
  await migrateDatabase(database.url);
  expect((await database.pool.query("select from postponed_index")).rowCount).toBe(0);
  expect((await database.pool.query(indexes)).rows).toEqual(before);
});
