import { list, saleWithNote } from "./support/sample";
import { expect, test } from "./support/test";

// No browser is asked.
test("every page has its data formats by suffix", { tag: "@desktop" }, async ({ request }) => {
  const sale = await saleWithNote(request);
  const filing = `/filings/${sale.accessionNumber}`;
  const [insider, issuer] = [`/insiders/${sale.owners[0]?.cik}`, `/issuers/${sale.issuer.cik}`];
  const expected: [string, RegExp][] = [
    ["/index.json", /json/],
    ["/index.atom", /atom/],
    ["/transactions.csv?code=W", /csv/],
    ["/transactions.ndjson?code=W", /x-ndjson/],
    ["/transactions.atom?code=P", /atom/],
    [`${filing}.json`, /json/],
    [`${filing}.csv`, /csv/],
    [`${filing}.atom`, /atom/],
    [`${filing}.xml`, /xml/],
    [`${insider}.json`, /json/],
    [`${insider}.csv`, /csv/],
    [`${insider}.ndjson`, /x-ndjson/],
    [`${insider}.atom`, /atom/],
    [`${issuer}.json`, /json/],
    [`${issuer}.csv`, /csv/],
    [`${issuer}.ndjson`, /x-ndjson/],
    [`${issuer}.atom`, /atom/],
    ["/insiders.json", /json/],
    ["/insiders.csv?insider=smith", /csv/],
    ["/issuers.json", /json/],
    ["/issuers.csv", /csv/],
    ["/search.json?q=smith", /json/],
    ["/search/suggestions.json?q=smith", /json/],
    ["/footnotes.json?q=gift", /json/],
    ["/footnotes.csv?fact=gift", /csv/],
    ["/footnotes.ndjson?fact=gift", /x-ndjson/],
    ["/footnotes.atom?q=gift", /atom/],
    ["/clusters.ndjson", /x-ndjson/],
    ["/codes.json", /json/],
    ["/codes/P.json", /json/],
    ["/about/data.json", /json/],
  ];
  for (const [address, type] of expected) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()["content-type"], address).toMatch(type);
  }
});

test("data formats answer an unreadable value with a 400 that names it; the page says that it was ignored", async ({
  request,
  page,
}) => {
  const answer = await request.get("/transactions.json?code=P&code=BUY&filed-from=June");
  expect(answer.status()).toBe(400);
  const { error } = await answer.json();
  expect(error.values.map((v: { name: string; value: string }) => `${v.name}=${v.value}`)).toEqual([
    "code=BUY",
    "filed-from=June",
  ]);

  const html = await page.goto("/transactions?code=P&code=BUY&colour=red");
  expect(html?.status()).toBe(200);
  await expect(page.getByText("Ignored: code=BUY")).toBeVisible();
  await expect(page.getByText("Ignored: colour=red")).toBeVisible();
  expect((await request.get("/transactions.json?code=P&colour=red")).status()).toBe(200);
});

// No browser is asked.
test("the pages of JSON contain every counted row once, and CSV and NDJSON contain the same rows", {
  tag: "@desktop",
}, async ({ request }) => {
  const first = await list(request, "/transactions.json?code=F&form=4");
  expect(first.next).not.toBeNull();
  const seen = new Set<string>();
  for (let next: string | null = "/transactions.json?code=F&form=4"; next; ) {
    const page = await list(request, next);
    for (const row of page.rows) {
      const key = `${row.accessionNumber}#${row.id}`;
      expect(seen.has(key), key).toBe(false);
      seen.add(key);
    }
    next = page.next ? new URL(page.next).pathname + new URL(page.next).search : null;
  }
  expect(seen.size).toBe(first.count);
  const csv = await (await request.get("/transactions.csv?code=F&form=4")).text();
  const keys = [...csv.matchAll(/\/filings\/([\w-]+)#(\w+-\d+)\r\n/g)].map((m) => `${m[1]}#${m[2]}`);
  expect(new Set(keys)).toEqual(seen);
  const lines = (await (await request.get("/transactions.ndjson?code=F&form=4")).text()).trim().split("\n");
  expect(new Set(lines.map((line) => JSON.parse(line)).map((row) => `${row.accessionNumber}#${row.id}`))).toEqual(seen);
});

test("an unknown address is a 404 that says what was looked up", async ({ request, page }) => {
  for (const address of ["/filings/0000320193-99-999999", "/insiders/123", "/issuers/ZZZZZ", "/codes/Q", "/nothing"]) {
    expect((await request.get(address)).status(), address).toBe(404);
  }
  for (const address of ["/filings/0000320193-99-999999.json", "/insiders/123.json", "/nothing.json"]) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(404);
    expect((await answer.json()).error.status, address).toBe(404);
  }
  await page.route("**/*", (route) => route.continue());
  const answer = await request.get("/filings/0000320193-99-999999");
  const html = await answer.text();
  expect(html).toContain("0000320193-99-999999");
  expect(html).toContain("https://www.sec.gov/Archives/edgar/data/");
});

// No browser is asked.
test("other forms of an address redirect to the canonical one", { tag: "@desktop" }, async ({ request }) => {
  const sale = await saleWithNote(request);
  const digits = sale.accessionNumber.replaceAll("-", "");
  const lead = async (from: string) => {
    const answer = await request.get(from, { maxRedirects: 0 });
    return [answer.status(), new URL(answer.headers().location ?? "", "http://x").pathname];
  };
  expect(await lead(`/filings/${digits}`)).toEqual([308, `/filings/${sale.accessionNumber}`]);
  expect(await lead(`/issuers/${sale.issuer.tradingSymbol}`)).toEqual([307, `/issuers/${sale.issuer.cik}`]);
  expect(await lead(`/Archives/edgar/data/1/${digits}/form4.xml`)).toEqual([308, `/filings/${sale.accessionNumber}`]);
  expect(await lead(`/search?q=${sale.accessionNumber}`)).toEqual([307, `/filings/${sale.accessionNumber}`]);
});

// No browser is asked.
test("the document is served as filed", { tag: "@desktop" }, async ({ request }) => {
  const sale = await saleWithNote(request);
  const xml = await (await request.get(`/filings/${sale.accessionNumber}.xml`)).text();
  expect(xml).toContain("<ownershipDocument>");
  const { document } = await (await request.get(`/filings/${sale.accessionNumber}.json`)).json();
  expect(xml).toContain(`<value>${document.nonDerivativeTable[0].securityTitle.value}</value>`);
});

// No browser is asked.
test("the site reports its health, and robots may read it", { tag: "@desktop" }, async ({ request }) => {
  const health = await (await request.get("/healthz")).json();
  expect(health).toMatchObject({ status: "ok", version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  expect(await (await request.get("/about/methods")).text()).toContain(`Section 16, version ${health.version}`);
  expect((await request.get("/robots.txt")).status()).toBe(200);
  expect((await request.get("/opensearch.xml")).status()).toBe(200);
});
