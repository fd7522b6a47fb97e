import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listDirectory } from "@/db/queries/list-parties";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const sale = { code: "S", letter: "D" as const, date: "2025-06-02", shares: "50", held: "150" };

const FILINGS = [
  filingForTest({
    n: 1,
    filed: "2025-01-07",
    rows: [{ ...sale, code: "P", letter: "A", date: "2025-01-06", held: "200" }],
  }),
  filingForTest({
    n: 2,
    filed: "2025-06-03",
    rows: [
      { code: "M", letter: "A", date: "2025-06-02", shares: "20", held: "220" },
      sale,
      { code: "M", letter: "D", date: "2025-06-02", shares: "20", title: "Option", exercisePrice: "4" },
    ],
  }),
  // The newest filing reports no trade.
  filingForTest({ n: 3, form: "5", filed: "2025-07-01", rows: [{ held: "150" }] }),
];

const A_TOTAL = filingForTest({
  n: 4,
  filed: "2025-08-02",
  notes: { F1: "The amount is the aggregate purchase price, not a price per share." },
  rows: [{ ...sale, date: "2025-08-01", price: "3000", priceNote: "F1", held: "100" }],
});

describe("a directory", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestFiles(database, FILINGS, { isSample: false });
  });
  afterAll(() => database.drop());

  const only = async (directory: "insiders" | "issuers", filter = NO_FILTER) =>
    (await listDirectory(database.db, directory, filter, null, 10)).entries[0];

  test("shows the role of an insider and the balance after the last trade", async () => {
    expect(await only("insiders")).toMatchObject({
      role: "Director",
      filings: 3,
      lastFiling: { accessionNumber: "9999000001-25-000003" },
      lastTrade: {
        accessionNumber: "9999000001-25-000002",
        row: "I-2",
        code: "S",
        date: "2025-06-02",
        shares: "50",
        acquiredDisposedCode: "D",
        sharesOwnedFollowing: "150",
        hasExercisePrice: false,
        implausible: null,
      },
    });
  });

  test("shows the last trade that matches the filter", async () => {
    expect((await only("insiders", { ...NO_FILTER, code: ["M"] }))?.lastTrade).toMatchObject({
      row: "I-1",
      hasExercisePrice: true,
    });
    expect((await only("issuers", { ...NO_FILTER, code: ["P"] }))?.lastTrade).toMatchObject({ date: "2025-01-06" });
  });

  test("shows no role for an issuer", async () => {
    expect(await only("issuers")).toMatchObject({ role: null, lastTrade: { code: "S" } });
  });

  test("marks the last trade if its price is a total: 3,000 for 50 shares at 60", async () => {
    await ingestFiles(database, [A_TOTAL], { isSample: false });
    expect((await only("insiders"))?.lastTrade).toMatchObject({
      accessionNumber: "9999000001-25-000004",
      implausible: { field: "pricePerShare", reason: "stated total", comparedWith: { amount: "60", times: "50" } },
    });
  });

  test("shows the last trade of the newest filing by its date, not by its place on the form", async () => {
    const warrant = { ...sale, date: "2025-09-02", title: "Warrant", exercisePrice: "4" };
    const filing = filingForTest({ n: 5, filed: "2025-09-03", rows: [{ ...sale, date: "2025-09-01" }, warrant] });
    await ingestFiles(database, [filing], { isSample: false });
    expect((await only("insiders"))?.lastTrade).toMatchObject({ row: "II-1", date: "2025-09-02" });
    expect((await only("issuers"))?.lastTrade).toMatchObject({ row: "II-1", date: "2025-09-02" });
  });
});
