import type { APIRequestContext } from "@playwright/test";
import { expect, fitsItsWindow, open, test } from "./support/test";

/** The Form 4 of July 15, 2013, read from the text of a scan. */
async function saxonForm(request: APIRequestContext): Promise<string> {
  const { filings } = await (await request.get("/search.json?q=saxon")).json();
  return `/filings/${filings.rows[0].accessionNumber}`;
}

test("every unread value is listed, and a damaged name is shown as read next to a candidate", async ({
  page,
  request,
}) => {
  await open(page, await saxonForm(request));
  const boxes = page.getByRole("group", { name: "Boxes 1 to 6 of the form" });
  await expect(boxes).toContainText("Is rust Financial Services, Inc.");
  await expect(boxes).toContainText(
    "Possibly AmTrust Financial Services, Inc.: named in the street line, note 3 and note 4",
  );
  await expect(page.locator('tr[id="II-1"]').getByText("unread").first()).toBeVisible();
  await expect(page.locator(".reading-notes")).toContainText("Table II, row 1");
  await expect(page.locator(".paper-checks")).toContainText("161,889 − 1,975 = 159,914");
  await fitsItsWindow(page);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a value links to its line in the source, which is highlighted", async ({ page, request }) => {
    await open(page, await saxonForm(request));
    const value = page.locator('tr[id="I-2"] a.in-source', { hasText: "5,688" });
    const href = (await value.getAttribute("href")) ?? "";
    await value.click();
    const line = page.locator(`[id="${href.slice(1)}"]`);
    await expect(line).toBeInViewport();
    await expect(line).toContainText("5,688 (2)");
    await expect(page.locator("li:target")).toHaveAttribute("id", href.slice(1));
  });
});

// No browser is asked.
test("the file downloads unchanged, and it has no XML", { tag: "@desktop" }, async ({ request }) => {
  const filing = await saxonForm(request);
  const file = await request.get(`${filing}/original`);
  expect(file.headers()["content-disposition"]).toBe('attachment; filename="saxon-form4.txt"');
  expect(file.headers()["x-content-type-options"]).toBe("nosniff");
  expect(await file.text()).toContain("Is rust Financial Services, Inc.");
  expect((await request.get(`${filing}.xml`)).status()).toBe(404);
  const json = await (await request.get(`${filing}.json`)).json();
  expect(json.source).toBe("paper");
  expect(json.unread).toContain("/periodOfReport");
});
