import { expect, test as plainTest } from "@playwright/test";
import { fuzzAddresses } from "../fuzz/addresses";
import { form4, ingest, siteToFill } from "./support/ingest";
import { saleWithNote } from "./support/sample";
import { open, test } from "./support/test";

const SITE = siteToFill();
const XHTML = "http://www.w3.org/1999/xhtml";
const RUN = "fetch('/ran');new Image().src='/ran';document.title='ran';alert('ran')";
/** A style sheet that turns any document into a page with a script. */
const STYLE_SHEET = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><html xmlns="${XHTML}"><body><script>${RUN}</script></body></html></xsl:template></xsl:stylesheet>`;

const HOSTILE: Record<string, string> = {
  "9900901-25-000001": form4({ more: `<h:script xmlns:h="${XHTML}">${RUN}</h:script>` }),
  "9900901-25-000002": form4({
    more: `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script></svg>`,
  }),
  "9900901-25-000003": form4({
    prolog: `<?xml-stylesheet type="text/xsl" href="data:text/xsl;base64,${Buffer.from(STYLE_SHEET).toString("base64")}"?>\n`,
  }),
  "9900901-25-000004": form4({
    more: `<h:body xmlns:h="${XHTML}"><h:img src="/nothing" onerror="${RUN}"/><h:iframe srcdoc="&lt;script&gt;${RUN}&lt;/script&gt;"/></h:body>`,
    footnote: `&lt;script&gt;${RUN}&lt;/script&gt;`,
    remarks: `&lt;/script&gt;&lt;img src=x onerror="${RUN}"&gt;`,
  }),
};

const accessionNumber = (short: string) => `000${short}`;

// What runs does not depend on the window.
plainTest("no document runs a script, in any format", { tag: "@desktop" }, async ({ page }) => {
  plainTest.skip(SITE === null, "needs a site of its own to fill");
  plainTest.setTimeout(120_000);
  ingest(
    SITE?.dataDir ?? "",
    Object.fromEntries(Object.entries(HOSTILE).map(([short, document]) => [accessionNumber(short), document])),
  );
  const ran: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/ran") ran.push(page.url());
  });
  page.on("dialog", (dialog) => {
    ran.push(page.url());
    void dialog.dismiss();
  });
  for (const short of Object.keys(HOSTILE)) {
    for (const format of ["", ".xml", ".json", ".atom"]) {
      const answer = await page.goto(`${SITE?.url}/filings/${accessionNumber(short)}${format}`);
      expect(answer?.status()).toBe(200);
      await page.waitForTimeout(300);
    }
  }
  expect(ran).toEqual([]);
});

// Texts are the same on a phone.
test("texts with control characters read the same with and without script", { tag: "@desktop" }, async ({ page }) => {
  test.skip(SITE === null, "needs a site of its own to fill");
  const odd = "a&#13;b&#13;&#10;c&#x85;d\u2028e\ufeff&#xFFFD;\u009ff&#9;&#13;";
  const number = accessionNumber("9900901-25-000005");
  ingest(SITE?.dataDir ?? "", {
    [number]: form4({
      issuer: `Kestrel ${odd} Corp`,
      owner: `${odd} Ada`,
      security: odd,
      footnote: `&#13;&#10;${odd}`,
      remarks: odd,
    }),
  });
  for (const path of [
    `/filings/${number}`,
    "/insiders/9900902",
    "/issuers/9900901",
    "/footnotes",
    "/",
    "/transactions",
  ]) {
    await open(page, `${SITE?.url}${path}`);
    await page.waitForLoadState("networkidle");
  }
  await open(
    page,
    `${SITE?.url}/transactions?x=${encodeURIComponent("\r\0\ufffe\r\n")}y&%00=%0d&%ff=%ed%a0%80&nul=%00&%00=1`,
  );
  await page.waitForLoadState("networkidle");
});

test("a page runs only its own scripts", async ({ page, request, complaints }) => {
  const sale = await saleWithNote(request);
  for (const address of ["/", `/filings/${sale.accessionNumber}`, "/nothing-here", "/_next/nothing-here"]) {
    const answer = await request.get(address);
    const policy = answer.headers()["content-security-policy"] ?? "";
    const nonce = policy.match(/script-src 'nonce-([^']+)'/)?.[1];
    expect(nonce, address).toBeTruthy();
    expect(policy.split("; ").find((directive) => directive.startsWith("script-src"))).not.toContain("unsafe");
    for (const [tag] of (await answer.text()).matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
  }
  // Answers that are compressed differently are drawn separately.
  const policyOf = async (encoding: string) =>
    (await request.get("/", { headers: { "accept-encoding": encoding } })).headers()["content-security-policy"];
  expect(await policyOf("gzip;q=0.9")).not.toBe(await policyOf("gzip;q=0.8"));
  // What an attacker could inject through a hole in a page.
  await open(page, "/codes");
  const ran = await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", "<img src='/nothing.json' onerror='window.ran = true'>");
    return new Promise((settle) => setTimeout(() => settle("ran" in window), 500));
  });
  expect(ran).toBe(false);
  // The browser reports what it blocked, and nothing else.
  expect(complaints.filter((text) => !/Executing inline event handler|404 \(Not Found\)/.test(text))).toEqual([]);
  expect(complaints.join("\n")).toContain("Executing inline event handler");
  complaints.length = 0;
});

// The same list is laid out otherwise there.
test("a list is complete after a filter changes, and again after going back", { tag: "@desktop" }, async ({ page }) => {
  await open(page, "/transactions");
  const groups = page.locator("table.screener > tbody");
  await expect(groups.first()).toBeVisible();
  const all = await groups.count();
  const first = (await groups.first().textContent()) ?? "";
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: /^Transaction/ }).click();
  await page.locator('input[name="code"][value="W"]').check();
  await page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/code=W/);
  await expect(groups.first()).toBeVisible();
  await expect(groups.first()).not.toHaveText(first);
  await page.goBack();
  await expect(page).not.toHaveURL(/code=W/);
  await expect(groups).toHaveCount(all);
  expect(await groups.first().textContent()).toBe(first);
  await page.locator("a.marker").filter({ visible: true }).first().click();
  await expect(page.getByRole("note").filter({ visible: true })).toHaveCount(1);
});

// No browser is asked.
test("parameters named like JavaScript's built-in properties are ignored and listed like any other", {
  tag: "@desktop",
}, async ({ request }) => {
  const query = "toString=1&constructor=x&hasOwnProperty=2&__proto__=y";
  for (const path of [
    "/",
    "/transactions",
    "/insiders",
    "/codes",
    "/codes/P",
    "/about/data",
    "/about/methods",
    "/search",
  ]) {
    const page = await request.get(`${path}?${query}`);
    expect(page.status(), path).toBe(200);
    const text = (await page.text()).replaceAll("<!-- -->", "");
    for (const pair of query.split("&")) expect(text, path).toContain(`<span class="id">${pair}</span>`);
    if (path === "/about/methods") continue;
    const data = await request.get(`${path === "/" ? "/index" : path}.json?${query}`);
    const { ignored } = await data.json();
    expect(ignored.map(({ name, value }: { name: string; value: string }) => `${name}=${value}`).join("&"), path).toBe(
      query,
    );
  }
});

// No browser is asked: once is enough.
test("whole tables requested at the same time are sent completely or refused with an explanation", {
  tag: "@desktop",
}, async ({ request }) => {
  // Some wait for their turn and are refused after half a minute.
  test.setTimeout(180_000);
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => request.get("/footnotes.csv", { timeout: 150_000 })),
  );
  const [whole = ""] = await Promise.all(answers.filter((answer) => answer.ok()).map((answer) => answer.text()));
  for (const answer of answers) {
    if (answer.ok()) expect(await answer.text()).toBe(whole);
    else {
      expect(answer.status()).toBe(503);
      expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
      expect((await answer.json()).error.message).toContain("Try again");
    }
  }
  expect((await request.get("/transactions.csv?code=W")).status()).toBe(200);
});

for (const seed of [16, Math.floor(Math.random() * 2 ** 31)]) {
  const name = seed === 16 ? "seed 16" : "a random seed";
  // No browser is asked: once is enough.
  test(`random addresses get an explanation and all headers: ${name}`, { tag: "@desktop" }, async ({ baseURL }) => {
    test.setTimeout(180_000);
    console.log(`Addresses, seed ${seed}`);
    const { requests } = await fuzzAddresses({ url: baseURL ?? "", runs: 100, seed });
    expect(requests).toBeGreaterThanOrEqual(100);
  });
}
