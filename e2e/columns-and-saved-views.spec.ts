import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { saleWithNote } from "./support/sample";
import { accessProblems, expect, fitsItsWindow, open, test } from "./support/test";

const heads = (page: Page) => page.locator(".screener thead").getByRole("columnheader");
const PHONE = { width: 390, height: 844 };

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  // Phones show cards, without heads of columns.
  test("columns are chosen in a form, and stay in the links of the list", { tag: "@desktop" }, async ({ page }) => {
    await open(page, "/transactions?code=P");
    await expect(heads(page)).toHaveCount(13);
    await page.getByRole("button", { name: "Columns" }).click();
    const panel = page.getByRole("dialog", { name: "Columns" });
    for (const name of ["Issuer", "Security", "Price", "Change", "24 months of the holding", "Footnotes"])
      await panel.getByRole("checkbox", { name }).uncheck();
    await panel.getByRole("checkbox", { name: "Role" }).check();
    await panel.getByRole("button", { name: "Apply" }).click();

    const shown = ["Filed", "Insider", "Transaction", /Traded/, "Shares", "Value", "Held after", "Role"];
    await expect(heads(page)).toContainText(shown);
    expect(new URL(page.url()).searchParams.getAll("columns")).toEqual([
      ..."transaction traded shares value held role".split(" "),
    ]);
    await heads(page).getByRole("link", { name: "Value" }).click();
    await expect(heads(page).filter({ hasText: "Value" })).toHaveAttribute("aria-sort", "descending");
    await expect(heads(page)).toContainText(shown);

    await open(page, "/transactions?code=P&columns=colour&columns=row");
    await expect(page.getByText("Ignored: columns=colour")).toBeVisible();
    await expect(heads(page)).toContainText(["Filed", "Insider", "Transaction", "Row"]);
  });

  test("saving says that it needs script", async ({ page }) => {
    await open(page, "/transactions?code=P");
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeHidden();
    await open(page, "/views");
    await expect(page.getByText("Views are saved in your browser, which needs JavaScript")).toBeVisible();
    await expect(page.getByRole("link", { name: "CEO and CFO purchases" })).toBeVisible();
    await open(page, "/watch?insider=1494730");
    const feed = page.getByRole("link", { name: "Feed", exact: true });
    await expect(feed).toHaveAttribute("href", "/watch.atom?insider=1494730");
  });
});

// Phones show cards, without heads of columns.
test("columns can be moved, and the defaults come back", { tag: "@desktop" }, async ({ page }) => {
  await open(page, "/transactions?code=P&columns=transaction&columns=value&columns=row");
  await page.getByRole("button", { name: "Columns" }).click();
  const up = page.getByRole("button", { name: "Move Row up" });
  await up.click();
  await expect(up).toBeFocused();
  await page.getByRole("dialog", { name: "Columns" }).getByRole("button", { name: "Apply" }).click();
  await expect(heads(page)).toContainText(["Filed", "Insider", "Transaction", "Row", "Value"]);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("dialog", { name: "Columns" }).getByRole("link", { name: "Reset" }).click();
  await expect(heads(page)).toHaveCount(13);
  expect(new URL(page.url()).search).toBe("?code=P");
});

test("on phones the chosen columns are lines of a card", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page, "/transactions?code=P&columns=role&columns=traded");
  const card = page.locator(".screener tbody").first();
  await expect(card.locator("[data-label='Role']")).toBeVisible();
  await expect(card.locator("[data-label='Traded']")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsItsWindow(page);
});

test("a view is saved, counts what is new, and moves with a file", async ({ page, request }) => {
  await open(page, "/transactions?code=P&sort=-value");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Save this view" });
  await panel.getByRole("textbox", { name: "Name" }).fill("Purchases <b>by value</b>");
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("button", { name: "Saved", exact: true })).toBeVisible();
  // The visit is noted once the newest of the view has been read.
  await expect
    .poll(() => page.evaluate(() => JSON.parse(localStorage.getItem("views") ?? "{}").views?.[0]?.seen))
    .toMatchObject({ filingDate: expect.any(String) });

  await open(page, "/views");
  const saved = page.getByRole("region", { name: "Saved views" });
  const line = saved.getByRole("listitem").filter({ hasText: "Purchases <b>by value</b>" });
  await expect(line).toContainText("nothing new");
  await expect(line.getByRole("link", { name: "Feed" })).toHaveAttribute("href", "/transactions.atom?code=P");
  await fitsItsWindow(page);
  expect(await accessProblems(page)).toEqual([]);

  const download = page.waitForEvent("download");
  await saved.getByRole("button", { name: "Export JSON" }).click();
  const file = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(file.views).toMatchObject([{ name: "Purchases <b>by value</b>", url: "/transactions?code=P&sort=-value" }]);

  await line.getByRole("button", { name: /^Remove/ }).click();
  await expect(saved.getByText("None yet.")).toBeVisible();

  const input = saved.getByLabel("A file of saved views");
  const upload = (views: unknown) =>
    input.setInputFiles({
      name: "views.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ views })),
    });
  await upload([...file.views, { ...file.views[0], url: "javascript:alert(1)" }]);
  await expect(saved.getByText("View 2: its link leads to another site.")).toBeVisible();
  await expect(saved.getByText("None yet.")).toBeVisible();

  // As if the reader had last looked when nothing had been filed.
  const { rows, next } = await (await request.get("/transactions.json?code=P&filed-from=2000-01-01")).json();
  await upload([{ ...file.views[0], seen: { filedAt: null, filingDate: "2000-01-01" } }]);
  await expect(saved.getByText("1 view imported.")).toBeVisible();
  await expect(line).toContainText(`${next === null ? "" : "at least "}${rows.length} new trade`);
  await saved.getByRole("button", { name: "Mark all as seen" }).click();
  await expect(line).toContainText("nothing new");
});

test("a page that the browser drew ahead is shown as if it had been drawn when the reader opened it", async ({
  page,
}) => {
  const asRead = () => page.evaluate(() => localStorage.getItem("views"));
  await open(page, "/transactions?code=P");
  await page.evaluate(() =>
    localStorage.setItem(
      "views",
      JSON.stringify({
        views: [{ name: "Purchases", url: "/transactions?code=P", visitedAt: "2000-01-01T00:00:00Z" }],
      }),
    ),
  );
  const before = await asRead();
  // A browser that is driven by a test draws nothing ahead.
  await page.addInitScript(() => Object.defineProperty(document, "prerendering", { value: true, configurable: true }));
  await page.reload();
  await expect(page.getByRole("button", { name: "Saved", exact: true })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await asRead()).toBe(before);

  await page.evaluate(() => {
    localStorage.setItem("theme", "dark");
    document.dispatchEvent(new Event("prerenderingchange"));
  });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect
    .poll(async () => JSON.parse((await asRead()) ?? "{}").views[0].visitedAt)
    .not.toBe("2000-01-01T00:00:00Z");
});

test("an insider and an issuer are watched, have one list and one feed, and move with the saved views", async ({
  page,
  request,
}) => {
  const sale = await saleWithNote(request);
  const insider = `/insiders/${sale.owners[0]?.cik}`;
  const star = page.getByRole("button", { name: "Watch", exact: true });
  for (const address of [insider, `/issuers/${sale.issuer.cik}`]) {
    await open(page, address);
    await star.click();
    await expect(star).toHaveAttribute("aria-pressed", "true");
    // The visit is noted once the newest filing has been read.
    await expect
      .poll(() => page.evaluate(() => JSON.parse(localStorage.getItem("views") ?? "{}").views?.at(-1)?.seen))
      .toMatchObject({ filingDate: expect.any(String) });
  }
  await open(page, insider);
  await expect(star).toHaveAttribute("aria-pressed", "true");

  await open(page, "/views");
  const watched = page.getByRole("region", { name: "Watch list" });
  await expect(watched.getByText("1 issuer, 1 insider")).toBeVisible();
  await expect(watched.getByRole("listitem").getByText("nothing new")).toHaveCount(2);
  const link = `/watch?issuer=${sale.issuer.cik}&insider=${sale.owners[0]?.cik}`;
  await expect(watched.getByRole("link", { name: "Feed" })).toHaveAttribute(
    "href",
    link.replace("/watch", "/watch.atom"),
  );
  await fitsItsWindow(page);
  expect(await accessProblems(page)).toEqual([]);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export JSON" }).click();
  const file = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(file.views).toMatchObject([{ url: insider }, { url: `/issuers/${sale.issuer.cik}` }]);

  await watched.getByRole("listitem").first().getByRole("button").click();
  await expect(watched.getByRole("listitem")).toHaveCount(1);
  await open(page, link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Newest filings of 1 issuer and 1 insider");
  await expect(page.locator(".screener tbody").first()).toBeVisible();
});
