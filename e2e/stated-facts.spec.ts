import type { APIRequestContext } from "@playwright/test";
import { findRow } from "./support/sample";
import { expect, fitsItsWindow, open, test } from "./support/test";

/** The Form 4 of July 15, 2013: two sales at average prices, under a plan of September 19, 2011, to pay for options and taxes. */
async function saxonForm(request: APIRequestContext): Promise<string> {
  const { filings } = await (await request.get("/search.json?q=saxon")).json();
  return filings.rows[0].accessionNumber;
}

test("a price is shown with the range from its footnote, which opens with the words underlined", async ({
  page,
  request,
}) => {
  await open(page, `/filings/${await saxonForm(request)}`);
  const sale = page.locator('tr[id="I-2"]');
  await expect(sale).toContainText("$39.0616");
  await expect(sale).toContainText("average of $39.00–39.07");
  await expect(sale).toContainText("to cover the exercise price and taxes");
  // 103 days in 2011, 366 in 2012 and 196 in 2013.
  await expect(sale.getByTitle("Under a Rule 10b5-1 trading plan, 665 days after it was adopted")).toHaveText(
    "plan 665d",
  );

  const marker = sale.locator('a[data-footnote="F3"]');
  await marker.focus();
  await page.keyboard.press("Enter");
  const note = page.getByRole("note").filter({ visible: true });
  await expect(note).toHaveCount(1);
  await expect(note.locator("mark")).toHaveText(["weighted average price", "$39.00 to $39.07"]);
  await expect(note).toContainText("Price range: $39.00–39.07");
  await expect(note).toContainText("Cited by price: row I·2");
  await expect(marker).toHaveAttribute("aria-controls", (await note.getAttribute("id")) ?? "");
  await expect(marker).toBeFocused();
  await fitsItsWindow(page);
  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
});

test("several footnotes can be open at once, and n opens all of a row", async ({ page, request }) => {
  await open(page, `/filings/${await saxonForm(request)}`);
  const notes = page.getByRole("note").filter({ visible: true });
  for (const id of ["F1", "F3"]) await page.locator(`tr[id="I-2"] a[data-footnote="${id}"]`).click();
  await expect(notes).toHaveCount(2);
  await page.locator('tr[id="I-3"] a[data-footnote="F4"]').focus();
  await page.keyboard.press("n");
  await expect(notes).toHaveCount(5);
});

test("sales can be listed by plan and its age, and an unknown price range is refused", async ({ page, request }) => {
  const planned = await findRow(request, "/transactions.json?plan=under&adopted-days-from=90", () => true);
  const { plan } = planned as unknown as { plan: { adoptedOn: string; daysSinceAdoption: number } };
  expect(plan.daysSinceAdoption).toBeGreaterThanOrEqual(90);
  await open(page, `/transactions?plan=under&adopted-from=${plan.adoptedOn}&adopted-to=${plan.adoptedOn}`);
  await expect(page.locator("main")).toContainText("10b5-1 plan adopted");
  await expect(page.locator("main")).toContainText(`plan ${plan.daysSinceAdoption}d`);

  const answer = await request.get("/transactions.json?price-range=huge");
  expect(answer.status()).toBe(400);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a marker links to its footnote, which shows what it states", async ({ page, request }) => {
    await open(page, `/filings/${await saxonForm(request)}`);
    await page.locator('tr[id="I-2"] a[data-footnote="F3"]').click();
    await expect(page).toHaveURL(/#F3$/);
    await expect(page.locator("#F3")).toContainText("Price range: $39.00–39.07");
    await expect(page.locator("#F3")).toBeInViewport();
  });
});
