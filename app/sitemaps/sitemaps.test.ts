import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import robots from "@/app/robots";
import { GET as getIndex } from "@/app/sitemap.xml/route";
import { GET as getPart } from "@/app/sitemaps/[list]/[part]/as/[format]/route";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const SITE = "https://insiders.example.org";
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
const database = serveFilings([
  filingForTest({ n: 1, filed: "2024-02-29", rows: [SALE] }),
  filingForTest({ n: 2, filed: "2025-06-12", rows: [SALE] }),
  filingForTest({ n: 3, filed: "2025-06-13", rows: [SALE] }),
]);

beforeAll(() => void vi.stubEnv("SITE_URL", SITE));
afterAll(() => void vi.unstubAllEnvs());

const locations = async (answer: Response) => {
  expect(answer.headers.get("content-type")).toContain("application/xml");
  return [...(await answer.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
};
const part = (path: string) => {
  const [list = "", name = ""] = path.split("/");
  return getPart(new Request(`${SITE}/sitemaps/${path}.xml`), {
    params: Promise.resolve({ list, part: name, format: "xml" }),
  });
};

test("the index names a sitemap for each month with filings, and those of insiders and issuers", async () => {
  const urls = await locations(await getIndex());
  expect(urls.filter((url) => url?.includes("/filings/"))).toEqual([
    `${SITE}/sitemaps/filings/2025-06.xml`,
    `${SITE}/sitemaps/filings/2024-02.xml`,
  ]);
  for (const list of ["insiders", "issuers"]) {
    const [url, ...others] = urls.filter((each) => each?.includes(`/${list}/`));
    expect(others).toEqual([]);
    expect(await locations(await part(`${list}/${url?.match(/(\d+)\.xml$/)?.[1]}`))).toHaveLength(1);
  }
});

test("the sitemap of a month has its filings, newest first", async () => {
  expect(await locations(await part("filings/2025-06"))).toEqual([
    `${SITE}/filings/9999000001-25-000003`,
    `${SITE}/filings/9999000001-25-000002`,
  ]);
});

test("nothing is there for a month without filings, or for anything else", async () => {
  for (const path of ["filings/2025-05", "filings/2025-13", "filings/x", "insiders/x", "insiders/7", "codes/all"])
    expect((await part(path)).status, path).toBe(404);
});

test("robots.txt names the index, and excludes every format that is a file", () => {
  expect(robots()).toMatchObject({
    rules: { disallow: expect.arrayContaining(["/*.csv", "/*.json", "/*.ndjson", "/filings/*/citation/"]) },
    sitemap: `${SITE}/sitemap.xml`,
  });
});

test("a site that only this machine can reach has no sitemap", async () => {
  vi.stubEnv("SITE_URL", "http://localhost:3000");
  expect((await getIndex()).status).toBe(404);
  expect((await part("filings/2025-06")).status).toBe(404);
  expect(robots().sitemap).toBeUndefined();
  vi.stubEnv("SITE_URL", SITE);
});

test("a month with more filings than a sitemap may have is divided into days, and nothing is left out", async () => {
  const store = (day: string | null, first: number, last: number) =>
    database().db.execute(sql`
      insert into filing (accession_number, source, version, is_sample, filing_date, ordered_at, has_tables)
      select '9999000002-19-' || lpad(n::text, 6, '0'), 'data-set', 1, false, ${day}::date, '2019-04-30T20:00:00Z', true
      from generate_series(${first}::int, ${last}::int) as n`);
  await store("2019-04-01", 1, 30_000);
  await store("2019-04-30", 30_001, 50_001);
  await store(null, 60_000, 60_000);
  const urls = (await locations(await getIndex())).filter((url) => url?.includes("/filings/"));
  expect(urls.map((url) => url?.match(/filings\/(.*)\.xml/)?.[1])).toEqual([
    "2025-06",
    "2024-02",
    "2019-04-30",
    "2019-04-01",
    "undated",
  ]);
  expect((await part("filings/2019-04")).status).toBe(404);
  const listed = await Promise.all(
    ["2019-04-30", "2019-04-01", "undated"].map(async (name) => locations(await part(`filings/${name}`))),
  );
  expect(listed.map(({ length }) => length)).toEqual([20_001, 30_000, 1]);
  expect(new Set(listed.flat()).size).toBe(50_002);
});
