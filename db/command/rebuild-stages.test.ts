import { afterAll, beforeAll, expect, test } from "vitest";
import { begin } from "@/db/derive/rebuild";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { dataSetProgress } from "./rebuild-stages";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const stages = async () => (await dataSetProgress(database)).map(({ name }) => name);

test("the stages of loading data sets are those of what follows, which is a rebuild if one is to be continued", async () => {
  const all = ["rows", "row indexes", "issuers", "facts", "lines", "listing", "indexes", "keys"];
  expect(await stages()).toEqual(all);
  await ingestFiles(database, [filingForTest({ n: 1, filed: "2025-06-11", rows: [] })], { isSample: false });
  expect(await stages()).toEqual(["rows", "filings"]);
  const client = await database.pool.connect();
  await begin(client);
  client.release();
  expect(await stages()).toEqual(all);
});
