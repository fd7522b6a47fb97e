import { accessProblems, expect, fitsItsWindow, open, test } from "./support/test";

// Harold Tancredi reported on February 18, 2021 that he sold 1,769 shares at $32.3974, and corrected the price to $23.3974 on March 15. Tables
// round prices to cents.
const INSIDER = "/insiders/9910000488";
const DAY = "traded-from=2021-02-16&traded-to=2021-02-16";

test("a reader sees an insider as known before an amendment, and comes back to the present", async ({ page }) => {
  await open(page, `${INSIDER}?${DAY}`);
  // 1,769 × 23.3974 + 3,195 × 23.809 = 117,459.7556.
  await expect(page.locator("main")).toContainText("sold $117K in 2 sales");
  const trades = page.getByRole("table", { name: /transactions/i }).last();
  await expect(page.locator("main")).toContainText("$23.40");
  await expect(page.locator("main")).not.toContainText("$32.40");

  await page.getByText("As known on a past day").click();
  await page.getByLabel("As known on", { exact: true }).fill("2021-03-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(`${INSIDER}?${DAY}&as_of=2021-03-01`);
  await expect(
    page.getByText("This page shows what was known at the end of March 1, 2021, New York time."),
  ).toBeVisible();
  // 1,769 × 32.3974 + 3,195 × 23.809 = 133,380.7556.
  await expect(page.locator("main")).toContainText("sold $133K in 2 sales");
  await expect(page.locator("main")).toContainText("$32.40");
  await expect(page.locator("main")).not.toContainText("$23.40");
  await fitsItsWindow(page);
  await page.locator(".past-day summary").click();
  expect(await accessProblems(page)).toEqual([]);

  await page.locator(".past-day").getByRole("link", { name: "Show what is known today" }).click();
  await expect(page).toHaveURL(`${INSIDER}?${DAY}`);
  await expect(trades).toBeVisible();
  await expect(page.locator("main")).toContainText("$23.40");
});

test("without script, the day is chosen with a plain form, and a day before the first filing says so", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await open(page, "/issuers/9900000045");
  await page.getByText("As known on a past day").click();
  await page.getByLabel("As known on", { exact: true }).fill("2000-01-03");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL("/issuers/9900000045?as_of=2000-01-03");
  await expect(page.locator("main")).toContainText(
    "This database has no filing on this issuer from that day or earlier.",
  );
  await page.getByRole("link", { name: "Show what is known today" }).click();
  await expect(page).toHaveURL("/issuers/9900000045");
  await page.context().close();
});
