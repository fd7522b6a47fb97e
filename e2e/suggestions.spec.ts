import type { Page } from "@playwright/test";
import { saleWithNote } from "./support/sample";
import { accessProblems, expect, fitsItsWindow, open, test } from "./support/test";

/** The search field of a page: in the bar or, on a phone, on the page that the magnifier opens. */
async function fieldOf(page: Page, isMobile: boolean) {
  await open(page, "/");
  if (isMobile) await page.getByRole("link", { name: "Search", exact: true }).click();
  const field = page.getByRole("combobox", { name: "Name, ticker, CIK or accession number" }).filter({ visible: true });
  if (isMobile) await expect(field).toBeFocused();
  await page.waitForLoadState("networkidle");
  await field.focus();
  return field;
}

test("a name is suggested while typing, chosen by arrow keys and opened by Enter", async ({
  page,
  request,
  isMobile,
}) => {
  const { issuer } = await saleWithNote(request);
  const field = await fieldOf(page, isMobile);
  await field.pressSequentially(issuer.name.slice(0, 5));
  const options = page.getByRole("option");
  await expect(options.first()).toContainText(issuer.name);
  expect(await options.count()).toBeLessThanOrEqual(8);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await fitsItsWindow(page);
  expect(await accessProblems(page, { include: [".combobox"] })).toEqual([]);

  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await options.first().getAttribute("id")) ?? "");
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(field).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(field).toHaveValue(issuer.name.slice(0, 5));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/issuers/${issuer.cik}$`));
});

test("a suggestion can be clicked, and Enter without a choice searches for the text", async ({
  page,
  request,
  isMobile,
}) => {
  const { accessionNumber, owners } = await saleWithNote(request);
  const field = await fieldOf(page, isMobile);
  await field.pressSequentially(accessionNumber.slice(0, -2));
  await page.getByRole("option").first().click();
  await expect(page).toHaveURL(new RegExp(`/filings/${accessionNumber.slice(0, -2)}`));

  const again = await fieldOf(page, isMobile);
  const [surname = ""] = (owners[0]?.name ?? "").split(" ");
  await again.pressSequentially(surname);
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);
});

test("a misspelt name is offered in the right spelling, with the number of footnotes that have the words", async ({
  page,
  request,
  isMobile,
}) => {
  const { owners } = await saleWithNote(request);
  const [surname = ""] = (owners[0]?.name ?? "").split(" ");
  const misspelt = `${surname.slice(0, 4)}q${surname.slice(4)}`;
  const field = await fieldOf(page, isMobile);
  await field.pressSequentially(misspelt);
  await expect(page.getByRole("option", { name: `Did you mean ${surname.toLowerCase()}?` })).toBeVisible();
  await expect(page.getByRole("option", { name: /Search footnotes for .*\d+ footnotes?$/ })).toBeVisible();
  await field.press("Enter");
  await expect(page.getByRole("link", { name: `Did you mean “${surname.toLowerCase()}”?` })).toBeVisible();
  await page.getByRole("link", { name: /^Footnotes with/ }).click();
  await expect(page).toHaveURL(new RegExp(`/footnotes\\?q=${misspelt}$`, "i"));
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the field is a form", async ({ page, request, isMobile }) => {
    const { issuer } = await saleWithNote(request);
    await open(page, isMobile ? "/search" : "/");
    const field = page.locator("input[name=q]").filter({ visible: true }).first();
    await field.fill(issuer.name);
    await field.press("Enter");
    await expect(page.getByRole("main").getByRole("link", { name: issuer.name }).first()).toBeVisible();
  });
});
