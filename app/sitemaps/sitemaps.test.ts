import { afterAll, beforeAll, expect, test, vi } from "vitest";
import robots from "@/app/robots";
import { GET as getIndex } from "@/app/sitemap.xml/route";
import { GET as getPart } from "@/app/sitemaps/[list]/[part]/as/[format]/route";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const SITE = "https://insiders.example.org";
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
serveFilings([
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
