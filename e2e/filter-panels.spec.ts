import type { Page } from "@playwright/test";
import { expect, open, test } from "./support/test";

const opener = (page: Page, label: string) => page.getByRole("button", { name: new RegExp(`^${label}`) }).first();
const panel = (page: Page) => page.getByRole("dialog");

/** The pages with filter panels, and a field of each. */
const PAGES = [
  ["/", "Filed"],
  ["/transactions", "Transaction"],
  ["/footnotes", "Fact"],
  ["/insiders", "Issuer"],
] as const;

for (const [address, label] of PAGES) {
  test(`a panel of ${address} closes by its button, by Escape and by a tap outside, and the address stays`, async ({
    page,
    isMobile,
  }) => {
    await open(page, address);
    const url = page.url();
    const outside = isMobile ? { x: 195, y: 20 } : { x: 700, y: 60 };
    for (const close of [
      () => panel(page).getByRole("button", { name: "Close" }).click(),
      () => page.keyboard.press("Escape"),
      () => page.mouse.click(outside.x, outside.y),
    ]) {
      await opener(page, label).click();
      await expect(panel(page)).toBeVisible();
      await expect(panel(page).getByRole("button", { name: "Apply" })).toBeInViewport({ ratio: 1 });
      await expect(panel(page).getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
      await close();
      await expect(panel(page)).toBeHidden();
    }
    await expect(page).toHaveURL(url);
  });
}

test("on the front page, both ends of a range are applied together: the panel stays open until Apply, then the field has the focus", async ({
  page,
}) => {
  await open(page, "/");
  await page.waitForLoadState("networkidle");
  await opener(page, "Filed").click();
  await panel(page).getByLabel("From").fill("2025-01-01");
  await expect(panel(page)).toBeVisible();
  await panel(page).getByLabel("To (inclusive)").fill("2025-06-30");
  await expect(page).toHaveURL(/\/$/);
  await expect(panel(page).getByLabel("To (inclusive)")).toBeFocused();
  await panel(page).getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?filed-from=2025-01-01&filed-to=2025-06-30$/);
  await expect(panel(page)).toBeHidden();
  await expect(opener(page, "Filed")).toBeFocused();
});

test("two codes can be ticked together, Market trades only ticks P and S, and Clear unticks all", async ({ page }) => {
  await open(page, "/transactions");
  await page.waitForLoadState("networkidle");
  await opener(page, "Transaction").click();
  const code = (letter: string) => panel(page).locator(`input[name="code"][value="${letter}"]`);
  await code("G").check();
  await panel(page).getByRole("link", { name: "Market trades only" }).click();
  await expect(panel(page).locator("input:checked")).toHaveCount(2);
  await panel(page).getByRole("link", { name: "Clear", exact: true }).click();
  await expect(panel(page).locator("input:checked")).toHaveCount(0);
  await code("P").check();
  await code("G").check();
  await expect(page).toHaveURL(/\/transactions$/);
  await panel(page).getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\/transactions\?code=P&code=G$/);
  await expect(opener(page, "Transaction")).toContainText("P, G");
  await page.goBack();
  await expect(opener(page, "Transaction")).toContainText("Any");
  await opener(page, "Transaction").click();
  await expect(panel(page).locator("input:checked"), "a panel shows what the list shows").toHaveCount(0);
});

test("a period relative to today takes the place of dates, and dates take that of a period", async ({ page }) => {
  await open(page, "/transactions?filed-from=2025-01-01&filed-to=2025-06-30");
  await page.waitForLoadState("networkidle");
  await opener(page, "Filed").click();
  await panel(page).getByRole("radio", { name: "Last year" }).check();
  await expect(panel(page).getByLabel("From")).toHaveValue("");
  await panel(page).getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\/transactions\?filed-within=last-year$/);
  await opener(page, "Filed").click();
  await panel(page).getByLabel("From").fill("2025-01-01");
  await expect(panel(page).getByRole("radio", { name: "Any" })).toBeChecked();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("panels open, close and apply, and no empty parameter stays in the address", async ({ page }) => {
    await open(page, "/transactions");
    await opener(page, "More filters").click();
    await panel(page).getByRole("button", { name: "Close" }).click();
    await expect(panel(page)).toBeHidden();
    await opener(page, "More filters").click();
    await panel(page).getByRole("checkbox", { name: "Form 5", exact: true }).check();
    await panel(page).getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/\/transactions\?form=5$/);
  });

  test("dates relative to today stay relative in the link, until they are frozen", async ({ page }) => {
    await open(page, "/transactions");
    await opener(page, "Filed").click();
    await panel(page).getByRole("radio", { name: "Last year" }).check();
    await panel(page).getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/\/transactions\?filed-within=last-year$/);
    await opener(page, "Filed").click();
    await panel(page).getByRole("link", { name: "Freeze to these dates" }).click();
    await expect(page).toHaveURL(/\/transactions\?filed-from=\d{4}-01-01&filed-to=\d{4}-12-31$/);
  });
});
