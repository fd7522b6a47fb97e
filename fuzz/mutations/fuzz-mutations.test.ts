import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fuzzMutations, ingestEachMutation } from "@/fuzz/mutations/fuzz-mutations";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const drawn = Math.floor(Math.random() * 1_000_000_000);

describe("damaged documents never stop an ingest: each is stored or refused by name, and the good ones beside it are stored", () => {
  test("one of each kind that is quick", async () => {
    expect(await ingestEachMutation(database.url, 12, { heavy: false })).toEqual([]);
  }, 300_000);

  test(`a random seed, ${drawn}: npm run fuzz -- --only mutations --seed ${drawn} --runs 20`, async () => {
    const report = await fuzzMutations(database.url, { runs: 20, seed: drawn });
    expect(report.failures).toEqual([]);
  }, 600_000);
});
