import { getDocumentProxy } from "unpdf";
import { saleWithNote } from "./support/sample";
import { expect, fitsItsWindow, open, test } from "./support/test";

// Only phones have this line at the top.
test("on a phone, a link to a row shows whose filing it is", { tag: "@phone" }, async ({ page, request }) => {
  const sale = await saleWithNote(request);
  await open(page, `/filings/${sale.accessionNumber}#${sale.id}`);
  const head = page.locator(".running-head");
  await expect(head).toContainText(`Form ${sale.documentType}`);
  await page.evaluate(() => window.scrollTo(0, 0));
  // The headline says it.
  await expect(head).toBeHidden();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  await expect(head).toBeVisible();
  await expect.poll(async () => Math.round((await head.boundingBox())?.y ?? -1)).toBe(0);
  await page.goto(`/filings/${sale.accessionNumber}#F1`);
  const [bar, note] = [await head.boundingBox(), await page.locator("#F1").boundingBox()];
  expect(note?.y ?? 0).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
});

test("a link to a row or footnote that the filing does not have says so", async ({ page, request }) => {
  const sale = await saleWithNote(request);
  await open(page, `/filings/${sale.accessionNumber}#I-99`);
  await expect(page.getByText("This filing has no row I·99.")).toBeVisible();
  await page.evaluate(() => window.location.assign("#F99"));
  await expect(page.getByText("This filing has no footnote F99.")).toBeVisible();
  await page.evaluate((id) => window.location.assign(`#${id}`), sale.id);
  await expect(page.getByText("This filing has no")).toBeHidden();
});

test("an implausible price is shown as filed, with the reason, and left out of headlines and totals", async ({
  page,
}) => {
  await open(page, "/filings/9999000001-20-000990");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("$");
  await page.getByRole("link", { name: "1 row with an implausible price" }).click();
  const row = page.locator("#I-2");
  await expect(row).toBeInViewport();
  await expect(row).toContainText("$279,120.00");
  await expect(row).toContainText("Implausible price The footnote says that this is the total, 24,000 times the price");

  // $279,120 × 24,000 shares would be $6.7 billion.
  await open(page, "/transactions?insider=9910000096&code=S");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("billion");
  await page.getByRole("link", { name: "1 row with an implausible price" }).click();
  await expect(page).toHaveURL(/implausible=yes/);
  await expect(page.getByText("1 transaction in 1 filing")).toBeVisible();
});

test("one button opens every footnote of a filing below its row, and closes them again", async ({ page, request }) => {
  const sale = await saleWithNote(request);
  await open(page, `/filings/${sale.accessionNumber}`);
  const opened = page.locator("tr.note-row .note:visible");
  await page.getByRole("button", { name: "Open all footnotes" }).first().click();
  await expect(opened).not.toHaveCount(0);
  await page.getByRole("button", { name: "Close all footnotes" }).first().click();
  await expect(opened).toHaveCount(0);
});

// No browser is asked.
test("the tables of a filing are sent as markup alone, not as data for React as well", { tag: "@desktop" }, async ({
  request,
}) => {
  const sale = await saleWithNote(request);
  const html = await (await request.get(`/filings/${sale.accessionNumber}`)).text();
  const data = [...html.matchAll(/<script[^>]*>self\.__next_f.*?<\/script>/gs)].join("");
  expect(html).toContain("form-table is-table-one");
  expect(data).not.toContain("form-table");
  expect(data).not.toContain("page-lead");
  expect(data.length).toBeLessThan(html.length / 2);
});

// A wide list has a marker for each footnote.
test("in a list on a phone, the footnotes of a filing open in place", { tag: "@phone" }, async ({ page }) => {
  await open(page, "/transactions?code=S&form=4");
  await page.waitForLoadState("networkidle");
  const link = page.getByRole("link", { name: /^\d+ footnotes?$/ }).first();
  await link.click();
  await expect(link).toHaveAttribute("aria-expanded", "true");
  await expect(page).toHaveURL(/\/transactions/);
  const notes = page.getByRole("note").filter({ visible: true });
  await expect(notes).toHaveCount(Number.parseInt((await link.textContent()) ?? "", 10));
  await notes.first().getByRole("button", { name: "Close" }).click();
  await expect(link).toBeFocused();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a footnote opens below its row", async ({ page, request }) => {
    const sale = await saleWithNote(request);
    const [footnote] = sale.pricePerShare.footnotes;
    await open(page, `/filings/${sale.accessionNumber}`);
    const below = page.locator(`tr.note-row[data-notes-of="${sale.accessionNumber}#${sale.id}"]`);
    const unfolded = below.locator("details", { hasText: `Footnote ${footnote?.slice(1)}` }).first();
    await expect(unfolded.locator(".note-text")).toBeHidden();
    await unfolded.locator("summary").click();
    await expect(unfolded.locator(".note-text")).toBeVisible();
  });
});

// Paper has one width.
test("on paper, a filing takes one or two pages, keeps its columns, and says when it was read", {
  tag: "@desktop",
}, async ({ page, request }) => {
  const sale = await saleWithNote(request);
  await open(page, `/filings/${sale.accessionNumber}`);
  await page.waitForLoadState("networkidle");
  const { pages, text } = await printed(await page.pdf({ format: "Letter" }));
  expect(pages).toBeLessThanOrEqual(2);
  expect(text).toMatch(/2A ?Deemed execution/);
  expect(text).toContain(Number(sale.transactionShares.value).toLocaleString("en-US"));
  expect(text).toMatch(/Read \w+ \d+, \d{4}, \d+:\d\d [ap]m ET, at http/);
  // The citation's and the page's own: links do not repeat theirs.
  expect(text.match(/http/g), "addresses").toHaveLength(2);
  expect(text, "what works only on screen").not.toMatch(/\bCite\b/);
});

// Paper has one width.
test("on paper, a list keeps its prices and cuts no name", { tag: "@desktop" }, async ({ page, request }) => {
  await open(page, "/transactions?code=S&form=4");
  const names = await page.locator(".screener .col-insider a").allInnerTexts();
  const { text } = await printed(await page.pdf({ format: "Letter" }));
  const sale = await saleWithNote(request);
  expect(text).toContain(Number(sale.pricePerShare.value).toFixed(2));
  expect(text).toMatch(/ Price /);
  expect(text, "what works only on screen").not.toContain("all keys");
  const onPaper = text.replace(/ /g, "");
  for (const name of names) expect(onPaper).toContain(name.replace(/\s/g, ""));
});

// 210 mm without margins of 12 mm.
const A4_WIDTH = 703;

test("on A4 paper, lists are as wide as the page", { tag: "@desktop" }, async ({ page, request }) => {
  const { owners, issuer } = await saleWithNote(request);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: A4_WIDTH, height: 1000 });
  for (const address of [
    "/transactions",
    "/filings",
    "/transactions?code=P&code=S&group=issuer",
    "/issuers",
    "/insiders",
    "/clusters",
    "/footnotes?q=plan",
    `/insiders/${owners[0]?.cik}`,
    `/issuers/${issuer.cik}`,
  ]) {
    await open(page, address);
    await fitsItsWindow(page);
  }
});

/** The number of pages of a PDF, and its text. */
async function printed(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const words: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    words.push(...items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str.trim()] : [])));
  }
  return { pages: document.numPages, text: words.join(" ").replace(/\s+/g, " ") };
}
