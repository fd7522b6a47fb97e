import type { Page } from "@playwright/test";
import { list } from "./support/sample";
import { allowClipboard, expect, open as openPage, test } from "./support/test";

test.skip(({ isMobile }) => isMobile, "a phone has no keyboard");

/** Opens a page and waits until it listens for keys. */
async function open(page: Page, address: string) {
  await openPage(page, address);
  const map = page.getByRole("dialog", { name: "Keyboard" });
  const isOff = await page.evaluate(() => localStorage.getItem("shortcuts") === "off");
  if (isOff) return page.waitForLoadState("networkidle");
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(map).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(map).toBeHidden();
}

/** A row. Choices above a list also have a current one. */
const cursor = 'main :is(tbody, tr, li)[aria-current="true"]';

test("/ and Ctrl K go to the search field, and typing in it is not a shortcut", async ({ page }) => {
  await open(page, "/transactions");
  const field = page.getByRole("banner").locator("input[name=q]");
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await page.keyboard.type("jfc?/");
  await expect(field).toHaveValue("jfc?/");
  await expect(page.locator(cursor)).toHaveCount(0);
  await field.blur();
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
});

test("j and k move a cursor over the filings of a list, n opens their footnotes, Enter opens the filing", async ({
  page,
  request,
}) => {
  const { rows } = await list(request, "/transactions.json?code=S");
  const accessionNumbers = [...new Set(rows.map(({ accessionNumber }) => accessionNumber))];
  await open(page, "/transactions?code=S");
  const link = page.locator(cursor).locator("a").first();
  await page.keyboard.press("j");
  await expect(link).toHaveAttribute("href", `/filings/${accessionNumbers[0]}`);
  await expect(link).toBeFocused();
  for (let times = 0; times < 12; times++) await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(link).toHaveAttribute("href", `/filings/${accessionNumbers[11]}`);
  await expect(page.locator(cursor)).toBeInViewport();

  const at = rows.find((row) => row.pricePerShare.footnotes.length > 0)?.accessionNumber;
  await open(page, "/transactions?code=S");
  // A key that is pressed before the scripts of the page have run does nothing.
  await page.waitForLoadState("networkidle");
  for (const accessionNumber of accessionNumbers) {
    await page.keyboard.press("j");
    await expect(link).toHaveAttribute("href", `/filings/${accessionNumber}`);
    if (accessionNumber === at) break;
  }
  const notes = page.getByRole("note").filter({ visible: true });
  await page.keyboard.press("n");
  await expect(notes.first()).toBeVisible();
  await page.keyboard.press("n");
  await expect(notes).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/filings/${at}$`));
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("j");
  await expect(page.locator(cursor)).toHaveAttribute("id", /^I{1,2}-1$/);
});

test("j and k also move over search results and directories", async ({ page }) => {
  for (const [address, link] of [
    ["/issuers", /^\/issuers\/\d+$/],
    ["/search?q=an", /^\/(issuers|insiders)\/\d+$/],
  ] as const) {
    await open(page, address);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(page.locator(cursor).locator("a").first()).toHaveAttribute("href", link);
  }
});

test("f goes to the filters", async ({ page }) => {
  await open(page, "/transactions");
  await page.keyboard.press("f");
  await expect(page.locator(".filters :focus")).toBeVisible();
});

test("c copies the link to the view", async ({ page, context }) => {
  await allowClipboard(context);
  await open(page, "/transactions?form=4&code=P");
  await page.keyboard.press("c");
  await expect(page.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/transactions\?code=P&form=4$/);
  await open(page, "/about/methods");
  await page.keyboard.press("c");
  await expect(page.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/about\/methods$/);
});

test("? shows every key in a dialog, which switches them off and on again", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("?");
  const map = page.getByRole("dialog", { name: "Keyboard" });
  for (const what of [
    "Search",
    "Show or hide this list",
    "Copy the link",
    "Next row",
    "Previous row",
    "Open the row",
  ]) {
    await expect(map.getByText(what).first()).toBeVisible();
  }
  await page.keyboard.press("j");
  await expect(page.locator(cursor)).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(map).toBeHidden();

  await page.keyboard.press("?");
  await map.getByLabel("Use keyboard shortcuts").uncheck();
  await page.keyboard.press("Escape");
  await expect(map).toBeHidden();
  await open(page, "/transactions");
  const button = page.getByRole("button", { name: "Keyboard" });
  await expect(button).toBeVisible();
  for (const key of ["/", "?", "j", "f", "c", "Control+k"]) await page.keyboard.press(key);
  await expect(page.locator("body")).toBeFocused();
  await expect(map).toBeHidden();
  await expect(page.locator(cursor)).toHaveCount(0);

  await button.click();
  await expect(map.getByLabel("Use keyboard shortcuts")).not.toBeChecked();
  await map.getByLabel("Use keyboard shortcuts").check();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.locator(cursor)).toHaveCount(1);
});
