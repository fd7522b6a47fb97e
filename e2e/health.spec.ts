import { expect, open, test } from "./support/test";

// No browser is asked.
test("live and ready are separate answers, and neither is a page", { tag: "@desktop" }, async ({ request }) => {
  expect(await (await request.get("/healthz/live")).json()).toEqual({ live: true });
  const ready = await request.get("/healthz/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toEqual({ ready: true });
  expect(await (await request.get("/healthz")).json()).toMatchObject({ status: "ok", live: true, ready: true });
});

// No browser is asked.
test("every response has an id, which is the proxy's if that is well-formed", { tag: "@desktop" }, async ({
  request,
}) => {
  for (const address of ["/", "/transactions.json", "/nothing-here", "/theme.js", "/healthz/live"]) {
    expect((await request.get(address)).headers()["x-request-id"], address).toMatch(/^[0-9a-f]{16}$/);
  }
  const id = "7b0e4a526f1d4d0a";
  // No other journey asks for this page: one that is kept has the id of the request that it was drawn for.
  const named = await request.get("/codes/H", { headers: { "x-request-id": id } });
  expect(named.headers()["x-request-id"]).toBe(id);
  expect(await named.text()).toContain(`<meta name="x-request-id" content="${id}"`);
});

test("the bar says that this is sample data, and links to the data page", async ({ page, isMobile }) => {
  await open(page, "/");
  const said = page.getByRole("banner").getByRole("link", { name: "Sample data" }).filter({ visible: true });
  await expect(said).toHaveCount(1);
  await said.click();
  await expect(page).toHaveURL(/\/about\/data$/);
  await expect(page.getByRole("heading", { name: "Quarters" })).toBeVisible();
  await expect(page.getByText("There are no filings from EDGAR in this database yet.")).toBeVisible();
  if (!isMobile) await expect(page.getByRole("table", { name: "Queue" })).toContainText("Fetch from EDGAR");
});

// No browser is asked.
test("the data page and its JSON agree", { tag: "@desktop" }, async ({ request }) => {
  const data = await (await request.get("/about/data.json")).json();
  expect(data).toMatchObject({ freshness: { state: "sample" }, following: null, coverage: null, underivable: [] });
  expect(data.counts.filings).toBeGreaterThan(1_000);
  expect(data.forms.reduce((sum: number, { filings }: { filings: number }) => sum + filings, 0)).toBe(
    data.counts.filings,
  );
});
