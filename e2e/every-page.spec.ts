import type { Page } from "@playwright/test";
import { type SampleRow, saleWithNote } from "./support/sample";
import { accessProblems, expect, fitsItsWindow, open, test } from "./support/test";

// Checking all contrasts of a long page takes a while on a small machine.
test.describe.configure({ timeout: 120_000 });

const FIXED = [
  "/",
  "/transactions",
  "/transactions?code=P&code=S&form=4",
  "/transactions?code=BUY&colour=red",
  "/transactions?code=Z&traded-to=1999-01-01",
  "/filings?form=3",
  "/insiders",
  "/insiders?issuer=grid",
  "/issuers",
  "/search",
  "/search?q=smith",
  "/search?q=zzzzqq",
  "/footnotes",
  "/footnotes?q=%22weighted+average%22&fact=price_ranges&sort=best",
  "/footnotes?q=zzzzqq",
  "/transactions?code=P&code=S&group=issuer",
  "/clusters",
  "/views",
  "/watch",
  "/codes",
  "/codes/P",
  "/about/alerts",
  "/about/data",
  "/about/methods",
  "/about/api",
];

/** The rules that depend on colours. A theme changes nothing else. */
const RULES_ON_COLOUR = ["color-contrast", "link-in-text-block"];
/** The rule on the size of targets is off by default. */
const OTHER_RULES = {
  "target-size": { enabled: true },
  ...Object.fromEntries(RULES_ON_COLOUR.map((rule) => [rule, { enabled: false }])),
};

/**
 * Rows of long lists after the first dozen, and most answers in the reference of the API. They have the same markup, and checking their
 * colours would take most of the time.
 */
const FURTHER_ROWS = [
  ...[
    ".screener > tbody",
    ".directory > tbody > tr",
    ".transactions > tbody > tr",
    ".found-notes > li",
    ".api-keys > tbody > tr",
  ].map((row) => `${row}:nth-of-type(n + 13)`),
  ".api .section:nth-of-type(n + 41)",
];

/** Expects that axe finds nothing in either theme. */
async function isAccessible(page: Page) {
  expect(await accessProblems(page, {}, { rules: OTHER_RULES }), page.url()).toEqual([]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await accessProblems(page, { exclude: FURTHER_ROWS }, { runOnly: RULES_ON_COLOUR });
    expect(found, `${page.url()}, ${colorScheme}`).toEqual([]);
  }
}

for (const address of FIXED) {
  test(`${address} is accessible in both themes and fits its window`, async ({ page }) => {
    await open(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await fitsItsWindow(page);
    await isAccessible(page);
  });
}

const PAGES = {
  filing: (sale: SampleRow) => `/filings/${sale.accessionNumber}`,
  insider: (sale: SampleRow) => `/insiders/${sale.owners[0]?.cik}`,
  issuer: (sale: SampleRow) => `/issuers/${sale.issuer.cik}`,
};

for (const [name, addressOf] of Object.entries(PAGES)) {
  test(`the page of one ${name} is accessible in both themes`, async ({ page, request }) => {
    await open(page, addressOf(await saleWithNote(request)));
    await fitsItsWindow(page);
    await isAccessible(page);
  });
}

// The width is set here, whatever the device.
test("every page fits into 320 pixels", { tag: "@desktop" }, async ({ page, request }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const sale = await saleWithNote(request);
  for (const address of [...FIXED, ...Object.values(PAGES).map((addressOf) => addressOf(sale))]) {
    await open(page, address);
    await fitsItsWindow(page);
  }
});

// No browser is asked.
test("every page has one description for search engines", { tag: "@desktop" }, async ({ request }) => {
  const sale = await saleWithNote(request);
  for (const address of [...FIXED, ...Object.values(PAGES).map((addressOf) => addressOf(sale))]) {
    const html = await (await request.get(address)).text();
    expect(html.match(/<meta name="description" content="[^"]+"/g), address).toHaveLength(1);
  }
});

// Nor here.
test("every page blocks foreign scripts, frames and forms", { tag: "@desktop" }, async ({ request }) => {
  for (const address of ["/", "/transactions.json", "/nothing-here"]) {
    const headers = (await request.get(address)).headers();
    expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"], address).not.toMatch(/https?:/);
    expect(headers["x-content-type-options"], address).toBe("nosniff");
  }
});
