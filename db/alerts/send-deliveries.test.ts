import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeDeliveries } from "@/db/alerts/make-deliveries";
import { resumeAlert } from "@/db/alerts/send-again";
import type { SendOptions } from "@/db/alerts/send-deliveries";
import { alert, delivery } from "@/db/schema";
import { manageAlertPath, unsubscribeAlertPath } from "@/lib/alerts/signed-links";
import { changeDelivery, storeAlert, storeDeliveries, storeMatches } from "@/testing/alerts-for-test";
import { startMailServer } from "@/testing/mail-server";
import { SEND_OPTIONS, secretsOf, sendAll } from "@/testing/sending-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { startReceiver } from "@/testing/webhook-receiver";

let database: TestDatabase;
const running: { stop: () => Promise<void> }[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(alert);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function receiver(...args: Parameters<typeof startReceiver>) {
  const started = await startReceiver(...args);
  running.push(started);
  return started;
}

const SECRETS = secretsOf("file:a", "file:gone", "file:other");
const { siteUrl, alertSecret } = SEND_OPTIONS;
const send = (options: Partial<SendOptions> = {}, signal?: AbortSignal) =>
  sendAll(database, { secrets: SECRETS, ...options }, signal);
const stored = async (id: string) => {
  const [row] = await database.db.select().from(delivery).where(eq(delivery.deliveryId, id));
  return row ?? expect.fail(`no delivery ${id}`);
};
const makeDue = (id: string) => changeDelivery(database.db, id, { nextTryAt: new Date(0) });

test("what is due is sent once, in its order, and is then delivered", async () => {
  const { url, received } = await receiver();
  await storeAlert(database.db, "file:a", { target: url });
  await storeDeliveries(database.db, "file:a", ["msg_1", "msg_2", "msg_3"]);
  expect(await send()).toBe(3);
  expect(received.map(({ headers, body }) => [headers["webhook-id"], body])).toEqual([
    ["msg_1", '{"is":"msg_1"}'],
    ["msg_2", '{"is":"msg_2"}'],
    ["msg_3", '{"is":"msg_3"}'],
  ]);
  expect(await stored("msg_1")).toMatchObject({ state: "delivered", tries: 1, lastErrorClass: null });
  expect(await send()).toBe(0);
});

test("messages that are sent again at one moment keep the order in which they were made", async () => {
  const { url, received } = await receiver();
  await storeAlert(database.db, "file:a", { target: url });
  await storeDeliveries(database.db, "file:a", ["msg_changed", "msg_new"]);
  await changeDelivery(database.db, "msg_new", { createdAt: new Date(0) });
  expect(await send()).toBe(2);
  expect(received.map(({ headers }) => headers["webhook-id"])).toEqual(["msg_new", "msg_changed"]);
});

test("an attempt that failed is made again later, with the same id and body", async () => {
  const answers = [500, 204];
  const { url, received } = await receiver(() => answers.shift());
  await storeAlert(database.db, "file:a", { target: url });
  await storeDeliveries(database.db, "file:a", ["msg_1"]);
  const before = Date.now();
  expect(await send()).toBe(1);
  const waiting = await stored("msg_1");
  expect(waiting).toMatchObject({ state: "waiting", tries: 1, lastErrorClass: "HTTP_5XX", lastError: "Status 500" });
  expect(waiting.nextTryAt.getTime()).toBeGreaterThanOrEqual(before + 5_000);
  await makeDue("msg_1");
  expect(await send()).toBe(1);
  expect(await stored("msg_1")).toMatchObject({ state: "delivered", tries: 2, lastErrorClass: null, lastError: null });
  expect(received.map(({ headers }) => headers["webhook-id"])).toEqual(["msg_1", "msg_1"]);
  expect(received[0]?.body).toBe(received[1]?.body);
});

test("after the tenth failure we give up", async () => {
  const { url } = await receiver(() => 500);
  await storeAlert(database.db, "file:a", { target: url });
  await storeDeliveries(database.db, "file:a", ["msg_1"]);
  await database.db.update(delivery).set({ tries: 9 });
  await send();
  expect(await stored("msg_1")).toMatchObject({ state: "failed", tries: 10, lastErrorClass: "HTTP_5XX" });
  await makeDue("msg_1");
  expect(await send()).toBe(0);
});

test("after a 410 nothing more is sent for this alert, and others go on", async () => {
  const gone = await receiver(() => 410);
  const other = await receiver();
  await storeAlert(database.db, "file:gone", { target: gone.url });
  await storeAlert(database.db, "file:other", { target: other.url });
  await storeDeliveries(database.db, "file:gone", ["msg_1", "msg_2", "msg_3"]);
  await storeDeliveries(database.db, "file:other", ["msg_4", "msg_5"]);
  expect(await send()).toBe(3);
  expect(gone.received).toHaveLength(1);
  expect(other.received).toHaveLength(2);
  expect(await stored("msg_3")).toMatchObject({ state: "failed", tries: 0, lastErrorClass: "GONE" });
  const [{ state, stateReason } = expect.fail("no alert")] = await database.db
    .select()
    .from(alert)
    .where(eq(alert.alertId, "file:gone"));
  expect([state, stateReason]).toEqual(["disabled", "The receiver answered 410: it no longer exists."]);
});

test("a receiver that asks for a pause gets one, for everything that waits", async () => {
  const { url, received } = await receiver(
    (_, response) => void response.writeHead(429, { "retry-after": "3600" }).end(),
  );
  await storeAlert(database.db, "file:a", { target: url });
  await storeDeliveries(database.db, "file:a", ["msg_1", "msg_2"]);
  const before = Date.now();
  expect(await send()).toBe(1);
  expect(received).toHaveLength(1);
  for (const id of ["msg_1", "msg_2"])
    expect((await stored(id)).nextTryAt.getTime()).toBeGreaterThanOrEqual(before + 3_600_000);
  expect(await stored("msg_2")).toMatchObject({ state: "waiting", tries: 0 });
});

test("nothing is sent for alerts that are not active", async () => {
  const { url, received } = await receiver();
  for (const state of ["unconfirmed", "stopped", "disabled"] as const) {
    await storeAlert(database.db, state, { target: url, state });
    await storeDeliveries(database.db, state, [`msg_${state}`]);
  }
  expect(await send()).toBe(0);
  expect(received).toEqual([]);
});

test("no webhook is sent without a signature", async () => {
  const { url, received } = await receiver();
  await storeAlert(database.db, "file:a", { target: url });
  await storeDeliveries(database.db, "file:a", ["msg_1"]);
  // While the file cannot be read, nothing is tried, and no attempt is lost.
  expect(await send({ secrets: null })).toBe(0);
  expect(await stored("msg_1")).toMatchObject({ state: "waiting", tries: 0 });
  await send({ secrets: new Map() });
  expect(received).toEqual([]);
  expect(await stored("msg_1")).toMatchObject({ state: "waiting", lastErrorClass: "CONNECTION" });
});

test("when the process is to end, finishes what is under way and begins nothing new", async () => {
  const ending = new AbortController();
  const { url, received } = await receiver(() => {
    ending.abort();
    return 204;
  });
  await storeAlert(database.db, "file:a", { target: url });
  await storeDeliveries(database.db, "file:a", ["msg_1", "msg_2"]);
  expect(await send({}, ending.signal)).toBe(1);
  expect(received).toHaveLength(1);
  expect(await stored("msg_1")).toMatchObject({ state: "delivered" });
  expect(await stored("msg_2")).toMatchObject({ state: "waiting", tries: 0 });
});

describe("mail", () => {
  test("waits until there is a mail server, and costs no attempts", async () => {
    await storeAlert(database.db, "file:a", { target: "desk@example.org", channel: "mail" });
    await storeMatches(database.db, "file:a", 1);
    await makeDeliveries(database, { siteUrl, now: Date.now() - 1_000 });
    expect(await send()).toBe(0);
    const server = await startMailServer();
    running.push(server);
    expect(await send({ mailer: { smtpUrl: server.url, alertFrom: "alerts@section16.example" } })).toBe(1);
    expect(server.received.map(({ to }) => to)).toEqual([["desk@example.org"]]);
    // The operator stops an alert in the file, not by a link.
    expect(server.received[0]?.source).not.toContain("List-Unsubscribe");
  });

  test("to a reader has links that stop it", async () => {
    await storeAlert(database.db, "r1", {
      target: "reader@example.org",
      channel: "mail",
      origin: "reader",
      name: null,
    });
    await storeMatches(database.db, "r1", 2);
    await makeDeliveries(database, { siteUrl, now: Date.now() - 1_000 });
    const server = await startMailServer();
    running.push(server);
    await send({ mailer: { smtpUrl: server.url, alertFrom: "alerts@section16.example" } });
    const source = (server.received[0]?.source ?? "")
      .replace(/\r\n[ \t]+/g, " ")
      .replace(/=\r\n/g, "")
      .replaceAll("=3D", "=");
    expect(source).toContain(`List-Unsubscribe: <${siteUrl}${unsubscribeAlertPath("r1", alertSecret)}>`);
    expect(source).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(source).toContain(`Change or stop this alert: ${siteUrl}${manageAlertPath("r1", alertSecret)}`);
    expect(source).toMatch(/^Subject: .*2 new transactions/m);
  });

  test("waits while readers may not have alerts, because its links would lead nowhere", async () => {
    for (const [id, origin] of [
      ["r1", "reader"],
      ["file:desk", "file"],
    ] as const)
      await storeAlert(database.db, id, { target: `${origin}@example.org`, origin, channel: "mail" });
    await storeMatches(database.db, "r1", 1);
    await storeMatches(database.db, "file:desk", 1);
    await makeDeliveries(database, { siteUrl, now: Date.now() - 1_000 });
    const server = await startMailServer();
    running.push(server);
    const mailer = { smtpUrl: server.url, alertFrom: "alerts@section16.example" };
    expect(await send({ mailer, mailsReaders: false })).toBe(1);
    expect(server.received.flatMap(({ to }) => to)).toEqual(["file@example.org"]);
    expect(await send({ mailer })).toBe(1);
  });

  const [DESK, FROM] = ["desk@example.org", "alerts@section16.example"];
  const theAlert = async () => {
    const [one] = await database.db.select().from(alert);
    return one ?? expect.fail("no alert");
  };
  /** A mail server that refuses the next emails at the address of their receiver, then accepts. */
  const refusing = async (...refusals: string[]) => {
    const server = await startMailServer({
      onRcptTo: (_address, _session, done) => {
        const refusal = refusals.shift();
        done(refusal === undefined ? null : Object.assign(new Error(refusal), { responseCode: 550 }));
      },
    });
    running.push(server);
    return server;
  };
  /** One message after the other, each when the one before has been tried. */
  const storeMails = async (...ids: string[]) => {
    await storeAlert(database.db, "file:a", { target: DESK, channel: "mail" });
    await storeMatches(database.db, "file:a", 1);
    await makeDeliveries(database, { siteUrl, now: Date.now() - 1_000 });
    const [{ body } = expect.fail("no message")] = await database.db.select().from(delivery);
    if (ids.length > 0) await storeDeliveries(database.db, "file:a", ids);
    await database.db.update(delivery).set({ body });
  };

  test("to an address that is refused for good pauses after three messages, and what waits is sent when it resumes", async () => {
    await storeMails("msg_2", "msg_3", "msg_4");
    const no = "5.1.1 <desk@example.org> is unknown";
    const server = await refusing(no, no, no);
    const mailer = { smtpUrl: server.url, alertFrom: FROM };
    expect(await send({ mailer })).toBe(3);
    expect(await theAlert()).toMatchObject({
      state: "paused",
      stateReason: "The mail server refused the address for 3 messages in a row: 550 5.1.1 <…> is unknown",
    });
    expect(await database.db.$count(delivery, eq(delivery.state, "waiting"))).toBe(1);
    expect(await send({ mailer })).toBe(0);
    expect(await resumeAlert(database.db, "file:a")).toBe(true);
    expect(await send({ mailer })).toBe(1);
    expect(await theAlert()).toMatchObject({ state: "active", refusals: 0 });
  });

  test("that arrives in between resets the count, and a refusal that is about the configuration does not count", async () => {
    await storeMails("msg_2", "msg_3", "msg_4");
    const [no, relay] = ["5.1.1 No such user", "5.7.1 Unable to relay"];
    const mailer = { smtpUrl: (await refusing(no, no)).url, alertFrom: FROM };
    expect(await send({ mailer })).toBe(4);
    expect(await theAlert()).toMatchObject({ state: "active", refusals: 0 });
    await database.db.update(delivery).set({ state: "waiting", tries: 9 });
    expect(await send({ mailer: { ...mailer, smtpUrl: (await refusing(relay, relay, relay, relay)).url } })).toBe(4);
    expect(await database.db.$count(delivery, eq(delivery.state, "failed"))).toBe(4);
    expect(await theAlert()).toMatchObject({ state: "active", refusals: 0 });
  });

  test("that is refused at one of ten attempts is not given up yet, and does not count", async () => {
    await storeMails();
    const mailer = { smtpUrl: (await refusing("Mailbox unavailable")).url, alertFrom: FROM };
    expect(await send({ mailer })).toBe(1);
    expect(await theAlert()).toMatchObject({ state: "active", refusals: 0 });
    await database.db.update(delivery).set({ nextTryAt: new Date(0) });
    expect(await send({ mailer })).toBe(1);
    expect(await database.db.$count(delivery, eq(delivery.state, "delivered"))).toBe(1);
  });
});
