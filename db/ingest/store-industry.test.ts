import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { removeSample } from "@/db/ingest/remove-sample";
import { storeIndustry } from "@/db/ingest/store-industry";
import { findIssuer } from "@/db/queries/issuer";
import { industry } from "@/db/schema";
import { filingForTest, KESTREL } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const REAL = { isSample: false } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.db.delete(industry);
});
afterAll(() => database.drop());

const filing = (n: number, filed: string, sic?: string) =>
  filingForTest({ n, filed, sic, rows: [{ code: "S", letter: "D", date: filed, shares: String(n), price: "1" }] });

const known = async () => (await findIssuer(database.db, KESTREL[0]))?.industry ?? null;

test("the header of the newest filing counts, in whatever order filings come; one without a code changes nothing", async () => {
  const filings = [
    filing(1, "2025-03-05", "POWER, DISTRIBUTION & SPECIALTY TRANSFORMERS [3612]"),
    filing(2, "2025-06-05", "SWITCHGEAR & SWITCHBOARD APPARATUS [3613]"),
    filing(3, "2025-09-05", " []"),
  ];
  const newest = { code: "3613", name: "SWITCHGEAR & SWITCHBOARD APPARATUS", source: "filing", asOf: "2025-06-05" };
  await ingestFiles(database, filings, REAL);
  expect(await known()).toEqual(newest);
  await database.db.delete(industry);
  // They are already there, but their headers say it again.
  await ingestFiles(database, filings.reverse(), REAL);
  expect(await known()).toEqual(newest);
});

test("EDGAR's list counts if it is not older than the newest filing", async () => {
  const inList = (code: string, asOf: string) =>
    storeIndustry(database.pool, KESTREL[0], { code, name: "From the list", source: "edgar", asOf });
  await inList("3600", "2025-03-04");
  await ingestFiles(database, [filing(1, "2025-03-05", "TRANSFORMERS [3612]")], REAL);
  expect(await known()).toMatchObject({ code: "3612", source: "filing" });
  await inList("3600", "2025-03-05");
  expect(await known()).toMatchObject({ code: "3600", source: "edgar", asOf: "2025-03-05" });
  await ingestFiles(database, [filing(1, "2025-03-05", "TRANSFORMERS [3612]")], REAL);
  expect(await known()).toMatchObject({ code: "3600" });
});

test("a company that leaves with the sample takes its industry along", async () => {
  const otter: [string, string, string] = ["9900777", "Otter Holdings", "OTTR"];
  const invented = filingForTest({ n: 9, filed: "2025-06-18", issuer: otter, sic: "RETAIL [5900]", rows: [] });
  await ingestFiles(database, [invented], { isSample: true });
  expect((await findIssuer(database.db, otter[0]))?.industry?.code).toBe("5900");
  await storeIndustry(database.pool, "1", { code: "3571", name: "", source: "edgar", asOf: "2025-03-04" });
  await removeSample(database.db);
  expect((await database.db.select().from(industry)).map(({ cik }) => cik)).toEqual(["1"]);
});
