import type { Page } from "@playwright/test";
import { type SampleRow, saleWithNote } from "./support/sample";
import { allowClipboard, expect, open, test } from "./support/test";

const wordsOf = (name: string) => name.split(/\s+/).slice(0, 2).reverse().join(" ");

/** From the first page to the insider, with the words of the name in another order. */
async function findInsider(page: Page, sale: SampleRow) {
  await open(page, `/search?q=${encodeURIComponent(wordsOf(sale.owners[0]?.name ?? ""))}`);
  // Search results name people in reading order.
  await page.locator(`main a[href="/insiders/${sale.owners[0]?.cik}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/insiders/${sale.owners[0]?.cik}$`));
}

const onDayOf = (sale: SampleRow) =>
  `/insiders/${sale.owners[0]?.cik}?issuer=${sale.issuer.cik}&traded-from=${sale.transactionDate.value}&traded-to=${sale.transactionDate.value}`;

/** The marker of the first footnote of the price, in the table of transactions. */
const markerOf = (page: Page, sale: SampleRow) =>
  page
    .locator(`a[data-row="${sale.accessionNumber}#${sale.id}"][data-footnote="${sale.pricePerShare.footnotes[0]}"]`)
    .filter({ visible: true })
    .first();

test("finds an insider, filters by issuer and dates, opens a footnote in place and follows it to the filing", async ({
  page,
  request,
}) => {
  const sale = await saleWithNote(request);
  await findInsider(page, sale);
  await open(page, onDayOf(sale));

  const marker = markerOf(page, sale);
  await expect(marker).toHaveAttribute("aria-expanded", "false");
  await marker.click();
  await expect(marker).toHaveAttribute("aria-expanded", "true");
  await expect(marker).toBeFocused();
  const note = page.getByRole("note").filter({ visible: true });
  await expect(note).toHaveCount(1);
  const text = (await note.locator("p").first().textContent())?.trim() ?? "";
  expect(text.length).toBeGreaterThan(10);

  await note.getByRole("link", { name: "Go to footnote" }).click();
  await expect(page).toHaveURL(new RegExp(`/filings/${sale.accessionNumber}#${sale.pricePerShare.footnotes[0]}$`));
  await expect(page.locator(`[id="${sale.pricePerShare.footnotes[0]}"]`)).toContainText(text.slice(0, 60));
});

// A phone has no keyboard.
test("a footnote opens and closes by keyboard, and the focus stays on its marker", { tag: "@desktop" }, async ({
  page,
  request,
}) => {
  const sale = await saleWithNote(request);
  await open(page, onDayOf(sale));
  const marker = markerOf(page, sale);
  // Until then it is a link to the filing.
  await expect(marker).toHaveAttribute("aria-expanded", "false");
  await marker.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("note").filter({ visible: true })).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("note").filter({ visible: true })).toHaveCount(0);
  await expect(marker).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.getByRole("note").filter({ visible: true }).first()).toBeVisible();
});

test("copied links to a row and to a footnote lead there in a new browser", async ({
  page,
  context,
  request,
  browser,
  isMobile,
}) => {
  const sale = await saleWithNote(request);
  await allowClipboard(context);
  await open(page, `/filings/${sale.accessionNumber}`);
  await page
    .locator(`[id="${sale.id}"]`)
    .getByRole("link", { name: sale.id.replace("-", "·") })
    .first()
    .click();
  await expect(page.getByText("Copied")).toBeVisible();
  const rowLink = await page.evaluate(() => navigator.clipboard.readText());
  expect(rowLink).toMatch(new RegExp(`/filings/${sale.accessionNumber}#${sale.id}$`));

  const elsewhere = await browser.newContext({ isMobile, viewport: page.viewportSize() });
  const fresh = await elsewhere.newPage();
  await fresh.goto(rowLink);
  const row = fresh.locator(`[id="${sale.id}"]`);
  await expect(row).toBeInViewport();
  await expect(row).toContainText(sale.transactionCode.value ?? "");

  const noteItem = page.locator(`[id="${sale.pricePerShare.footnotes[0]}"]`);
  await noteItem.getByRole("button", { name: "Copy link" }).click();
  await expect(noteItem.getByText("Copied")).toBeVisible();
  const noteLink = await page.evaluate(() => navigator.clipboard.readText());
  expect(noteLink).toMatch(new RegExp(`/filings/${sale.accessionNumber}#${sale.pricePerShare.footnotes[0]}$`));
  await fresh.goto(noteLink);
  await expect(fresh.locator(`[id="${sale.pricePerShare.footnotes[0]}"]`)).toBeInViewport();
  await elsewhere.close();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same journey works: search form, filter form, footnote by its link, row by its anchor", async ({
    page,
    request,
  }) => {
    const sale = await saleWithNote(request);
    await findInsider(page, sale);
    await open(page, onDayOf(sale));
    await markerOf(page, sale).click();
    await expect(page).toHaveURL(new RegExp(`/filings/${sale.accessionNumber}#${sale.pricePerShare.footnotes[0]}$`));
    await expect(page.locator(`[id="${sale.pricePerShare.footnotes[0]}"]`)).toBeVisible();
    await page.goto(`/filings/${sale.accessionNumber}#${sale.id}`);
    await expect(page.locator(`[id="${sale.id}"]`)).toBeVisible();
  });

  test("the filter of the front page is a plain form", async ({ page, request }) => {
    const sale = await saleWithNote(request);
    await open(page, "/");
    await page.getByRole("button", { name: /^Issuer/ }).click();
    const field = page.locator("input[type=text][name=issuer]");
    await field.fill(sale.issuer.tradingSymbol);
    await field.press("Enter");
    await expect(page).toHaveURL(/\/filings\?issuer=[^&]*$/);
    await expect(page.locator("tbody").first()).toContainText(sale.issuer.tradingSymbol);
  });

  test("charts are complete: marks, axes and data are in the page as sent", async ({ page, request }) => {
    const sale = await saleWithNote(request);
    await open(page, `/insiders/${sale.owners[0]?.cik}`);
    const chart = page.locator(".trades-figure svg").first();
    await expect(chart).toBeVisible();
    await page.getByText("Data for this chart").first().click();
    await expect(page.locator("details.chart-data[open] table").first()).toBeVisible();
  });
});

test("with script a filter applies without loading the page again", async ({ page, request }) => {
  const sale = await saleWithNote(request);
  await open(page, "/transactions");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: /^Issuer/ }).click();
  const field = page.locator("input[type=text][name=issuer]");
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await field.fill(sale.issuer.cik);
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/transactions\\?issuer=${sale.issuer.cik}$`));
  await expect(page.locator("h1, .standfirst").filter({ hasText: sale.issuer.name }).first()).toBeVisible();
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
});

test("an unknown address offers the nearest pages", async ({ page, request, complaints }) => {
  const sale = await saleWithNote(request);
  const [surname = ""] = (sale.owners[0]?.name ?? "").split(" ");
  for (const [address, offer] of [
    [`/insiders/${surname}`, `/insiders/${sale.owners[0]?.cik}`],
    [`/filings/${sale.accessionNumber.slice(0, -2)}99`, `/filings/${sale.accessionNumber.slice(0, -6)}`],
    ["/transactons", "/transactions"],
  ] as const) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(
      page
        .getByRole("region", { name: /Did you mean/ })
        .locator(`a[href^="${offer}"]`)
        .first(),
    ).toBeVisible();
  }
  // The browser reports each of the three pages as not found.
  expect(complaints.filter((text) => !text.includes("404 (Not Found)"))).toEqual([]);
  complaints.length = 0;
});
