import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDataView, loadFilingDays } from "@/app/about/data/view";
import { noteListed } from "@/db/edgar/listed-filings";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { countData, countFilingsBy } from "@/db/queries/data-state";
import { filingToDerive, followPosition, indexDay } from "@/db/schema";
import type { ListedFiling } from "@/lib/edgar/index-file";
import { parseAccessionNumber } from "@/lib/record/accession-number";
import { parseCik } from "@/lib/record/cik";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

/** Friday, June 13, 2025, 6:04 pm in New York. */
const NOW = Date.parse("2025-06-13T22:04:00Z");

const listed = (n: number): ListedFiling => {
  const accessionNumber = parseAccessionNumber(`9999000001-25-${String(n).padStart(6, "0")}`);
  const cik = parseCik("9900208");
  if (!accessionNumber || !cik) throw new Error(`${n} makes no filing`);
  return { accessionNumber, cik, documentType: "4", filingDate: null };
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  serveFrom(database);
  const { db } = database;
  const filings = [
    filingForTest({ n: 1, filed: "2025-06-11", rows: [{ held: "5" }] }),
    filingForTest({ n: 2, filed: "2025-06-12", rows: [{ held: "5" }] }),
    filingForTest({ n: 3, filed: "2025-06-13", form: "3", rows: [] }),
  ];
  await ingestFiles(database, filings, { isSample: false });
  // Filing 5 of June 12 is missing; filings 6 and 7 of June 13 are waiting.
  await noteListed(db, [listed(1)], "2025-06-11", "index");
  await noteListed(db, [listed(2), listed(5)], "2025-06-12", "index");
  await noteListed(db, [listed(3), listed(6), listed(7)], "2025-06-13", "feed");
  await db.insert(indexDay).values([
    { day: "2025-06-11", state: "read" },
    { day: "2025-06-12", state: "read" },
  ]);
  await db
    .insert(followPosition)
    .values({ reconciledThrough: "2025-06-12", polledAt: new Date("2025-06-13T22:03:00Z") });
});
afterAll(() => database.drop());

describe("the data page", () => {
  test("states how far EDGAR was read and how many filings are waiting", async () => {
    expect((await loadDataView(NOW)).freshness).toEqual({
      state: "following",
      readTo: "2025-06-13T22:03:00.000Z",
      waiting: 2,
    });
  });

  test("knows the first and last filing dates of the record", async () => {
    expect(await loadFilingDays()).toEqual({ first: "2025-06-11", last: "2025-06-13" });
  });

  test("states which days are complete, partly stored, being read or missing", async () => {
    const { coverage } = await loadDataView(NOW);
    expect(coverage?.days.slice(-4)).toEqual([
      { day: "2025-06-10", state: "missing", stored: 0, listed: null },
      { day: "2025-06-11", state: "complete", stored: 1, listed: 1 },
      { day: "2025-06-12", state: "partly stored", stored: 1, listed: 2 },
      { day: "2025-06-13", state: "being read", stored: 1, listed: null },
    ]);
    expect(coverage?.quarters).toEqual([
      { quarter: "2025q2", state: "being read", stored: 3, listed: null, isDataSetLoaded: false },
    ]);
  });

  test("names filings that failed or were interrupted twice, but not one that is being derived for the first time", async () => {
    const failedAt = new Date("2025-06-13T21:00:00Z");
    const accessionNumber = (n: number) => `9999000001-25-00000${n}`;
    await database.db.insert(filingToDerive).values([
      {
        accessionNumber: accessionNumber(1),
        failures: 1,
        lastFailure: "numeric field overflow",
        lastFailedAt: failedAt,
      },
      { accessionNumber: accessionNumber(2), failures: 2, lastFailedAt: new Date("2025-06-13T20:00:00Z") },
      { accessionNumber: accessionNumber(3), failures: 1, lastFailedAt: failedAt },
    ]);
    const { underivable, queues } = await loadDataView(NOW);
    expect(underivable).toMatchObject([
      {
        accessionNumber: accessionNumber(1),
        documentType: "4",
        filingDate: "2025-06-11",
        lastFailure: "numeric field overflow",
      },
      { accessionNumber: accessionNumber(2), failures: 2, lastFailure: null },
    ]);
    expect(queues).toMatchObject({ toDerive: 3, underivable: 2 });
    await database.db.delete(filingToDerive);
  });

  test("names the newest filing, when EDGAR accepted it and when it was stored", async () => {
    const { newestFiling, databaseBytes } = await loadDataView(NOW);
    expect(newestFiling).toMatchObject({
      accessionNumber: "9999000001-25-000003",
      filedAt: "2025-06-13T21:00:00.000Z",
    });
    expect(newestFiling?.receivedAt).not.toBeNull();
    expect(databaseBytes).toBeGreaterThan(1_000_000);
  });

  test("says what takes up disk space", async () => {
    const { disk, databaseBytes } = await loadDataView(NOW);
    const rows = async (tables: string) =>
      (
        await database.pool.query(
          `select sum(pg_table_size(name::regclass))::int as n from unnest('{${tables}}'::text[]) as name`,
        )
      ).rows[0].n;
    const of = (content: string) => disk.find((use) => use.content === content);
    expect(of("filed")?.rowBytes).toBe(await rows("filing,filing_owner,filing_row,footnote,signature"));
    expect(of("footnote search")?.rowBytes).toBe(await rows("searched_note,stated_facts"));
    expect(of("rebuild")).toBeUndefined();
    expect(disk.reduce((sum, { rowBytes, indexBytes }) => sum + rowBytes + indexBytes, 0)).toBeLessThan(databaseBytes);
  });

  test("counts without reading the tables", async () => {
    const client = await database.pool.connect();
    await client.query(`begin; lock table filing, filing_row, footnote, filing_problem, refused_document, owner, issuer,
      listed_filing in access exclusive mode`);
    try {
      expect(await countData(database.db)).toEqual({
        filings: 3,
        insiders: 1,
        issuers: 1,
        transactions: 0,
        holdings: 2,
        footnotes: 0,
        problems: 0,
        refused: 0,
      });
      expect(await countFilingsBy(database.db, "document_type")).toEqual([
        { value: "4", filings: 2 },
        { value: "3", filings: 1 },
      ]);
      expect(await countFilingsBy(database.db, "schema_version")).toEqual([{ value: null, filings: 3 }]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});
