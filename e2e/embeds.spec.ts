import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { saleWithNote } from "./support/sample";
import { accessProblems, expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

/** A page of another origin that shows embeds, in the colours that the reader prefers. */
async function pageWith(embeds: string[], baseURL = "") {
  const frames = embeds.map((path) => `<iframe src="${baseURL}/embed/${path}" width="600" height="400"></iframe>`);
  const other = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      `<!DOCTYPE html><html lang="en"><meta name="color-scheme" content="light dark"><title>Elsewhere</title>${frames.join("")}`,
    );
  });
  await new Promise<void>((listening) => void other.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${(other.address() as AddressInfo).port}/`, close: () => other.close() };
}

test("a page of another origin shows a filing, a row, a note, an insider and an issuer, without script and with one request each", async ({
  page,
  request,
  baseURL,
}) => {
  const { accessionNumber, id, owners, issuer, pricePerShare } = await saleWithNote(request);
  const [filing, note] = [`filings/${accessionNumber}`, pricePerShare.footnotes[0]];
  const [ofInsider, ofIssuer] = [`insiders/${owners[0]?.cik}`, `issuers/${issuer.cik}`];
  /** The page to which each embed links. */
  const pages = new Map([
    [filing, filing],
    [`${filing}?row=${id}`, `${filing}/rows/${id}`],
    [`${filing}?note=${note}`, `${filing}/notes/${note}`],
    [ofInsider, ofInsider],
    [ofIssuer, ofIssuer],
  ]);
  const embeds = [...pages.keys()];
  // What the site calls itself, which may be another name of this machine.
  const site = new URL((await (await request.get(`/filings/${accessionNumber}.json`)).json()).url).origin;
  const other = await pageWith(embeds, baseURL);
  try {
    const asked: string[] = [];
    page.on("request", (each) => {
      if (each.url().startsWith(`${baseURL}/`)) asked.push(each.url());
    });
    await page.goto(other.url);
    for (const [index, path] of embeds.entries()) {
      const frame = page.frameLocator("iframe").nth(index);
      await expect(frame.getByRole("table"), path).toBeVisible();
      await expect(frame.getByText(/as of \w+ \d+, 20\d\d/), path).toBeVisible();
      await expect(frame.getByRole("region", { name: "Chart" }), path).toHaveCount(
        path === ofInsider || path === ofIssuer ? 1 : 0,
      );
      await expect(frame.getByRole("link", { name: "See the whole record at Section 16" }), path).toHaveAttribute(
        "href",
        `${site}/${pages.get(path)}`,
      );
    }
    expect(asked.sort()).toEqual(embeds.map((path) => `${baseURL}/embed/${path}`).sort());
  } finally {
    other.close();
  }
});

test("an embed is light or dark, as the reader prefers", async ({ page, request, baseURL }) => {
  const { accessionNumber } = await saleWithNote(request);
  const other = await pageWith([`filings/${accessionNumber}`], baseURL);
  try {
    const lightnessIn = async (colorScheme: "light" | "dark") => {
      await page.emulateMedia({ colorScheme });
      await page.goto(other.url);
      const body = page.frameLocator("iframe").locator("body");
      const colour = await body.evaluate((element) => getComputedStyle(element).backgroundColor);
      return Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
    };
    expect(await lightnessIn("light")).toBeGreaterThan(200);
    expect(await lightnessIn("dark")).toBeLessThan(60);
  } finally {
    other.close();
  }
});

// No browser is asked.
test("only embeds may be shown in frames", { tag: "@desktop" }, async ({ request }) => {
  const { accessionNumber } = await saleWithNote(request);
  const embed = (await request.get(`/embed/filings/${accessionNumber}`)).headers();
  expect(embed["content-security-policy"]).toContain("frame-ancestors *");
  expect(embed["x-frame-options"]).toBeUndefined();
  for (const path of [
    `/filings/${accessionNumber}`,
    `/filings/${accessionNumber}/card.png`,
    "/embed/filings/nothing",
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
  }
});

test.describe("with script", () => {
  test.use({ javaScriptEnabled: true });

  test("an embed is accessible, and the panel of a filing has its code", async ({ page, request }) => {
    const { accessionNumber } = await saleWithNote(request);
    await page.goto(`/filings/${accessionNumber}`);
    await page.getByText("Share", { exact: true }).click();
    await expect(page.getByLabel("Embed code")).toHaveValue(
      new RegExp(`<iframe src="\\S+/embed/filings/${accessionNumber}"`),
    );
    await page.getByRole("link", { name: "Preview" }).click();
    await expect(page.getByRole("table")).toBeVisible();
    expect(await accessProblems(page)).toEqual([]);
  });

  test("the panel of an insider and of an issuer names the frame as filed", async ({ page, request }) => {
    const { owners, issuer } = await saleWithNote(request);
    for (const [path, name] of [
      [`/insiders/${owners[0]?.cik}`, owners[0]?.name],
      [`/issuers/${issuer.cik}`, issuer.name],
    ]) {
      await page.goto(`${path}`);
      await page.getByText("Share", { exact: true }).click();
      await expect(page.getByLabel("Embed code")).toHaveValue(new RegExp(` title="${name}, Section 16"`));
    }
  });

  test("a link to a row shows the filing at that row", async ({ page, request }) => {
    const { accessionNumber, id } = await saleWithNote(request);
    await page.goto(`/filings/${accessionNumber}/rows/${id}`);
    // On a slow machine Next replaces the address while it starts, without the fragment. The row stays the target.
    await expect(page.locator(`[id="${id}"]:target`)).toBeInViewport();
    expect((await request.get(`/filings/${accessionNumber}/rows/I-9999`)).status()).toBe(404);
  });
});
