import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as getFiling } from "@/app/embed/filings/[accession]/route";
import { GET as getInsider } from "@/app/embed/insiders/[cik]/route";
import { GET as getIssuer } from "@/app/embed/issuers/[cik]/route";
import { GET as getOembed } from "@/app/oembed/route";
import { filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const SITE = "https://insiders.example.org";
const NUMBER = "9999000001-25-000001";
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
serveFilings([
  filingForTest({
    n: 1,
    filed: "2025-06-12",
    notes: { F1: "&lt;script&gt;alert(1)&lt;/script&gt; and an average." },
    rows: [
      { ...SALE, priceNote: "F1" },
      { ...SALE, shares: "50", held: "850" },
    ],
  }),
]);

beforeAll(() => void vi.stubEnv("SITE_URL", SITE));
afterAll(() => void vi.unstubAllEnvs());

const filing = (query = "", accession = NUMBER) =>
  getFiling(new Request(`${SITE}/embed/filings/${accession}${query}`), { params: Promise.resolve({ accession }) });
const ask = (get: typeof getInsider, cik: string, query = "") =>
  get(new Request(`${SITE}/embed/x/${cik}${query}`), { params: Promise.resolve({ cik }) });

const numberOfRows = (html: string) => html.match(/<tr role="row">/g)?.length;

test("an embed has the rows of the filing, the day of the record and a link home, and runs and loads nothing", async () => {
  const answer = await filing();
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; .*frame-ancestors \*$/);
  const html = await answer.text();
  expect(numberOfRows(html)).toBe(3);
  expect(html).toContain("−100");
  expect(html).toContain(`href="${SITE}/filings/${NUMBER}" target="_blank"`);
  expect(html).toMatch(/SEC filings as of \w+ \d+, 20\d\d/);
  expect(html).not.toMatch(/<script|<img|<link rel="stylesheet|@import|url\(/);
});

test("an embed can be one row, or a note with the rows that cite it", async () => {
  const row = await (await filing("?row=I-2")).text();
  expect(row).toContain("Ingrid M. Tollefsen sold 50 shares of Common Stock");
  expect(numberOfRows(row)).toBe(2);
  const note = await (await filing("?note=F1")).text();
  expect(note).toContain("<p>&lt;script&gt;alert(1)&lt;/script&gt; and an average.</p>");
  expect(note).toMatch(/<h1><a href="[^"]*\/notes\/F1" [^>]*>Footnote 1<\/a><\/h1>/);
  expect(note).not.toContain("<script");
  expect(numberOfRows(note)).toBe(2);
});

test("an insider and an issuer can be embedded, with their chart in light and dark", async () => {
  const [insider, issuer] = [
    await (await ask(getInsider, TOLLEFSEN[0])).text(),
    await (await ask(getIssuer, KESTREL[0])).text(),
  ];
  expect(insider).toContain("sold $1.5K in 2 sales");
  expect(issuer).toContain("one insider sold $1.5K in 2 sales");
  expect(insider).toContain("Prices are those reported");
  expect(issuer).toContain("Grants, exercises, gifts and tax withholding are not included.");
  for (const html of [insider, issuer]) {
    expect(html).toContain('<div class="chart" tabindex="0" role="region" aria-label="Chart"><svg viewBox="0 0 720 ');
    expect(html).toContain('fill="var(--sale)"');
    expect(html).toMatch(/--sale:light-dark\(#bf3a10,#f4703a\)/);
    expect(html).not.toMatch(/<script|<img|url\(/);
  }
});

test("an insider and an issuer can be embedded as of a past day, and say which", async () => {
  for (const [get, [cik], page] of [
    [getInsider, TOLLEFSEN, "/insiders/9900416"],
    [getIssuer, KESTREL, "/issuers/9900208"],
  ] as const) {
    const html = await (await ask(get, cik, "?as_of=2025-06-12")).text();
    expect(html).toContain("as known on June 12, 2025");
    expect(html).toContain(`href="${SITE}${page}?as_of=2025-06-12" target="_blank"`);
    expect(html).toMatch(/SEC filings as known on June 12, 2025 \(accessed \w+ \d+, 20\d\d\)/);
    // The one filing came on the 12th.
    expect((await ask(get, cik, "?as_of=2025-06-11")).status).toBe(404);
    const unread = await ask(get, cik, "?as_of=yesterday");
    expect([unread.status, (await unread.json()).error.values[0].name]).toEqual([400, "as_of"]);
  }
  const ofFiling = await filing("?as_of=2025-06-12");
  expect([ofFiling.status, (await ofFiling.json()).detail]).toEqual([
    400,
    "A filing has no past days. Remove as_of from the address.",
  ]);
});

test("what an embed shows is under the filter in its address", async () => {
  expect(await (await ask(getInsider, TOLLEFSEN[0], "?code=P")).text()).not.toContain("sold $1.5K");
  expect((await ask(getInsider, TOLLEFSEN[0], "?code=none")).status).toBe(400);
});

test("what is not there cannot be embedded, and its error cannot be shown in a frame", async () => {
  const answers = [
    await filing("?row=I-9"),
    await filing("?note=x"),
    await filing("", "nonsense"),
    await ask(getInsider, "1234567"),
    await ask(getIssuer, "x"),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  }
});

const oembed = (query: Record<string, string>) =>
  getOembed(new Request(`${SITE}/oembed?${new URLSearchParams(query)}`));

test("oEmbed answers with a frame for the address of a page, within the limits that are asked for", async () => {
  const url = `${SITE}/filings/${NUMBER}/rows/I-2`;
  const answer = await (await oembed({ url, maxwidth: "400" })).json();
  expect(answer).toMatchObject({
    version: "1.0",
    type: "rich",
    width: 400,
    height: 240,
    thumbnail_url: `${SITE}/filings/${NUMBER}/rows/I-2/card.png`,
  });
  expect(answer.html).toContain(`<iframe src="${SITE}/embed/filings/${NUMBER}?row=I-2"`);
});

test("oEmbed titles the frame of an insider or issuer with the name as filed", async () => {
  for (const [list, [cik, name]] of [
    ["insiders", TOLLEFSEN],
    ["issuers", KESTREL],
  ] as const) {
    for (const page of [`/${list}/${cik}`, `/${list}/${cik}?as_of=2025-06-12`]) {
      const { html } = await (await oembed({ url: SITE + page })).json();
      expect(html, page).toContain(` title="${name}, Section 16"`);
    }
  }
});

test("oEmbed keeps the day and the filter of an insider or issuer", async () => {
  const url = `${SITE}/insiders/${TOLLEFSEN[0]}?as_of=2025-06-12`;
  const answer = await (await oembed({ url })).json();
  expect(answer.html).toContain(`<iframe src="${SITE}/embed/insiders/${TOLLEFSEN[0]}?as_of=2025-06-12"`);
  expect(answer.thumbnail_url).toBe(`${SITE}/insiders/${TOLLEFSEN[0]}/card.png?as_of=2025-06-12`);
});

test("oEmbed knows no other pages, sites or formats", async () => {
  for (const url of [
    `${SITE}/filings/${NUMBER}/rows/I-9`,
    `${SITE}/transactions`,
    // The page of a ticker redirects; its embed would be an error.
    `${SITE}/issuers/KSTG`,
    `https://elsewhere.example/filings/${NUMBER}`,
    `${SITE}.evil.example/filings/${NUMBER}`,
    "",
  ])
    expect((await oembed({ url })).status, url).toBe(404);
  expect((await oembed({ url: `${SITE}/filings/${NUMBER}`, format: "xml" })).status).toBe(501);
});
