import { saleWithNote } from "./support/sample";
import { expect, open, test } from "./support/test";

test("pointing at a chart or focusing it shows crosshair and readout, without moving the layout", async ({
  page,
  request,
  isMobile,
}) => {
  test.skip(isMobile, "a phone has no keyboard");
  const sale = await saleWithNote(request);
  await open(page, `/insiders/${sale.owners[0]?.cik}`);
  await page.waitForLoadState("networkidle");
  const figure = page.locator(".trades-figure").first();
  const before = await figure.boundingBox();

  await figure.locator("[tabindex='0']").first().focus();
  const readout = figure.locator("[aria-live='polite']").first();
  await page.keyboard.press("End");
  await expect(readout).not.toBeEmpty();
  const last = await readout.textContent();
  await page.keyboard.press("ArrowLeft");
  await expect(readout).not.toHaveText(last ?? "");

  const after = await figure.boundingBox();
  expect(Math.round(after?.height ?? 0)).toBe(Math.round(before?.height ?? 0));
});
