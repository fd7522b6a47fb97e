import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { makeDeliveries } from "@/db/alerts/make-deliveries";
import type { SendOptions } from "@/db/alerts/send-deliveries";
import { alert, delivery } from "@/db/schema";
import { storeAlert, storeDeliveries, storeMatches } from "@/testing/alerts-for-test";
import { SEND_OPTIONS, secretsOf, sendAll } from "@/testing/sending-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { startReceiver } from "@/testing/webhook-receiver";

let database: TestDatabase;
const stopping: (() => Promise<unknown> | undefined)[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(alert);
});
afterEach(async () => {
  // What hangs is let go first, and then what waits for it ends.
  for (const stop of stopping.splice(0)) await stop();
});

const stateOf = async (id: string) => {
  const [row] = await database.db.select().from(delivery).where(eq(delivery.deliveryId, id));
  return row?.state;
};

/** How many messages wait, of which no attempt has ended: we did not wait for any of them. */
const untried = () => database.db.$count(delivery, and(eq(delivery.state, "waiting"), eq(delivery.tries, 0)));

/** Sends until the test ends. */
function send(options: Partial<SendOptions>) {
  const sending = sendAll(database, options);
  stopping.push(() => sending);
}

/** A receiver that never answers, until the test ends. */
async function hangingReceiver() {
  const receiver = await startReceiver(() => undefined);
  // From now on, it does not even accept connections.
  stopping.unshift(() => receiver.stop());
  return receiver;
}

const MANY = Array.from({ length: 40 }, (_, n) => `file:slow-${n}`);

test("a receiver that hangs keeps nobody waiting, however many alerts it has", async () => {
  const hanging = await hangingReceiver();
  const other = await startReceiver();
  for (const [n, id] of MANY.entries()) {
    await storeAlert(database.db, id, { target: `${hanging.url}/${n}` });
    await storeDeliveries(database.db, id, [`msg_${n}`]);
  }
  await storeAlert(database.db, "file:other", { target: `${other.url}/?of=me` });
  await storeDeliveries(database.db, "file:other", ["msg_a", "msg_b"]);
  send({ secrets: secretsOf(...MANY, "file:other") });
  stopping.push(() => other.stop());
  await expect.poll(() => stateOf("msg_b")).toBe("delivered");
  expect(await untried()).toBe(MANY.length);
  // The other places are for others.
  expect(hanging.received).toHaveLength(8);
});

test("a mail server that hangs delays no webhook, however many emails wait", async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, "127.0.0.1");
  await once(silent, "listening");
  stopping.unshift(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
    return undefined;
  });
  for (const id of MANY) {
    await storeAlert(database.db, id, { target: "desk@example.org", channel: "mail" });
    await storeMatches(database.db, id, 1);
  }
  await makeDeliveries(database, { siteUrl: SEND_OPTIONS.siteUrl, now: Date.now() - 60_000 });
  const { url, received, stop } = await startReceiver();
  await storeAlert(database.db, "file:other", { target: url });
  await storeDeliveries(database.db, "file:other", ["msg_a"]);
  const { port } = silent.address() as AddressInfo;
  send({
    secrets: secretsOf("file:other"),
    mailer: { smtpUrl: `smtp://127.0.0.1:${port}`, alertFrom: "alerts@section16.example" },
  });
  stopping.push(stop);
  await expect.poll(() => stateOf("msg_a")).toBe("delivered");
  expect(received).toHaveLength(1);
  expect(await untried()).toBe(MANY.length);
});
