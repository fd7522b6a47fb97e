import { afterAll, beforeAll, expect, test } from "vitest";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { derivedForTest } from "@/testing/derived-for-test";
import { type FilingForTest, filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const sale = (n: number, day: string, price: string, more: Partial<FilingForTest> = {}) =>
  filingForTest({
    n,
    filed: day,
    owner: [`99004${n}`, `Owner ${n}`],
    rows: [{ code: "S", letter: "D", date: day, shares: "2000", price, held: "8000" }],
    ...more,
  });

const marked = async () => {
  const { rows } = await database.pool.query(
    `select right(accession_number, 1) || '#' || table_number || '-' || line as row, reason, cause, times::text
      from implausible_row order by 1`,
  );
  return rows;
};

const ingest = (...files: ReturnType<typeof sale>[]) => ingestFiles(database, files, { isSample: true });

test("filings that come later are evidence for and against the prices of earlier ones", async () => {
  // 2,000 shares at 11.63 are 23,260.
  await ingest(sale(1, "2025-06-10", "23260"));
  expect(await marked()).toEqual([]);

  await ingest(sale(2, "2025-06-12", "11.60"));
  const mark = { row: "1#I-1", reason: "other trades", cause: "total", times: "2005" };
  expect(await marked()).toEqual([mark]);

  await ingest(sale(3, "2025-06-20", "22000"));
  expect(await marked()).toEqual([]);

  // An amendment of filing 3 corrects its price.
  await ingest(
    sale(4, "2025-06-21", "11.00", {
      form: "4/A",
      owner: ["990043", "Owner 3"],
      period: "2025-06-20",
      dateOfOriginalSubmission: "2025-06-20",
      rows: [{ code: "S", letter: "D", date: "2025-06-20", shares: "2000", price: "11.00", held: "8000" }],
    }),
  );
  expect(await marked()).toEqual([
    { ...mark, times: "2005" },
    { row: "3#I-1", reason: "other trades", cause: "total", times: "1897" },
  ]);
});

test("a rebuild finds the same", async () => {
  const oneByOne = await derivedForTest(database);
  expect(oneByOne.implausible_row).toHaveLength(2);
  await rebuildDerived(database);
  expect(await derivedForTest(database)).toEqual(oneByOne);
});

test("a footnote is evidence without any other trade", async () => {
  await ingest(
    sale(5, "2025-06-10", "23260", {
      issuer: ["9900300", "Alone Inc", "ALON"],
      notes: { F1: "This is the aggregate purchase price, not the price per share." },
      rows: [
        { code: "S", letter: "D", date: "2025-06-10", shares: "2000", price: "23260", priceNote: "F1", held: "8000" },
      ],
    }),
  );
  expect((await marked()).at(-1)).toEqual({ row: "5#I-1", reason: "stated total", cause: "total", times: "2000" });
});

test("a filing without market trades whose price contradicts that of a sale takes it out of its cluster", async () => {
  const issuer: [string, string, string] = ["9900301", "Three Inc", "THRE"];
  const other = (n: number, code: "S" | "F", shares: string, price?: string) =>
    sale(n, "2025-06-12", "", {
      issuer,
      rows: [{ code, letter: "D", date: "2025-06-11", shares, price, held: "100" }],
    });
  const sizes = async () => {
    const { rows } = await database.pool.query<{ row: string; insiders: number }>(
      `select right(accession_number, 1) as row, insiders from trade_cluster join filing using (accession_number)
        where issuer_cik = $1 order by 1`,
      [issuer[0]],
    );
    return rows.map(({ row, insiders }) => [row, insiders]);
  };
  await ingest(sale(6, "2025-06-10", "23260", { issuer }), other(7, "S", "500"), other(8, "S", "700"));
  expect(await sizes()).toEqual([
    ["6", 3],
    ["7", 3],
    ["8", 3],
  ]);

  await ingest(other(9, "F", "50", "11.60"));
  expect((await marked()).at(-1)).toMatchObject({ row: "6#I-1", reason: "other trades" });
  expect(await sizes()).toEqual([
    ["7", 2],
    ["8", 2],
  ]);
});
