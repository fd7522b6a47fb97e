import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { askDesk, DeskClosed } from "@/db/alerts/ask-desk";
import type { ReaderRequest } from "@/db/alerts/reader-requests";
import { Confirmations } from "@/db/alerts/send-confirmations";
import { ReaderDesk } from "@/db/alerts/serve-readers";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const SECRET = "0123456789abcdef0123456789abcdef";
const SITE = "https://insiders.example.org";
const ADA = "ada@example.org";
const HOUR = 3_600_000;
const NOON = Date.parse("2026-06-20T16:00:00Z");
const PURCHASES = "/transactions?code=P";

let database: TestDatabase;
let desk: ReaderDesk;
/** The mails that were sent, and what the server says to the next ones. */
let mails: { to: string; subject: string; text: string; html: string }[] = [];
let outcome: Parameters<typeof confirmationsOf>[0];

const confirmationsOf = (
  says: { outcome: "delivered" } | { outcome: "failed"; errorClass: string; isFinal: boolean } = {
    outcome: "delivered",
  },
) =>
  new Confirmations(database.db, {
    siteUrl: SITE,
    secret: SECRET,
    titleOf: async () => ({ title: "Purchases", leavesOut: false }),
    send: async (mail) => {
      if ((outcome ?? says).outcome === "delivered") mails.push(mail);
      return outcome ?? says;
    },
  });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query("delete from alert");
  desk = new ReaderDesk(database, SECRET);
  mails = [];
  outcome = undefined;
});

let asked = 0;
const subscribe = (change: Partial<Extract<ReaderRequest, { ask: "subscribe" }>> = {}, at = NOON) => {
  asked++;
  const request = { ask: "subscribe", view: PURCHASES, email: ADA, rate: "daily", from: `10.0.0.${asked}` } as const;
  return desk.answer({ ...request, ...change }, new Date(at));
};
const send = (confirmations = confirmationsOf(), at = NOON) => confirmations.send(new Date(at));
const linkIn = (mail = mails.at(-1)) => {
  const url = new URL(mail?.text.match(/https:\S+\/alerts\/\S+/)?.[0] ?? "");
  return { id: url.pathname.split("/")[2] ?? "", key: url.searchParams.get("key") ?? "" };
};
const alerts = async () =>
  (await database.pool.query("select target, view, rate, state from alert order by target, view")).rows;
const change = (change: "confirm" | "stop" | "weekly", link = linkIn(), at = NOON) =>
  desk.answer({ ask: "change", ...link, change }, new Date(at));

test("an alert is active only after its reader has opened the link and confirmed", async () => {
  expect(await subscribe()).toBe("asked");
  expect(await send()).toBe(1);
  expect(mails).toEqual([
    {
      id: expect.stringMatching(/^confirm-/),
      to: ADA,
      subject: "Confirm your alert: Purchases",
      text: expect.stringContaining("in this list:\n\nPurchases\n\n"),
      html: expect.stringContaining("<p>Purchases</p>"),
      unsubscribeUrl: null,
    },
  ]);
  const link = linkIn();
  expect(await desk.answer({ ask: "find", ...link }, new Date(NOON))).toMatchObject({ state: "unconfirmed" });
  expect(await change("confirm")).toEqual({ id: link.id, view: PURCHASES, rate: "daily", state: "active" });
  const { rows } = await database.pool.query("select starts_at from alert");
  expect(rows, "what was filed before is not new").toEqual([{ starts_at: new Date(NOON) }]);
  expect(await send(), "the mail is sent once").toBe(0);
});

test("a reader changes the rate, stops the alert, and starts it again", async () => {
  await subscribe();
  await send();
  await change("confirm");
  expect(await change("weekly")).toMatchObject({ rate: "weekly", state: "active" });
  expect(await change("stop")).toMatchObject({ state: "stopped" });
  expect(await change("stop"), "twice is as good as once").toMatchObject({ state: "stopped" });
  expect(await change("confirm", linkIn(), NOON + HOUR)).toMatchObject({ rate: "weekly", state: "active" });
  const { rows } = await database.pool.query("select starts_at from alert");
  expect(rows).toEqual([{ starts_at: new Date(NOON + HOUR) }]);
});

test("the key of one alert opens no other, and an alert of the operator has none", async () => {
  await subscribe();
  await subscribe({ view: "/insiders/9900501" });
  await send();
  const [first, second] = mails.map((mail) => linkIn(mail));
  expect(await change("stop", { id: first?.id ?? "", key: second?.key ?? "" })).toBeNull();
  expect(await alerts()).toMatchObject([{ state: "unconfirmed" }, { state: "unconfirmed" }]);
  await database.pool.query("update alert set origin = 'file' where alert_id = $1", [first?.id]);
  expect(await change("stop", first)).toBe("deleted");
  expect(await alerts()).toMatchObject([{ state: "unconfirmed" }, { state: "unconfirmed" }]);
});

test("answers the same to an address that has the alert already, and sends it nothing", async () => {
  const answers = [await subscribe()];
  await send();
  answers.push(await subscribe());
  await change("confirm");
  answers.push(await subscribe({ rate: "immediate" }));
  await send();
  expect(answers).toEqual(["asked", "asked", "asked"]);
  expect(mails).toHaveLength(1);
  expect(await alerts()).toEqual([{ target: ADA, view: PURCHASES, rate: "daily", state: "active" }]);
});

test("asks an address at most three times a day for what nobody confirms, and does not say so", async () => {
  for (let cik = 1; cik <= 5; cik++) expect(await subscribe({ view: `/insiders/${cik}` })).toBe("asked");
  await subscribe({ email: "eve@example.org" });
  await send();
  expect(mails.map(({ to }) => to).sort()).toEqual([ADA, ADA, ADA, "eve@example.org"]);
  await subscribe({ view: "/insiders/6" }, NOON + 25 * HOUR);
  expect(await send(confirmationsOf(), NOON + 25 * HOUR)).toBe(1);
});

test("refuses a network that asks more than twenty times in an hour, and everyone after 200 unconfirmed alerts", async () => {
  const emails = Array.from({ length: 21 }, (_, n) => `reader${n}@example.org`);
  const answers = [];
  for (const email of emails) answers.push(await subscribe({ email, from: "192.0.2.7" }));
  expect(answers.filter((answer) => answer === "asked")).toHaveLength(20);
  expect(answers.at(-1)).toBe("too many from one");
  expect(await subscribe({ from: "192.0.2.7" }, NOON + 2 * HOUR)).toBe("asked");
  await database.pool.query(
    `insert into alert (alert_id, origin, view, channel, target, rate, state, state_at)
      select 'many' || n, 'reader', '/', 'mail', n || '@example.org', 'daily', 'unconfirmed', $1 from generate_series(1, 200) n`,
    [new Date(NOON)],
  );
  expect(await subscribe({ email: "late@example.org" })).toBe("too many");
});

test("forgets what nobody has confirmed within three days, and what was stopped 30 days ago", async () => {
  await subscribe();
  await subscribe({ email: "bob@example.org" });
  await send();
  await change("confirm", linkIn(mails.find(({ to }) => to === "bob@example.org")));
  await send(confirmationsOf(), NOON + 73 * HOUR);
  expect(await alerts()).toMatchObject([{ target: "bob@example.org", state: "active" }]);
  await change("stop", linkIn(mails.find(({ to }) => to === "bob@example.org")));
  await send(confirmationsOf(), NOON + 29 * 24 * HOUR);
  expect(await alerts()).toHaveLength(1);
  await send(confirmationsOf(), NOON + 31 * 24 * HOUR);
  expect(await alerts()).toEqual([]);
});

test("a mail server that is down or defers is asked again later, and an address that does not exist is forgotten", async () => {
  const confirmations = confirmationsOf();
  await subscribe();
  outcome = { outcome: "failed", errorClass: "SMTP_4XX", isFinal: false };
  expect(await send(confirmations)).toBe(0);
  outcome = undefined;
  expect(await send(confirmations), "not at once").toBe(0);
  expect(await send(confirmations, NOON + 60_000)).toBe(1);
  await subscribe({ email: "nobody@example.org" });
  outcome = { outcome: "failed", errorClass: "SMTP_5XX", isFinal: true };
  await send(confirmations);
  expect(await alerts()).toMatchObject([{ target: ADA }]);
});

const folder = mkdtempSync(join(tmpdir(), "section16-desk-"));
let server: Server | null = null;
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((closed) => (server ? server.close(closed) : closed(null)));
  server = null;
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the site asks over a socket, and an alert process that does not answer is an error", async () => {
  const socket = join(folder, "alerts.sock");
  vi.stubEnv("SECTION16_ALERTS_SOCKET", socket);
  const request = { ask: "subscribe", view: PURCHASES, email: ADA, rate: "daily", from: "192.0.2.9" } as const;
  await expect(askDesk(request)).rejects.toThrow(DeskClosed);
  server = await desk.listen(socket);
  expect(await askDesk(request)).toBe("asked");
  await send();
  expect(await askDesk({ ask: "change", ...linkIn(), change: "confirm" })).toMatchObject({ state: "active" });
  expect(await askDesk({ ask: "find", id: linkIn().id, key: "wrong" })).toBeNull();
});
