import type { Page } from "@playwright/test";
import { list, saleWithNote } from "./support/sample";
import { expect, open, test } from "./support/test";

/** An insider's chart with its recharts drawing, and the readout over it. */
async function openChart(page: Page, address: string) {
  await open(page, address);
  await page.waitForLoadState("networkidle");
  const figure = page.locator(".trades-figure").first();
  return {
    figure,
    plot: figure.locator("[tabindex='0']").first(),
    readout: figure.locator("[aria-live='polite']").first(),
  };
}

const insiderOfSale = async (request: Parameters<typeof saleWithNote>[0]) =>
  `/insiders/${(await saleWithNote(request)).owners[0]?.cik}`;

// A phone has no keyboard.
test("pointing at a chart or focusing it shows crosshair and readout, without moving the layout", {
  tag: "@desktop",
}, async ({ page, request }) => {
  const { figure, plot, readout } = await openChart(page, await insiderOfSale(request));
  const before = await figure.boundingBox();
  const drawn = async () =>
    Promise.all([".lane-mark", ".holding", ".riser", ".end-dot"].map((part) => figure.locator(part).count()));
  const onServer = await drawn();

  await plot.focus();
  await page.keyboard.press("End");
  await expect(figure.locator(".crosshair").nth(1), "the crosshair runs through lanes and balances").toBeAttached();
  await expect.poll(drawn, "both drawings have the same parts").toEqual(onServer);
  await expect(readout).not.toBeEmpty();
  const last = await readout.textContent();
  await page.keyboard.press("ArrowLeft");
  await expect(readout).not.toHaveText(last ?? "");

  const height = async () => Math.round((await figure.boundingBox())?.height ?? 0);
  for (let step = 0; step < 12; step++) {
    expect(await height(), `${(await readout.textContent()) ?? ""} has room`).toBe(Math.round(before?.height ?? 0));
    await page.keyboard.press("ArrowLeft");
  }
});

// A phone has no keyboard.
test("the first ArrowLeft leaves the trade that the readout shows, and Shift leaves its year", {
  tag: "@desktop",
}, async ({ page, request }) => {
  const { plot, readout } = await openChart(page, await insiderOfSale(request));
  const said = () => readout.locator(":scope > :not([aria-hidden])").allTextContents();
  const last = await said();
  await plot.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(said).not.toEqual(last);
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+ArrowLeft");
  const year = (text = "") => Number(text.match(/\d{4}/)?.[0]);
  await expect.poll(async () => year((await said())[0])).toBeLessThan(year(last[0]));
});

// A phone cannot hover.
test("a click pins a trade, so that the mouse can reach its link; Escape or a second click releases it", {
  tag: "@desktop",
}, async ({ page, request }) => {
  const { figure, plot, readout } = await openChart(page, await insiderOfSale(request));
  await plot.focus();
  await page.keyboard.press("End");
  await expect(figure.locator(".crosshair").first()).toBeAttached();
  // The server's drawing is there until the other has taken its place.
  await expect(figure.locator(".is-waiting")).toHaveCount(0);
  // The smallest mark, which no other covers
  const mark = figure.locator(".lane-mark").last();
  const drawnFirst = await mark.elementHandle();
  const release = readout.getByRole("button", { name: "Unpin" });
  await mark.click();
  await expect(release).toBeVisible();
  expect(await drawnFirst?.evaluate((element) => element.isConnected), "the pointer leaves the marks in place").toBe(
    true,
  );
  const pinned = await readout.textContent();

  // On the way to the link, the pointer passes other trades.
  const to = await readout.getByRole("link").boundingBox();
  await page.mouse.move(to?.x ?? 0, (to?.y ?? 0) + 4, { steps: 20 });
  await expect(readout).toHaveText(pinned ?? "");

  await mark.click();
  await expect(release).toBeHidden();
  await mark.click();
  await expect(release).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(release).toBeHidden();

  await mark.click();
  await readout.getByRole("link").click();
  await expect(page).toHaveURL(/\/filings\/|traded-from=/);
});

// A phone has no keyboard.
test("Enter pins a trade, and a second Enter opens it", { tag: "@desktop" }, async ({ page, request }) => {
  const { plot, readout } = await openChart(page, await insiderOfSale(request));
  await plot.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(readout.getByRole("button", { name: "Unpin" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/filings\/|traded-from=/);
});

// Only a phone has taps.
test("a tap pins a trade, and another tap on it releases it", { tag: "@phone" }, async ({ page, request }) => {
  const { figure, readout } = await openChart(page, await insiderOfSale(request));
  const stop = await figure.locator(".lane-mark").last().getAttribute("data-stop");
  const mark = figure.locator(`.lane-mark[data-stop='${stop}']`);
  await mark.tap();
  const release = readout.getByRole("button", { name: "Unpin" });
  await expect(release).toBeVisible();
  await expect(readout.getByRole("link")).toBeVisible();
  // The second drawing has taken the place of the first.
  await expect(figure.locator(".crosshair").first()).toBeAttached();
  // The server's drawing is there until the other has taken its place.
  await expect(figure.locator(".is-waiting")).toHaveCount(0);
  await expect(mark).toHaveCount(1);
  await mark.tap();
  await expect(release).toBeHidden();
});

test.describe("a month's bar", () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
      test.use({ javaScriptEnabled });
      test("leads to the list of that month", async ({ page, request }) => {
        const { rows } = await list(request, "/transactions.json?code=S&form=4");
        await open(page, `/issuers/${rows[0]?.issuer.cik}`);
        const bar = page.locator(".bars-figure svg a[href]").last();
        const address = new URL((await bar.getAttribute("href")) ?? "", page.url());
        const [from, to] = ["traded-from", "traded-to"].map((name) => address.searchParams.get(name) ?? "");
        expect(from?.slice(0, 7)).toBe(to?.slice(0, 7));
        await bar.click();
        await page.waitForURL(/\/transactions\?/);
        const shown = await list(request, page.url().replace("/transactions?", "/transactions.json?"));
        expect(shown.rows.length).toBeGreaterThan(0);
        for (const { transactionDate, issuer } of shown.rows) {
          expect(transactionDate.value?.slice(0, 7)).toBe(from?.slice(0, 7));
          expect(issuer.cik).toBe(rows[0]?.issuer.cik);
        }
      });
    });
  }
});
