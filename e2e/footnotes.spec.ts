import { expect, fitsItsWindow, open, test } from "./support/test";

const QUERY = "/footnotes?q=%22weighted+average%22";

test("words can be searched on the page itself, and footnotes are shown with their filing and rows", async ({
  page,
}) => {
  await open(page, "/footnotes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What the footnotes say");
  await page.getByRole("searchbox", { name: "Words of footnotes and remarks" }).fill('"weighted average"');
  await page.locator("main").getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/footnotes\?q=%22weighted\+average%22$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("contain “weighted average”");

  const found = page.locator(".found-notes > li").first();
  await expect(found.locator("mark.is-match").first()).toHaveText(/weighted/i);
  await expect(found.locator("a.chip").first()).toBeVisible();
  await found.getByRole("link", { name: /^Footnote \d+ of / }).click();
  await expect(page).toHaveURL(/\/filings\/[\w-]+#F\d+$/);
});

test("a fact narrows the search, by its link and by its checkbox", async ({ page }) => {
  await open(page, "/footnotes");
  await page.locator("main").getByRole("link", { name: "Price range", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("give a price range");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: /^Fact/ }).click();
  await page.getByRole("checkbox", { name: "Plan adopted" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/fact=price_ranges&fact=plan_adopted/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("or give the adoption date of a plan");
});

// No browser is asked.
test("the pages of a search contain each footnote once, in both orders", { tag: "@desktop" }, async ({ request }) => {
  for (const sort of ["newest", "best"]) {
    const first = await (await request.get(`/footnotes.json?q=trust&sort=${sort}`)).json();
    expect(first.next, sort).not.toBeNull();
    const seen = new Set<string>();
    for (let next: string | null = `/footnotes.json?q=trust&sort=${sort}`; next; ) {
      const page: { rows: { accessionNumber: string; position: number }[]; next: string | null } = await (
        await request.get(next)
      ).json();
      for (const { accessionNumber, position } of page.rows) {
        const key = `${accessionNumber}#${position}`;
        expect(seen.has(key), key).toBe(false);
        seen.add(key);
      }
      next = page.next && new URL(page.next).pathname + new URL(page.next).search;
    }
    expect(seen.size, sort).toBe(first.count);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("search, filter, order and next page are plain forms and links", async ({ page }) => {
    await open(page, QUERY);
    await page.getByRole("button", { name: /^Fact/ }).click();
    await page.getByRole("checkbox", { name: "Price range", exact: true }).check();
    await page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/q=%22weighted\+average%22/);
    await expect(page).toHaveURL(/fact=price_ranges/);
    await page.getByRole("link", { name: "Best first" }).click();
    await expect(page.getByRole("link", { name: "Best first" })).toHaveAttribute("aria-current", "true");
    await page.getByRole("link", { name: "Next 50" }).click();
    await expect(page.locator(".found-notes > li").first()).toBeVisible();
    await expect(page).toHaveURL(/after=/);
  });

  test("a shortened footnote opens in full in place", async ({ page }) => {
    // The real filing in the sample has long footnotes.
    await open(page, "/footnotes?q=amtrust");
    const cut = page
      .locator(".found-notes > li")
      .filter({ has: page.locator("details.whole-note") })
      .first();
    await cut.getByText("Whole text").focus();
    await page.keyboard.press("Enter");
    await expect(cut.locator("details.whole-note > p")).toBeVisible();
    await expect(cut.locator(".passages")).toBeHidden();
    await fitsItsWindow(page);
  });
});

test("the page says what it cannot read, data formats refuse it, and finding nothing is a normal answer", async ({
  page,
  request,
}) => {
  await open(page, "/footnotes?q=gift&fact=bonus&colour=red");
  await expect(page.getByText("Ignored: fact=bonus")).toBeVisible();
  await expect(page.getByText("Ignored: colour=red")).toBeVisible();
  expect((await request.get("/footnotes.json?q=gift&fact=bonus")).status()).toBe(400);

  await open(page, '/footnotes?q="average weighted price"');
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No footnote contains “average weighted price”");
  await page
    .getByRole("link", { name: /anywhere in the footnote/ })
    .first()
    .click();
  await expect(page.locator(".found-notes > li").first()).toBeVisible();

  await open(page, "/footnotes?q=the");
  await expect(page.locator("main")).toContainText("we ignore them");
});

test("the search for names links to the footnotes", async ({ page }) => {
  await open(page, "/search?q=trust");
  await page.getByRole("link", { name: "Search all footnotes for “trust”" }).click();
  await expect(page).toHaveURL(/\/footnotes\?q=trust$/);
  await expect(page.locator(".found-notes > li").first()).toBeVisible();
});
