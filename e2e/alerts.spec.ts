import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMailServer } from "../testing/mail-server";
import { type Served, serve } from "../testing/serve-read-only";
import { expect, open, test } from "./support/test";

const CLONE = fileURLToPath(new URL("..", import.meta.url));
/** After those of the two sites, of the build and of the replicas. */
const PORT = process.env.E2E_ALERTS_PORT ?? String(Number(process.env.E2E_PORT ?? "3416") + 4);
const SITE = `http://127.0.0.1:${PORT}`;

let folder = "";
let mail: Awaited<ReturnType<typeof startMailServer>>;
let served: Served;

test.describe.configure({ mode: "serial" });
test.skip(({ isMobile }) => isMobile, "a site of its own is started: once is enough");
test.skip(!existsSync(join(CLONE, ".next/BUILD_ID")), "this clone has no build: E2E_URL names a site elsewhere");

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), "section16-alerts-"));
  // PostgreSQL's user needs access when this runs as root.
  chmodSync(folder, 0o755);
  mail = await startMailServer();
  served = await serve(
    CLONE,
    folder,
    {
      PORT,
      HOST: "127.0.0.1",
      SITE_URL: SITE,
      DATABASE_URL: "",
      // As root, the alert process is started as another user, who cannot write to this folder.
      TMPDIR: tmpdir(),
      LOAD_SAMPLE: "never",
      ALLOW_ALERTS: "1",
      SMTP_URL: mail.url,
      ALERT_FROM: "alerts@insiders.example.org",
    },
    false,
  );
});
test.afterAll(async () => {
  await served?.stop();
  await mail?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The text of an email, with lines and characters that were encoded for the way. */
const textOf = (source: string) => source.replaceAll("=\r\n", "").replaceAll("=3D", "=");

test("a reader asks for email about a list, confirms by the link in the email, and stops it again", async ({
  page,
}) => {
  await open(page, `${SITE}/transactions?code=P&value-from=25000`);
  await page.getByRole("link", { name: "Email alerts" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Get new filings by email");
  await page.getByLabel("Your email address").fill("ada@example.org");
  await page.getByLabel("Once a week").check();
  await page.getByRole("button", { name: "Send me the link to confirm" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your email");

  await expect.poll(() => mail.received.length).toBe(1);
  const [{ from, to, source } = { from: "", to: [], source: "" }] = mail.received;
  expect([from, to]).toEqual(["alerts@insiders.example.org", ["ada@example.org"]]);
  // Anyone could have typed this address, so the email has no link to the list.
  expect(textOf(source)).toContain("Transactions: code P");
  expect(textOf(source)).not.toContain("value-from=25000");
  const [link = ""] = textOf(source).match(/http:\/\/127\.0\.0\.1:\d+\/alerts\/\S+?key=[\w-]+/) ?? [];

  await open(page, link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Do you want this alert?");
  await page.getByRole("button", { name: "Confirm this alert" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your alert is on");
  await expect(page.getByLabel("Once a week")).toBeChecked();

  await page.getByRole("button", { name: "Stop this alert" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your alert is stopped");
  // Nothing was sent besides the link to confirm.
  expect(mail.received).toHaveLength(1);
});

test("a link with another key leads nowhere", async ({ request }) => {
  const [link = ""] = textOf(mail.received[0]?.source ?? "").match(/http:\/\/127\.0\.0\.1:\d+\/alerts\/\S+?key=/) ?? [];
  expect((await request.get(`${link}${"A".repeat(43)}`)).status()).toBe(404);
});
