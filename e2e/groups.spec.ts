import { expect, open, test } from "./support/test";

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
});
