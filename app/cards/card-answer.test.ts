import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET as clusterCard } from "@/app/clusters/card.png/route";
import { GET as filingCard } from "@/app/filings/[accession]/card.png/route";
import { generateMetadata as filingMetadata } from "@/app/filings/[accession]/page";
import { GET as noteCard } from "@/app/footnotes/card.png/route";
import { GET as insiderCard } from "@/app/insiders/[cik]/card.png/route";
import { GET as insiderChart } from "@/app/insiders/[cik]/chart.png/route";
import { GET as insiderChartSvg } from "@/app/insiders/[cik]/chart.svg/route";
import { GET as issuerCard } from "@/app/issuers/[cik]/card.png/route";
import { GET as issuerChart } from "@/app/issuers/[cik]/chart.png/route";
import { GET as issuerChartSvg } from "@/app/issuers/[cik]/chart.svg/route";
import { GET as screenerCard } from "@/app/transactions/card.png/route";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { cutFonts } from "@/scripts/cut-fonts";
import { filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const number = (n: number) => `9999000001-25-${String(n).padStart(6, "0")}`;
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;

const database = serveFilings([filingForTest({ n: 1, filed: "2025-06-12", rows: [SALE] })]);

let folder: string;
beforeAll(async () => {
  await cutFonts();
  folder = await mkdtemp(join(tmpdir(), "section16-cards-"));
  vi.stubEnv("DATA_DIR", folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const request = (path: string) => new Request(`https://insiders.example.org${path}`);
const filing = (accession: string, query = "") =>
  filingCard(request(`/filings/${accession}/card.png${query}`), { params: Promise.resolve({ accession }) });
const insider = (cik: string, query = "") =>
  insiderCard(request(`/insiders/${cik}/card.png${query}`), { params: Promise.resolve({ cik }) });
const issuer = (cik: string) => issuerCard(request(`/issuers/${cik}/card.png`), { params: Promise.resolve({ cik }) });

const chart = (get: typeof insiderChart, path: string, cik: string) =>
  get(request(path), { params: Promise.resolve({ cik }) });

/** Width and height as a PNG states them. */
async function sizeOf(answer: Response) {
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/png");
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test("the chart of an insider and of an issuer is a PNG, and an SVG with its title, source and day", async () => {
  const [ofInsider, ofIssuer] = [`/insiders/${TOLLEFSEN[0]}`, `/issuers/${KESTREL[0]}`];
  expect((await sizeOf(await chart(insiderChart, `${ofInsider}/chart.png`, TOLLEFSEN[0])))[0]).toBe(2080);
  expect((await sizeOf(await chart(issuerChart, `${ofIssuer}/chart.png`, KESTREL[0])))[0]).toBe(2080);
  for (const [get, path, cik, title] of [
    [insiderChartSvg, ofInsider, TOLLEFSEN[0], "Trades and holdings of Ingrid M. Tollefsen at Kestrel Grid Systems"],
    [issuerChartSvg, ofIssuer, KESTREL[0], "Bought and sold by insiders of Kestrel Grid Systems each month"],
  ] as const) {
    const answer = await chart(get, `${path}/chart.svg`, cik);
    expect(answer.headers.get("content-type")).toContain("image/svg+xml");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    const svg = (await answer.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    expect(svg).toContain(title);
    expect(svg).toMatch(/Source: SEC filings as of \w+ \d+, 20\d\d, Section 16/);
  }
});

test("a chart follows the filter of its address, and is not there if there is nothing to draw", async () => {
  const path = `/issuers/${KESTREL[0]}/chart.svg`;
  expect((await chart(issuerChartSvg, `${path}?code=P`, KESTREL[0])).status).toBe(404);
  expect((await chart(issuerChartSvg, `${path}?traded-from=never`, KESTREL[0])).status).toBe(400);
  expect((await chart(insiderChartSvg, "/insiders/1/chart.svg", "1")).status).toBe(404);
});

test("every page that people share has a card of 1200 × 630 pixels", async () => {
  const cards = [
    await filing(number(1)),
    await insider(TOLLEFSEN[0]),
    await issuer(KESTREL[0]),
    await screenerCard(request("/transactions/card.png?code=S")),
    await clusterCard(request("/clusters/card.png")),
    await noteCard(request("/footnotes/card.png?q=trust")),
  ];
  for (const card of cards) expect(await sizeOf(card)).toEqual([1200, 630]);
});

test("an unknown or malformed address gives an error, and no card of one", async () => {
  const asked = [
    await filing(number(99)),
    await filing("nonsense"),
    await insider("1234567"),
    await insider("x"),
    await issuer("1234567"),
  ];
  for (const answer of asked) {
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  }
  expect((await screenerCard(request("/transactions/card.png?code=QQ"))).status).toBe(400);
  const groups = await screenerCard(request("/transactions/card.png?group=issuer"));
  expect(groups.status).toBe(503);
  expect(await groups.json()).toMatchObject({
    error: { message: "This site does not group transactions (SCREENER_COPY)." },
  });
  expect((await insider(TOLLEFSEN[0], "?filed-from=yesterday")).status).toBe(400);
});

describe("on a site that others can reach", () => {
  beforeAll(() => void vi.stubEnv("SITE_URL", "https://insiders.example.org"));
  afterAll(() => void vi.stubEnv("SITE_URL", "http://localhost:3000"));

  const tags = () => filingMetadata({ params: Promise.resolve({ accession: number(1) }) });
  const imageOf = async () => {
    const [image] = [(await tags()).openGraph?.images].flat();
    if (typeof image !== "object" || image instanceof URL) throw new Error("There is no image.");
    return image;
  };

  test("a page names its card by a full address, with the sentence as its text", async () => {
    const { openGraph, twitter } = await tags();
    expect(openGraph).toMatchObject({
      title: "Form 4, Ingrid M. Tollefsen, Kestrel Grid Systems, Inc., June 12, 2025",
      url: `https://insiders.example.org/filings/${number(1)}`,
    });
    expect(twitter).toMatchObject({ card: "summary_large_image" });
    const { url, alt, width, height } = await imageOf();
    expect(String(url)).toMatch(
      new RegExp(`^https://insiders\\.example\\.org/filings/${number(1)}/card\\.png\\?v=[\\w-]{16}$`),
    );
    expect(alt).toMatch(/^Ingrid M. Tollefsen sold 100 .*\.$/);
    expect([width, height]).toEqual([1200, 630]);
  });

  test("a card is kept, and may be kept by others for ever under the address that the page names", async () => {
    const { search } = new URL(String((await imageOf()).url));
    const named = await filing(number(1), search);
    expect(named.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await readdir(join(folder, "cards"))).toContain(`${search.slice(3)}.png`);
    expect((await filing(number(1))).headers.get("cache-control")).toBe("public, max-age=300");
  });

  test("an amendment changes the address of the card, and the card says so", async () => {
    const before = await imageOf();
    const amendment = filingForTest({
      n: 2,
      form: "4/A",
      filed: "2025-06-20",
      dateOfOriginalSubmission: "2025-06-12",
      rows: [{ ...SALE, shares: "101", held: "899" }],
    });
    await ingestFiles(database(), [amendment], { isSample: false });
    const after = await imageOf();
    expect(after.url).not.toBe(before.url);
    expect(after.alt).toMatch(/Amended June 20, 2025\.$/);
    // Anyone who still has the old address gets the new card, but may not keep it.
    const old = await filing(number(1), new URL(String(before.url)).search);
    expect(old.headers.get("cache-control")).toBe("public, max-age=300");
  });
});

test("a site that only this machine can reach names no picture", async () => {
  const { openGraph } = await filingMetadata({ params: Promise.resolve({ accession: number(1) }) });
  expect(openGraph).toMatchObject({ siteName: "Section 16" });
  expect(openGraph).not.toHaveProperty("images");
  expect(openGraph).not.toHaveProperty("url");
});
