import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { analyzeAsFilingsCome } from "./analyze-filings";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** How many rows PostgreSQL counted; -1 if it never has. */
async function counted(table: string): Promise<number> {
  const { rows } = await database.pool.query("select reltuples::int as rows from pg_class where oid = $1::regclass", [
    table,
  ]);
  return rows[0].rows;
}

test("PostgreSQL counts again after 200 filings, and then each time they have doubled", async () => {
  const analyze = analyzeAsFilingsCome(database.pool);
  await analyze(199);
  expect(await counted("issuer")).toBe(-1);
  await analyze(200);
  expect(await counted("issuer")).toBe(0);

  await database.pool.query("insert into issuer (cik, name, named_at) values ('9900208', 'Kestrel', now())");
  await analyze(399);
  expect(await counted("issuer")).toBe(0);
  await analyze(400);
  expect(await counted("issuer")).toBe(1);
});
