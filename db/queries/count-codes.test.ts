import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { countCodes } from "@/db/queries/count-codes";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const row = (code: string) =>
  `<nonDerivativeTransaction><transactionDate><value>2025-01-02</value></transactionDate><transactionCoding><transactionCode>${code}</transactionCode></transactionCoding></nonDerivativeTransaction>`;

const fileName = "9999000001-25-000001.xml";
const xml = `<ownershipDocument><documentType>4</documentType><issuer><issuerCik>9900208</issuerCik></issuer>
<nonDerivativeTable>${["P", "S", "S", "Q"].map(row).join("")}</nonDerivativeTable></ownershipDocument>`;

describe("counts of transaction codes", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestFiles(database, [{ fileName, read: async () => ({ fileName, bytes: Buffer.from(xml) }) }], {
      isSample: false,
    });
  });
  afterAll(() => database.drop());

  test("gives each requested code its number of rows, or zero", async () => {
    const counts = await countCodes(database.db, ["P", "S", "W"]);
    expect([...counts].map(([code, { count }]) => [code, count]).sort()).toEqual([
      ["P", 1],
      ["S", 2],
      ["W", 0],
    ]);
  });

  test("finds a code that is not on the form", async () => {
    const counts = await countCodes(database.db, ["P"], { others: true });
    expect(counts.get("Q")).toEqual({ count: 1, countAtLeast: 1 });
    expect([...counts.keys()].sort()).toEqual(["P", "Q", "S"]);
  });
});
