import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { accessProblems, expect as expectSoon, fitsItsWindow, open, test } from "./support/test";

/** Reading a file and storing a filing each start a process, which takes time. */
const expect = expectSoon.configure({ timeout: 20_000 });

const SITE = process.env.E2E_IMPORT_URL;

/** A scanned Form 4 of 2013, as read by OCR. */
const SAXON = readFileSync(new URL("../sample/saxon-form4.txt", import.meta.url));

/** The same form in a different file, because a file that was stored before is recognised. */
const saxon = (name: string) => ({
  name: `${name}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.concat([SAXON, Buffer.from(`\n${" ".repeat(name.length)}\n`)]),
});

const printedForm = (name: string, mimeType: string) => ({
  name,
  mimeType,
  buffer: readFileSync(new URL(`../testing/printed-forms/${name}`, import.meta.url)),
});

async function upload(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByLabel("Choose a file").setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
}

const row = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

// No browser is asked.
test("if import is off, its address says so and how to switch it on, and nothing links to it", {
  tag: "@desktop",
}, async ({ request }) => {
  const answer = await request.get("/import");
  expect(answer.status()).toBe(404);
  const page = await answer.text();
  expect(page).toContain("Import is switched off");
  expect(page).toContain("ALLOW_IMPORT=1");
  expect((await request.post("/import/upload", { multipart: { file: saxon("off") } })).status()).toBe(403);
  expect(await (await request.get("/about/data")).text()).not.toContain('href="/import"');
});

test.describe("if import is on", () => {
  test.skip(SITE === undefined, "E2E_IMPORT_URL is not set");
  test.use({ baseURL: SITE });
  test.describe.configure({ timeout: 120_000 });

  test("a form is uploaded, checked, corrected and stored", async ({ page }, { project }) => {
    await open(page, "/");
    await page.getByRole("contentinfo").getByRole("link", { name: "Import" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Upload a paper form");
    await page.waitForLoadState("networkidle");
    await upload(page, saxon(project.name));
    await expect(page).toHaveURL(/\/import\/[0-9a-f]{64}$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Form 4 by Saxon Michael J");
    await fitsItsWindow(page);

    await expect(page.getByRole("group", { name: /^Table I, row/ })).toHaveCount(3);
    await expect(page.getByRole("group", { name: /^Table II, row/ })).toHaveCount(1);
    await expect(page.locator('[id^="note-F"]')).toHaveCount(4);
    await expect(row(page, "Table I, row 2")).toContainText("$39.0616");
    const options = row(page, "Table II, row 1");
    for (const label of [
      "8Price of derivative",
      "9Owned following",
      "10Direct (D) or indirect (I)",
      "11Nature of indirect ownership",
    ]) {
      await expect(options.locator(".read-field").filter({ hasText: label })).toContainText("unread");
    }

    // A value links to its place in the source.
    await row(page, "Table I, row 3").getByRole("link", { name: "$40.1352" }).click();
    await expect(page.locator(".source-line :is(.is-pointed, :target)")).toContainText("40.1352");

    // A value that does not fit its field is asked again, and the rest is kept.
    await page.getByRole("textbox", { name: "Issuer, Form header" }).fill("AmTrust Financial Services, Inc.");
    await page.getByRole("textbox", { name: "Date of earliest transaction, Form header" }).fill("13/45/2013");
    await page.getByRole("button", { name: "Save answers" }).first().click();
    await expect(page.getByRole("alert").filter({ hasText: "One answer" })).toBeVisible();
    await expect(page.getByText("“13/45/2013” is not a date")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("AmTrust Financial Services, Inc.");
    await expect(page.locator(".corrections")).toContainText("Is rust Financial Services, Inc.");
    await page.getByRole("textbox", { name: "Date of earliest transaction, Form header" }).fill("07/15/2013");
    await page.getByRole("button", { name: "Store this filing" }).first().click();

    await expect(page).toHaveURL(/\/filings\/local-[0-9a-f]{12}\?imported=/);
    await expect(page.getByRole("status").filter({ hasText: "The filing is stored." })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Saxon");
    await expect(page.locator("main")).toContainText("AmTrust Financial Services, Inc.");
    await expect(page.locator("main")).toContainText("161,889");

    // Uploading the same file again opens the stored filing.
    await open(page, "/import");
    await page.waitForLoadState("networkidle");
    await upload(page, saxon(project.name));
    await expect(page).toHaveURL(/\/filings\/local-[0-9a-f]{12}\?imported=/);
    await expect(page.getByRole("status").filter({ hasText: "already stored" })).toBeVisible();
  });

  // The form and its layout on a phone are those above. What its buttons do is the same.
  test(
    "a value that was read can be corrected, and the correction withdrawn",
    { tag: "@desktop" },
    async ({ page }, { project }) => {
      await open(page, "/import");
      await page.waitForLoadState("networkidle");
      await upload(page, saxon(`${project.name}, corrected`));
      const second = row(page, "Table I, row 2");
      await second.locator("summary").filter({ hasText: "Correct Amount" }).click();
      await second.getByRole("textbox", { name: "Amount, Table I, row 2" }).fill("5,600");
      await page.getByRole("button", { name: "Save answers" }).last().click();
      await expect(second).toContainText("corrected by hand; read as 5,688");
      // The sum of balances is now wrong, and the page says so.
      await expect(page.getByText("167,577 − 5,600 = 161,977, and the form says 161,889").first()).toBeVisible();
      await page.getByRole("button", { name: "Undo Amount, Table I, row 2" }).click();
      await expect(second).toContainText("5,688");
      await expect(second).not.toContainText("by hand");

      // A row that was missed entirely can be typed.
      await page.locator("summary").filter({ hasText: "Add a row" }).first().click();
      await page.getByRole("textbox", { name: "Title of security, Table I, row 4" }).fill("Preferred Stock");
      await page.getByRole("textbox", { name: "Owned following, Table I, row 4" }).fill("1,000");
      await page.getByRole("button", { name: "Save answers" }).last().click();
      await expect(row(page, "Table I, row 4")).toContainText("Preferred Stock");
      await row(page, "Table I, row 4").getByRole("checkbox", { name: "Not on the form: Table I, row 4" }).check();
      await page.getByRole("button", { name: "Save answers" }).last().click();
      await expect(row(page, "Table I, row 4")).toContainText("left out when you store the filing");
    },
  );

  test("the picture of a PDF is shown beside its reading and can be enlarged", async ({ page }) => {
    await open(page, "/import");
    await page.waitForLoadState("networkidle");
    await upload(page, printedForm("many-sales.pdf", "application/pdf"));
    const picture = page.getByRole("img", { name: "as uploaded" }).first();
    await expect(picture).toBeVisible();
    const width = async () => (await picture.boundingBox())?.width ?? 0;
    const fitted = await width();
    await page.getByRole("button", { name: "250%" }).click();
    expect((await width()) / fitted).toBeCloseTo(2.5, 1);
    await fitsItsWindow(page);
  });

  test(
    "one button confirms all uncertain values of a section as read, except the one that was changed",
    { tag: "@desktop" },
    async ({ page }, { project }) => {
      await open(page, "/import");
      await page.waitForLoadState("networkidle");
      await upload(page, saxon(`${project.name}, confirmed`));
      const confirm = page.getByRole("button", { name: /^Confirm .* as read in Reporting persons and issuer$/ });
      await expect(confirm).toBeVisible();
      await page.getByRole("textbox", { name: "Issuer, Form header" }).fill("AmTrust Financial Services, Inc.");
      await confirm.click();
      await expect(page.locator(".corrections")).toContainText("AmTrust Financial Services, Inc.");
      await expect(confirm).toHaveCount(0);
    },
  );

  test(
    "a file that is not a form is refused with an explanation, and so is one that is too large",
    { tag: "@desktop" },
    async ({ page }, { project }) => {
      await open(page, "/import");
      await page.waitForLoadState("networkidle");
      await upload(page, { name: "large.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(20_000_001, " ") });
      await expect(page.locator(".drop-said")).toContainText("The limit is 20 MB");
      const shopping = Buffer.from(`Apples, pears and ${project.name}s.\n`.repeat(20));
      await upload(page, { name: "list.txt", mimeType: "text/plain", buffer: shopping });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This file could not be read as a form");
      await expect(page.locator(".standfirst")).toContainText("Form 3, 4 or 5");
      await expect(page.getByLabel("Choose a file")).toBeVisible();
    },
  );

  test("both pages are accessible, and fit into 320 pixels", async ({ page, isMobile }, { project }) => {
    await open(page, "/import");
    await page.waitForLoadState("networkidle");
    expect(await accessProblems(page)).toEqual([]);
    await upload(page, saxon(`${project.name}, looked at`));
    await expect(page).toHaveURL(/\/import\/[0-9a-f]{64}$/);
    for (const colorScheme of isMobile ? (["dark"] as const) : (["light", "dark"] as const)) {
      await page.emulateMedia({ colorScheme });
      expect(await accessProblems(page), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await fitsItsWindow(page);
    await open(page, "/import");
    await fitsItsWindow(page);
  });

  // No browser is asked.
  test("requests from a page of another site are rejected", { tag: "@desktop" }, async ({ request }) => {
    const answer = await request.post("/import/upload", {
      headers: { origin: "https://elsewhere.example" },
      multipart: { file: saxon("elsewhere") },
    });
    expect(answer.status()).toBe(403);
    expect((await request.get(`/import/${"0".repeat(64)}`)).status()).toBe(404);
  });

  // No browser is asked.
  test("a file that is too large is refused during the upload", { tag: "@desktop" }, async ({ request }) => {
    const file = { name: "large.txt", mimeType: "text/plain", buffer: Buffer.alloc(25_000_000, "x") };
    const answer = await request.post("/import/upload", { multipart: { file } });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain("The limit is 20 MB");
  });

  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });

    test("uploading, answering and storing are plain forms", { tag: "@desktop" }, async ({ page }, { project }) => {
      await open(page, "/import");
      await upload(page, saxon(`${project.name}, without script`));
      await expect(page.getByRole("group", { name: /^Table I, row/ })).toHaveCount(3);
      await row(page, "Table I, row 3").getByRole("link", { name: "$40.1352" }).click();
      await expect(page.locator(".source-line :target")).toContainText("40.1352");
      await page
        .getByRole("combobox", { name: "Direct (D) or indirect (I), Table II, row 1" })
        .selectOption("D, direct");
      await page.getByRole("button", { name: "Save answers" }).first().click();
      await expect(page.locator(".corrections")).toContainText("Direct (D) or indirect (I)");
      await page.getByRole("button", { name: "Store this filing" }).first().click();
      await expect(page).toHaveURL(/\/filings\/local-[0-9a-f]{12}\?imported=/);
      await expect(page.getByText("The filing is stored.")).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Saxon");
    });
  });
});
