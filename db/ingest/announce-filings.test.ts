import { once } from "node:events";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
let listener: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  listener = new Client({ connectionString: database.url });
  await listener.connect();
  await listener.query("listen section16_filings");
});
afterAll(async () => {
  await listener.end();
  await database.drop();
});

test("announces stored filings with a position in the log that a replica has passed once it shows them", async () => {
  const lsn = async () => (await listener.query("select pg_current_wal_insert_lsn()::text as lsn")).rows[0].lsn;
  const before = await lsn();
  const announced = once(listener, "notification");
  const filing = filingForTest({ n: 1, filed: "2025-06-12", rows: [] });
  await ingestFiles(database, [filing], { isSample: false });
  const [{ payload }] = await announced;
  const [position, ...filings] = payload.split(" ");
  const { rows: stored } = await listener.query("select accession_number from filing");
  expect(filings).toEqual([stored[0].accession_number]);
  const { rows } = await listener.query("select $1::pg_lsn > $2::pg_lsn and $1::pg_lsn <= $3::pg_lsn as is_between", [
    position,
    before,
    await lsn(),
  ]);
  expect(rows).toEqual([{ is_between: true }]);
});
