import { afterAll, beforeAll, expect, test } from "vitest";
import { mailerOf, sendMail } from "@/db/alerts/deliver-mail";
import { makeDeliveries } from "@/db/alerts/make-deliveries";
import { matchFilings } from "@/db/alerts/match-filings";
import { Confirmations } from "@/db/alerts/send-confirmations";
import { sendDeliveries } from "@/db/alerts/send-deliveries";
import { ReaderDesk } from "@/db/alerts/serve-readers";
import { titleWithoutFreeText } from "@/db/alerts/title-of-view";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { newYorkDate } from "@/lib/values/dates";
import { filingForTest, transactionForTest } from "@/testing/ingested-filing-for-test";
import { startMailServer } from "@/testing/mail-server";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const SITE = "https://insiders.example.org";
const DAY = 86_400_000;
const SECRET = "0123456789abcdef0123456789abcdef";

let database: TestDatabase;
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  database = await createTestDatabase();
  mailServer = await startMailServer();
});
afterAll(async () => {
  await mailServer.stop();
  await database.drop();
});

/** The mails that came since the last call, in plain text, with the line breaks of their transport removed. */
function newMails(): string[] {
  return mailServer.received.splice(0).map(({ source }) => source.replaceAll("=\r\n", "").replaceAll("=3D", "="));
}

/** Asks for an alert with the address of someone else, and returns what that person gets. */
async function mailAfterAsking(view: string): Promise<string> {
  const mailer = mailerOf({ smtpUrl: mailServer.url, alertFrom: "Section 16 <alerts@example.org>" });
  if (mailer === null) throw new Error("There is no mailer.");
  const asked = { view, email: "eve@example.org", rate: "daily", from: "192.0.2.2" } as const;
  expect(await new ReaderDesk(database, SECRET).answer({ ask: "subscribe", ...asked }, new Date())).toBe("asked");
  await new Confirmations(database.db, {
    siteUrl: SITE,
    secret: SECRET,
    titleOf: (address) => titleWithoutFreeText(database.db, address),
    send: (mail) => sendMail(mailer, mail),
  }).send(new Date());
  const [mail = "", ...others] = newMails();
  expect(others).toEqual([]);
  await database.pool.query("delete from alert");
  return mail;
}

test.each([
  "/footnotes?q=visit+cheappills+today",
  "/transactions?code=P&issuer=visit+cheappills+today",
  "/transactions?code=P&insider=visit+cheappills+today",
  "/transactions?code=P&issuer=%24CHEAP&issuer=%24PILLS",
])("the mail to confirm %s repeats no words that a stranger typed", async (view) => {
  const mail = await mailAfterAsking(view);
  expect(mail).toContain("The list also has words that were typed into a search field.");
  expect(mail).toMatch(view.startsWith("/footnotes") ? /alert: Footnotes\r$/m : /alert: Transactions: code P\r$/m);
  expect(mail).not.toMatch(/cheap|pills/i);
});

test("a reader confirms, gets mail about what is filed from then on, and stops it with the link in that mail", async () => {
  const mailer = mailerOf({ smtpUrl: mailServer.url, alertFrom: "Section 16 <alerts@example.org>" });
  if (mailer === null) throw new Error("There is no mailer.");
  const desk = new ReaderDesk(database, SECRET);
  const confirmations = new Confirmations(database.db, {
    siteUrl: SITE,
    secret: SECRET,
    titleOf: (view) => titleWithoutFreeText(database.db, view),
    send: (mail) => sendMail(mailer, mail),
  });
  /** A purchase of its own, filed on a day from now on, or before. */
  const file = async (n: number, days: number) => {
    const day = newYorkDate(new Date(Date.now() + days * DAY));
    const bought = transactionForTest("P", "A", "2026-01-05", String(100 * n), "10", "5000");
    await ingestFiles(database, [filingForTest({ n, filed: day, rows: [bought] })], { isSample: false });
  };
  const options = {
    secrets: new Map(),
    mailer,
    allowPrivate: false,
    siteUrl: SITE,
    mailsReaders: true,
    alertSecret: SECRET,
  };
  const sendNews = async () => {
    await matchFilings(database);
    await makeDeliveries(database, { siteUrl: SITE, now: Date.now() });
    await sendDeliveries(database, "mail", options, new AbortController().signal);
  };

  const asked = {
    view: "/transactions?code=P",
    email: "ada@example.org",
    rate: "immediate",
    from: "192.0.2.1",
  } as const;
  expect(await desk.answer({ ask: "subscribe", ...asked }, new Date())).toBe("asked");
  await confirmations.send(new Date());
  const [first = ""] = newMails();
  expect(first).toMatch(/^To: ada@example\.org\r$/m);
  expect(first).not.toMatch(/^List-Unsubscribe/m);
  const [, id = "", key = ""] = first.match(/https:\/\/insiders\.example\.org\/alerts\/([\w-]+)\?key=([\w-]+)/) ?? [];

  await file(1, -1);
  await sendNews();
  expect(newMails(), "nothing before the reader has confirmed").toEqual([]);

  expect(await desk.answer({ ask: "change", id, key, change: "confirm" }, new Date())).toMatchObject({
    state: "active",
  });
  await sendNews();
  expect(newMails(), "nothing that is older than the confirmation").toEqual([]);

  await file(2, 1);
  await sendNews();
  const [news = "", ...others] = newMails();
  expect(others).toEqual([]);
  expect(news).toContain("9999000001-25-000002");
  expect(news).toContain(`/alerts/${id}?key=${key}`);
  expect(news).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  const header = news.replaceAll(/\r\n[ \t]+/g, " ").match(/^List-Unsubscribe: <(\S+)>\r$/m)?.[1] ?? "";
  expect(header).toBe(`${SITE}/alerts/${id}/stop?key=${key}`);

  await desk.answer({ ask: "change", id, key, change: "stop" }, new Date());
  await file(3, 1);
  await sendNews();
  expect(newMails(), "nothing after the reader has stopped it").toEqual([]);
});
