import AxeBuilder from "@axe-core/playwright";
import { type SampleRow, saleWithNote } from "./support/sample";
import { expect, fitsItsWindow, open, test } from "./support/test";

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
  "/clusters",
  "/codes",
  "/codes/P",
  "/about/data",
  "/about/methods",
];

/** Pages whose tables have another layout on a phone. The other pages differ only in width, so they are checked once. */
const READ_ON_PHONES = [
  "/",
  "/transactions?code=P&code=S&form=4",
  "/insiders",
  "/footnotes?q=%22weighted+average%22&fact=price_ranges&sort=best",
  "/codes",
];

for (const address of FIXED) {
  test(`${address} is accessible and fits its window`, async ({ page, isMobile }) => {
    await open(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await fitsItsWindow(page);
    if (isMobile && !READ_ON_PHONES.includes(address)) return;
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

const PAGES = {
  filing: (sale: SampleRow) => `/filings/${sale.accessionNumber}`,
  insider: (sale: SampleRow) => `/insiders/${sale.owners[0]?.cik}`,
  issuer: (sale: SampleRow) => `/issuers/${sale.issuer.cik}`,
};

for (const [name, addressOf] of Object.entries(PAGES)) {
  test(`the page of one ${name} is accessible in both themes`, async ({ page, request, isMobile }) => {
    const address = addressOf(await saleWithNote(request));
    for (const colorScheme of isMobile ? (["dark"] as const) : (["light", "dark"] as const)) {
      await page.emulateMedia({ colorScheme });
      await open(page, address);
      await fitsItsWindow(page);
      expect((await new AxeBuilder({ page }).analyze()).violations, `${address}, ${colorScheme}`).toEqual([]);
    }
  });
}

test("every page fits into 320 pixels", async ({ page, request, isMobile }) => {
  test.skip(isMobile, "the width is set here, whatever the device");
  await page.setViewportSize({ width: 320, height: 640 });
  const sale = await saleWithNote(request);
  for (const address of [...FIXED, ...Object.values(PAGES).map((addressOf) => addressOf(sale))]) {
    await open(page, address);
    await fitsItsWindow(page);
  }
});

test("every page blocks foreign scripts, frames and forms", async ({ request }) => {
  for (const address of ["/", "/transactions.json", "/nothing-here"]) {
    const headers = (await request.get(address)).headers();
    expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"], address).not.toMatch(/https?:/);
    expect(headers["x-content-type-options"], address).toBe("nosniff");
  }
});
