import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/as/[format]/route";
import { loadLatestView } from "@/app/view";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { tradesHeadline } from "@/lib/headlines/trades-headline";
import { sumsOf } from "@/lib/series/day-sum";
import { type FilingForTest, filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const sale = (n: number, date: string, dates: Partial<FilingForTest> = {}) =>
  filingForTest({ n, period: date, ...dates, rows: [{ code: "S", letter: "D", date, shares: `${n}00`, price: "10" }] });

describe("the head of the front page", () => {
  let database: TestDatabase;
  const recent = async () => (await loadLatestView({ filter: NO_FILTER, ignored: [], cursor: null })).recent;
  const headline = async () => {
    const { bought, sold } = sumsOf((await recent())?.weekSums ?? []);
    return tradesHeadline(bought, sold);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    serveFrom(database);
  });
  afterAll(() => database.drop());

  test("uses trade dates while no filing date is known: (100 + 200) × 10 in a week, 300 × 10 before it", async () => {
    const undated = [sale(1, "2025-06-10"), sale(2, "2025-06-09"), sale(3, "2025-05-20")];
    await ingestFiles(database, undated, { isSample: false });
    expect(await recent()).toMatchObject({ by: "traded", undated: 0, week: { to: "2025-06-10" } });
    expect(await headline()).toBe("Insiders sold $3,000");
    expect(sumsOf((await recent())?.sums ?? []).sold.rows).toBe(3);
  });

  test("uses filing dates once most are known, and counts the filings without one: (400 + 500 + 600 + 700) × 10", async () => {
    const dated = [4, 5, 6, 7].map((n) => sale(n, "2025-06-11", { filed: "2025-06-12" }));
    await ingestFiles(database, dated, { isSample: false });
    expect(await recent()).toMatchObject({ by: "filed", undated: 3, week: { to: "2025-06-12" } });
    expect(await headline()).toBe("Insiders sold $22,000");
  });
});

test("a filter in an unknown format answers as an unknown page, and not as a list in JSON", async () => {
  const get = (format: string) => GET(new Request("http://localhost/?code=P"), { params: Promise.resolve({ format }) });
  expect((await get("csv")).status).toBe(307);
  const answer = await get("pdf");
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain(
    "This page is not available as .pdf. It is available as .json, .csv, .ndjson, .atom.",
  );
});
