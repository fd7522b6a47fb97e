import type { Locator } from "@playwright/test";
import { saleWithNote } from "./support/sample";
import { expect, open, test } from "./support/test";

/** The distance of an element from the top of the page. */
const topOf = async (element: Locator) => (await element.boundingBox())?.y ?? Number.NaN;

const FILINGS = ".screener > tbody";

// A phone shows fewer.
test("the front page begins its list high enough to show five filings", { tag: "@desktop" }, async ({ page }) => {
  await open(page, "/");
  expect(await topOf(page.locator(FILINGS).first())).toBeLessThanOrEqual(390);
  expect(await topOf(page.locator(FILINGS).nth(4))).toBeLessThan(900);
});

// A wide window has a strip of filters.
test("on a phone the filters are one row, and the first filing is in the upper half of the screen", {
  tag: "@phone",
}, async ({ page }) => {
  await open(page, "/");
  expect(await topOf(page.locator(FILINGS).first())).toBeLessThan(420);
  const chips = await page.locator(".filters .filter").all();
  expect(new Set(await Promise.all(chips.map(topOf))).size).toBe(1);
});

// The width is set here, whatever the device.
test("no name of an insider is cut, and plan sales take one line, at the width of a tablet", {
  tag: "@desktop",
}, async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await open(page, "/transactions?code=S&plan=under");
  const names = await page
    .locator(".screener .col-insider .name")
    .evaluateAll((found) => found.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
  expect(names).toBe(0);
  const chip = page.locator(".screener a.chip", { hasText: /plan \d+d/ }).first();
  expect((await chip.boundingBox())?.height).toBeLessThan(28);
});

test("a list draws 24 months before each filing, with both ends in words", async ({ page }) => {
  await open(page, "/transactions?code=S&form=4");
  const drawing = page
    .locator(".screener")
    .getByRole("img", { name: /^Holdings over 24 months: from [\d,.]+ to [\d,.]+ shares/ });
  await expect(drawing.filter({ visible: true }).first()).toBeVisible();
});

// A phone shows lists without heads.
test("the head of a long list stays in view", { tag: "@desktop" }, async ({ page }) => {
  for (const address of ["/", "/insiders", "/issuers"]) {
    await open(page, address);
    const rows = page.locator(".has-sticky-head > tbody").last();
    await rows.evaluate((element) => element.scrollIntoView({ block: "end" }));
    const head = page.locator(".has-sticky-head thead th").first();
    expect((await head.boundingBox())?.y, address).toBeCloseTo(0, 0);
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    // A wide bar shows all sections.
    test("on a phone, the menu of the bar links to the footnotes", { tag: "@phone" }, async ({ page }) => {
      await open(page, "/");
      const bar = page.getByRole("navigation", { name: "Main" });
      await bar.getByRole("button", { name: "Menu" }).click();
      await bar.getByRole("link", { name: "Footnotes" }).click();
      await expect(page).toHaveURL(/\/footnotes$/);
    });
  });
}

test("the screener sorts by its column headings, and keeps the order on the next page and back", async ({
  page,
  isMobile,
}) => {
  await open(page, "/transactions");
  const sort = (name: string) =>
    isMobile
      ? page.locator(".phone-orders").getByRole("link", { name, exact: true })
      : page.getByRole("columnheader", { name }).getByRole("link", { name, exact: true });
  await sort("Value").click();
  await expect(page).toHaveURL(/\/transactions\?sort=-value$/);
  await expect(page.locator(".standfirst")).toContainText(
    /Largest value first; [\d,]+ rows without a value come last\./,
  );
  if (!isMobile) {
    await expect(page.getByRole("columnheader", { name: "Value" })).toHaveAttribute("aria-sort", "descending");
  }
  const first = await page.locator(FILINGS).first().textContent();
  await page.getByRole("link", { name: /^Next \d+/ }).click();
  await expect(page).toHaveURL(/\/transactions\?sort=-value&after=/);
  await page.getByRole("link", { name: /^Previous \d+/ }).click();
  await expect(page).toHaveURL(/\/transactions\?sort=-value&before=/);
  expect(await page.locator(FILINGS).first().textContent()).toBe(first);
  await sort("Value").click();
  await expect(page).toHaveURL(/\/transactions\?sort=value$/);
});

test("a list says how it is sorted where the window has no room for that column", { tag: "@desktop" }, async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 900, height: 1000 });
  const { owners } = await saleWithNote(request);
  await open(page, `/insiders/${owners[0]?.cik}?sort=-price`);
  await expect(page.locator(".transactions th.col-price")).toBeHidden();
  await expect(page.locator(".section-head", { hasText: "Transactions" })).toContainText(
    "sorted by “Price”, descending",
  );
  await open(page, "/transactions?sort=-price");
  await expect(page.locator(".screener th.col-price")).toBeHidden();
  await expect(page.locator(".standfirst")).toContainText("Highest price first");
});
