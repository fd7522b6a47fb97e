import { allRows, findRow } from "./support/sample";
import { expect, fitsItsWindow, open, test } from "./support/test";

/** A fund and its managers, who each report the fund's purchases. */
const REPORTED_BY_A_CHAIN = "/filings/9999000001-19-000028.json";

test("a filing links to its amendment, the amendment shows what changed, and superseded rows leave the lists", async ({
  page,
  request,
}) => {
  const restated = await findRow(request, "/transactions.json?form=4%2FA", () => true);
  const amendment = await (await request.get(`/filings/${restated.accessionNumber}.json`)).json();
  const original = await (await request.get(`/filings/${amendment.amendment.amends}.json`)).json();
  expect(original.amendment.amendedBy).toBe(restated.accessionNumber);
  const replaced: { id: string }[] = original.rows.filter(
    ({ supersededBy }: { supersededBy: string | null }) => supersededBy !== null,
  );
  expect(replaced.length).toBeGreaterThan(0);

  await open(page, `/filings/${original.accessionNumber}`);
  const banner = page.getByRole("note").filter({ hasText: "Amended." });
  await expect(banner).toContainText("4/A");
  await fitsItsWindow(page);
  await banner.getByRole("link", { name: "Compare the two" }).click();
  await expect(page).toHaveURL(new RegExp(`/filings/${restated.accessionNumber}#comparison$`));
  await expect(page.locator("#comparison")).toBeVisible();
  await fitsItsWindow(page);

  const address = `/transactions.json?issuer=${original.issuer.cik}&insider=${original.owners[0].cik}`;
  const listed = (await allRows(request, address)).map(({ accessionNumber, id }) => `${accessionNumber}#${id}`);
  expect(listed).toContain(`${restated.accessionNumber}#${restated.id}`);
  for (const { id } of replaced) expect(listed).not.toContain(`${original.accessionNumber}#${id}`);
});

test("a trade in several filings counts once, and each filing says so", async ({ page, request }) => {
  const report = await findRow(request, REPORTED_BY_A_CHAIN, ({ event }) => event !== null);
  expect(report.event?.filings.length).toBeGreaterThan(1);
  for (const accessionNumber of report.event?.filings ?? []) {
    await open(page, `/filings/${accessionNumber}`);
    await expect(page.getByText("Counted once").first()).toBeVisible();
  }
});

/** Reasons that the page words differently from the data. */
const GAP_WORDS: Record<string, string> = {
  "next balance makes good": "reversed by an adjacent balance",
  "stated in a note": "by a footnote",
};

test("an insider's page shows holdings with their parts, reasons for gaps, and the line from Form 3 to exit", async ({
  page,
  request,
}) => {
  const row = await findRow(
    request,
    "/transactions.json?code=S",
    ({ check, owners }) => check?.state === "gap" && check.reason !== null && owners.length === 1,
  );
  const date = row.transactionDate.value;
  await open(page, `/insiders/${row.owners[0]?.cik}?issuer=${row.issuer.cik}&traded-from=${date}&traded-to=${date}`);
  for (const name of ["Holdings", "Transactions", "From Form 3 to exit"]) {
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  }
  await expect(page.locator("main")).toContainText(GAP_WORDS[row.check?.reason ?? ""] ?? row.check?.reason ?? "");
  await fitsItsWindow(page);
});

test("the cluster rule is shown, and can be changed without script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/issuers/9900000001");
  const form = page.locator("form").filter({ has: page.locator("[name=cluster-insiders]") });
  await page.getByText("Change the rule").click();
  await form.locator("[name=cluster-insiders]").fill("2");
  await form.getByRole("button").click();
  await expect(page).toHaveURL(/cluster-insiders=2/);
  await expect(page.locator("main")).toContainText("two or more insiders");
  await context.close();
});
