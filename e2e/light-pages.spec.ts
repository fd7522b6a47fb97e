import type { Page, Request } from "@playwright/test";
import budget from "./page-budget.json" with { type: "json" };
import { type SampleRow, saleWithNote } from "./support/sample";
import { expect, open, test } from "./support/test";

const PAGES: Record<string, (sale: SampleRow) => string> = {
  filing: (sale) => `/filings/${sale.accessionNumber}`,
  insider: (sale) => `/insiders/${sale.owners[0]?.cik}`,
  issuer: (sale) => `/issuers/${sale.issuer.cik}`,
  latest: () => "/",
  transactions: () => "/transactions",
  footnotes: () => "/footnotes",
  "search of footnotes": () => "/footnotes?q=trust",
  clusters: () => "/clusters",
  insiders: () => "/insiders",
  codes: () => "/codes",
  views: () => "/views",
  methods: () => "/about/methods",
  data: () => "/about/data",
  "api and feeds": () => "/about/api",
};

/** What a page loads before the reader does anything. Bytes are those of the bodies as sent. */
async function load(page: Page, address: string) {
  const requests: Request[] = [];
  page.on("requestfinished", (request) => requests.push(request));
  await open(page, address);
  await page.waitForLoadState("networkidle");
  const bytes: Record<string, number> = {};
  for (const request of requests) {
    const { responseBodySize } = await request.sizes();
    bytes[request.resourceType()] = (bytes[request.resourceType()] ?? 0) + responseBodySize;
  }
  return { bytes, hosts: new Set(requests.map((request) => new URL(request.url()).host)) };
}

/** The bytes of the faces in which the text of the first view is set. */
const fontsInView = (page: Page) =>
  page.evaluate(() => {
    const faces = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .flatMap(({ style, parentStyleSheet }) => {
        const [, file] = style.getPropertyValue("src").match(/url\("?([^")]+)/) ?? [];
        const [from = 0, to = from] = style.getPropertyValue("font-weight").split(" ").map(Number);
        const face = { family: style.fontFamily, style: style.fontStyle || "normal", from, to };
        // Those with a range are for letters that the sample does not have.
        if (file === undefined || style.getPropertyValue("unicode-range") !== "") return [];
        return [{ ...face, url: new URL(file, parentStyleSheet?.href ?? undefined).href }];
      })
      .sort((a, b) => a.to - b.to);
    const used = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (!element?.checkVisibility() || !text.textContent?.trim()) continue;
      if (element.getBoundingClientRect().top > innerHeight) continue;
      const { fontFamily, fontStyle, fontWeight } = getComputedStyle(element);
      const face = faces.find(
        ({ family, style, to }) => fontFamily.startsWith(family) && style === fontStyle && to >= Number(fontWeight),
      );
      if (face) used.add(face.url);
    }
    const sizes = performance
      .getEntriesByType("resource")
      .flatMap((entry) =>
        entry instanceof PerformanceResourceTiming && used.has(entry.name) ? entry.encodedBodySize : [],
      );
    if (sizes.length !== used.size) throw new Error("A font of the first view was not loaded.");
    return sizes.reduce((sum, size) => sum + size, 0);
  });

for (const [name, addressOf] of Object.entries(PAGES)) {
  test(`the first view of ${name} stays within its budget and loads only from this site`, async ({ page, request }) => {
    const { bytes, hosts } = await load(page, addressOf(await saleWithNote(request)));
    for (const [type, most] of Object.entries({ ...budget.page, ...(name === "filing" ? budget.filing : {}) }))
      expect(bytes[type], `bytes of ${type}`).toBeLessThanOrEqual(most);
    expect(await fontsInView(page), "bytes of fonts in view").toBeLessThanOrEqual(budget.fontsInView);
    expect([...hosts]).toEqual([new URL(page.url()).host]);
  });
}

// The files are the same.
test("all font files together stay within their budget", { tag: "@desktop" }, async ({ page, request }) => {
  await open(page, "/");
  const sheets = await page
    .locator("link[rel='stylesheet']")
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  const files = new Set<string>();
  for (const sheet of sheets) {
    const text = await (await request.get(sheet)).text();
    for (const [, file = ""] of text.matchAll(/url\("?([^")]+\.woff2)"?\)/g)) files.add(new URL(file, sheet).href);
  }
  let bytes = 0;
  for (const file of files) bytes += (await (await request.get(file)).body()).length;
  expect(files.size).toBeGreaterThan(5);
  expect(bytes).toBeLessThanOrEqual(budget.allFonts);
});

// The fonts are the same.
test("names with ő or Ł are set in our fonts throughout", { tag: "@desktop" }, async ({ page, request }) => {
  await open(page, PAGES.filing?.(await saleWithNote(request)) ?? "/");
  const client = await page.context().newCDPSession(page);
  await client.send("DOM.enable");
  await client.send("CSS.enable");
  for (const selector of ["h1", ".top-bar nav a", ".id", ".box .filed", ".signature"]) {
    const element = page.locator(selector).first();
    await element.evaluate((found) => {
      found.textContent = "Łukasz Erdős";
      found.scrollIntoView();
    });
    await page.evaluate(() => document.fonts.ready);
    const { root } = await client.send("DOM.getDocument");
    const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    const used = async () =>
      (await client.send("CSS.getPlatformFontsForNode", { nodeId })).fonts.filter(({ isCustomFont }) => !isCustomFont);
    await expect.poll(used, selector).toEqual([]);
  }
});

// A phone has no pointer.
test("a page is fetched and drawn when the pointer rests on its link, and no other link is followed", {
  tag: "@desktop",
}, async ({ page }) => {
  const fetched: string[] = [];
  const drawn: string[] = [];
  const client = await page.context().newCDPSession(page);
  await client.send("Preload.enable");
  client.on("Preload.prefetchStatusUpdated", ({ prefetchUrl, status }) => {
    if (status === "Pending" || status === "Running" || status === "Ready") fetched.push(new URL(prefetchUrl).pathname);
  });
  // A browser that is driven by a test draws nothing ahead, but reports what it would have drawn.
  client.on("Preload.prerenderStatusUpdated", ({ key }) => drawn.push(new URL(key.url).pathname));
  await open(page, "/transactions");
  // It opens in place.
  await page.locator("main a[data-footnote]").first().hover();
  await page.waitForTimeout(400);
  const lead = page.locator("body > a.lead");
  const hover = async (href: string) => {
    await page.evaluate((address) => {
      const link = document.querySelector<HTMLAnchorElement>("a.lead") ?? document.createElement("a");
      link.className = "lead";
      link.href = address;
      link.textContent = address;
      link.style.cssText = "position: fixed; inset: 50% auto auto 50%; z-index: 1000";
      // Inside what React draws, it could disappear while the page becomes interactive.
      document.body.append(link);
    }, href);
    await page.mouse.move(0, 0);
    await lead.hover();
  };
  for (const left of [
    "/transactions.csv?code=S",
    "/transactions.json",
    "/index.atom",
    "/filings/0000000001-26-000001.xml",
    "/filings/0000000001-26-000001.txt",
    "/filings/0000000001-26-000001/original",
    "/import",
    "/import/abc",
    "/search?q=a",
    "/transactions?code=S&after=3",
  ]) {
    await hover(left);
    // Longer than a browser waits before it fetches a page.
    await page.waitForTimeout(400);
  }
  await hover("/codes/S");
  // A browser that is busy may drop a page that it was about to fetch; the next time the pointer comes, it fetches it.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await lead.hover();
    await expect.poll(() => [...new Set(fetched)], { timeout: 3_000 }).toEqual(["/codes/S"]);
  }).toPass();
  expect([...new Set(drawn)]).toEqual(["/codes/S"]);
});

for (const reducedMotion of ["no-preference", "reduce"] as const) {
  test(`pages ${reducedMotion === "reduce" ? "do not fade" : "fade"} into each other with motion: ${reducedMotion}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() =>
      addEventListener("pagereveal", (event) => {
        document.documentElement.dataset.fades = String(event.viewTransition !== null);
      }),
    );
    await open(page, "/codes");
    await page.locator("main a[href^='/codes/']").first().click();
    await page.waitForURL(/\/codes\/./);
    await expect(page.locator("html")).toHaveAttribute("data-fades", String(reducedMotion === "no-preference"));
  });
}
