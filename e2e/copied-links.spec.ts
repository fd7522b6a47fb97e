import type { APIRequestContext, Page } from "@playwright/test";
import { list, saleWithNote } from "./support/sample";
import { allowClipboard, expect, open, test } from "./support/test";

/** What a reader sees of a view. Charts are left out: they are drawn again when they are reached. */
const seen = async (page: Page) => ({
  text: await page.locator("main :is(h1, .standfirst, thead, tbody, .results, .found-notes)").allTextContents(),
  notes: await page.getByRole("note").filter({ visible: true }).allTextContents(),
});

/** The second page of a list, found as a reader finds it. */
const secondPage = async (page: Page) => {
  const next = page.getByRole("link", { name: /^Next \d+/ }).first();
  await next.click();
  await expect(page).toHaveURL(/[?&]after=/);
  await page.waitForLoadState("load");
};

const openNote = async (page: Page) => {
  // A list on a phone has one link for all footnotes of a filing: "2 footnotes".
  const opener = page.locator("a[data-footnote], a[data-opens-notes]").filter({ visible: true }).first();
  const count = /^(\d+) footnotes?$/.exec((await opener.textContent()) ?? "")?.[1] ?? "1";
  await opener.click();
  await expect(page.getByRole("note").filter({ visible: true })).toHaveCount(Number(count));
  await expect(page).toHaveURL(/#notes=/);
};

type State = {
  what: string;
  address: (request: APIRequestContext) => Promise<string> | string;
  reach?: (page: Page) => Promise<void>;
  button?: string;
  /** On a phone, lists are laid out and footnotes are opened in another way. What the link contains is the same. */
  onPhone?: true;
};

const insiderPage = async (request: APIRequestContext) => `/insiders/${(await saleWithNote(request)).owners[0]?.cik}`;
const issuerPage = async (request: APIRequestContext) => `/issuers/${(await saleWithNote(request)).issuer.cik}`;

const STATES: State[] = [
  { what: "the front page", address: () => "/", onPhone: true },
  { what: "the second page of the front page", address: () => "/", reach: secondPage },
  { what: "a filtered list", address: () => "/transactions?form=4&code=P&filed-from=2024-01-01&filed-to=" },
  { what: "the second page of a filtered list", address: () => "/transactions?code=S", reach: secondPage },
  { what: "open footnotes in a list", address: () => "/transactions?code=S", reach: openNote, onPhone: true },
  { what: "an insider in a year", address: async (request) => `${await insiderPage(request)}?traded-from=2024-01-01` },
  {
    what: "an insider in another order, with chosen columns",
    address: async (request) => `${await insiderPage(request)}?sort=-value&columns=traded&columns=value`,
  },
  { what: "an issuer in a period", address: async (request) => `${await issuerPage(request)}?traded-from=2023-01-01` },
  { what: "the second page of a directory", address: () => "/insiders?form=4", reach: secondPage },
  { what: "the second page of a footnote search", address: () => "/footnotes?q=shares", reach: secondPage },
  { what: "clusters by another rule", address: () => "/clusters?cluster-insiders=2&cluster-days=60" },
  { what: "a search", address: () => "/search?q=an" },
  {
    what: "open footnotes on a filing",
    address: async (request) => `/filings/${(await saleWithNote(request)).accessionNumber}`,
    reach: openNote,
    button: "Copy link to filing",
    onPhone: true,
  },
];

for (const { what, address, reach, button = "Copy link", onPhone } of STATES) {
  test(`a copied link opens the same view in a different browser: ${what}`, { tag: onPhone ? [] : "@desktop" }, async ({
    page,
    context,
    request,
    browser,
  }) => {
    await allowClipboard(context);
    await open(page, await address(request));
    await reach?.(page);
    const before = await seen(page);
    await page.locator("main").getByRole("button", { name: button, exact: true }).first().click();
    await expect(page.getByText("Copied")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).not.toMatch(/=(&|$)/);

    const elsewhere = await browser.newContext({ viewport: page.viewportSize() });
    const fresh = await elsewhere.newPage();
    await fresh.goto(link);
    await expect(fresh.getByRole("note").filter({ visible: true })).toHaveCount(before.notes.length);
    const after = await seen(fresh);
    expect(after.notes).toEqual(before.notes);
    expect(after.text).toEqual(before.text);
    await elsewhere.close();
  });
}

test("the filing, a row and a footnote can each be cited, with the address and the day of access", async ({
  page,
  context,
  request,
}) => {
  await allowClipboard(context);
  const { accessionNumber, id, pricePerShare } = await saleWithNote(request);
  const note = pricePerShare.footnotes[0] ?? "";
  await open(page, `/filings/${accessionNumber}`);
  const copied = async () => {
    await page.getByRole("button", { name: "Copy citation" }).click();
    await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy citation" })).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied()).toMatch(
    new RegExp(` ${accessionNumber}, \\S+/filings/${accessionNumber}, accessed \\w+ \\d+, 20\\d\\d\\.$`),
  );
  await page.getByLabel("Cite").selectOption(note);
  expect(await copied()).toMatch(new RegExp(`, footnote ${note.slice(1)}, \\S+#${note}, accessed .*20\\d\\d\\.$`));
  // The row whose link was last copied is the one that is cited.
  await page
    .locator(`[id="${id}"]`)
    .getByRole("link", { name: id.replace("-", "·") })
    .first()
    .click();
  expect(await copied()).toMatch(new RegExp(`, Table I, row ${id.slice(2)}, \\S+#${id}, accessed .*20\\d\\d\\.$`));
});

// No browser is asked.
test("the sample has more than one page of each list that is copied", { tag: "@desktop" }, async ({ request }) => {
  for (const address of ["/index.json", "/transactions.json?code=S"]) {
    expect((await list(request, address)).next, address).not.toBeNull();
  }
});
