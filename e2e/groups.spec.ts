import { expect, fitsItsWindow, open, test } from "./support/test";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("groups transactions by issuer, leaves out groups with few insiders, and links to the trades of a group", async ({
    page,
    request,
  }) => {
    const address = "/transactions?code=P&code=S&group=issuer&insiders-from=2";
    // The copy that groups are made from is filled while the site starts.
    await expect(async () => expect((await request.get(address.replace("?", ".json?"))).status()).toBe(200)).toPass();
    const { groups, count } = await (await request.get(address.replace("?", ".json?"))).json();
    expect(groups.length).toBeGreaterThan(0);
    for (const { insiders, bought, sold, net } of groups) {
      expect(insiders).toBeGreaterThanOrEqual(2);
      expect(Number(net)).toBeCloseTo(Number(bought) - Number(sold), 2);
    }
    await open(page, "/transactions?code=P&code=S");
    await open(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(String(count));
    await expect(page.getByRole("rowheader")).toHaveCount(groups.length);
    const csv = await (await request.get(address.replace("?", ".csv?"))).text();
    expect(csv.trim().split("\r\n")).toHaveLength(count + 1);
    const [first] = groups;
    const list = await (
      await request.get(first.rowsUrl.replace(/^https?:\/\/[^/]+/, "").replace("?", ".json?"))
    ).json();
    expect(list.count).toBeGreaterThanOrEqual(first.trades);
  });

  test("opens a group in place with its newest trades, and closes it again", async ({ page, request }) => {
    const address = "/transactions?code=P&group=issuer";
    await expect(async () => expect((await request.get(address.replace("?", ".json?"))).status()).toBe(200)).toPass();
    const { groups } = await (await request.get(address.replace("?", ".json?"))).json();
    await open(page, address);
    const rows = page.getByRole("table", { name: `Newest trades: ${groups[0].name}` }).getByRole("row");
    await expect(rows).toHaveCount(0);
    await page.getByRole("link", { name: "Newest trades" }).first().click();
    await expect(page).toHaveURL(new RegExp(`open=${groups[0].key}#group-${groups[0].key}$`));
    await expect(page.getByRole("rowheader")).toHaveCount(groups.length);
    // A head and at most ten rows, each a purchase.
    const shown = await rows.count();
    expect(shown).toBeGreaterThan(1);
    expect(shown).toBeLessThanOrEqual(11);
    for (const row of (await rows.all()).slice(1)) await expect(row).toContainText("Purchase");
    await expect(page.getByRole("link", { name: "All in the screener" })).toHaveAttribute("href", /issuer=/);
    await page.getByRole("link", { name: "Newest trades" }).first().click();
    await expect(page).not.toHaveURL(/open=/);
    await expect(rows).toHaveCount(0);
  });

  test("groups by industry, one group for issuers whose industry is not known, and draws each over time", async ({
    page,
    request,
  }) => {
    const address = "/transactions?code=P&code=S&group=industry";
    await expect(async () => expect((await request.get(address.replace("?", ".json?"))).status()).toBe(200)).toPass();
    const { groups } = await (await request.get(address.replace("?", ".json?"))).json();
    for (const { key, purchases, sales, months } of groups) {
      expect(key).toMatch(/^(\d\d|unknown)$/);
      const sum = (of: "purchases" | "sales") =>
        months.reduce((all: number, month: Record<typeof of, number>) => all + month[of], 0);
      expect([sum("purchases"), sum("sales")]).toEqual([purchases, sales]);
    }
    await open(page, address);
    await expect(page.getByRole("img", { name: /purchases? and .* sales?, by/ })).toHaveCount(groups.length);
  });
});

// The width is set here, whatever the device.
test("groups fit into windows of every width, and say which columns do not", { tag: "@desktop" }, async ({
  page,
  request,
}) => {
  const address = "/transactions?code=P&code=S&group=insider";
  await expect(async () => expect((await request.get(address.replace("?", ".json?"))).status()).toBe(200)).toPass();
  await open(page, address);
  for (const width of [741, 768, 1001, 1261, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await fitsItsWindow(page);
  }
  await expect(page.getByRole("columnheader", { name: "Buy ratio" })).toBeVisible();
  await page.setViewportSize({ width: 768, height: 800 });
  await expect(page.getByRole("columnheader", { name: "Buy ratio" })).toBeHidden();
  await expect(page.getByText("Net does not fit in this window.")).toBeVisible();
});
