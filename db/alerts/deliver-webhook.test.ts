import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { deliverWebhook } from "@/db/alerts/deliver-webhook";
import { webhookHeaders } from "@/lib/alerts/webhook-signature";
import { startReceiver } from "@/testing/webhook-receiver";

type Receiver = Awaited<ReturnType<typeof startReceiver>>;
const running: Pick<Receiver, "stop">[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function receiver(...args: Parameters<typeof startReceiver>): Promise<Receiver> {
  const started = await startReceiver(...args);
  running.push(started);
  return started;
}

const SECRET = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
const webhook = (url: string) => ({ id: "msg_1", url, body: '{"type":"filing.matched"}', secrets: [SECRET] });
const PRIVATE = { allowPrivate: true };

describe("a delivery", () => {
  test("posts the body with an id, a time and a signature that the receiver can check", async () => {
    const { url, received } = await receiver();
    expect(await deliverWebhook(webhook(`${url}/hook?of=me`), PRIVATE)).toEqual({ outcome: "delivered" });
    expect(received).toHaveLength(1);
    const [{ method, path, headers, body } = expect.fail("nothing arrived")] = received;
    expect([method, path, body, headers["content-type"]]).toEqual([
      "POST",
      "/hook?of=me",
      '{"type":"filing.matched"}',
      "application/json",
    ]);
    const at = Number(headers["webhook-timestamp"]) * 1000;
    expect(headers).toMatchObject(webhookHeaders({ id: "msg_1", at, body }, [SECRET]));
  });

  test("goes to the address that was checked, and the name is resolved only once", async () => {
    const { port, received } = await receiver();
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return [{ address: "127.0.0.1", family: 4 }] as [{ address: string; family: number }];
    };
    // No resolver knows a name under .invalid.
    const outcome = await deliverWebhook(webhook(`http://receiver.invalid:${port}/`), { ...PRIVATE, resolve });
    expect(outcome).toEqual({ outcome: "delivered" });
    expect(asked).toEqual(["receiver.invalid"]);
    expect(received[0]?.headers.host).toBe(`receiver.invalid:${port}`);
  });
});

describe("a status", () => {
  const answered = async (status: number, headers: Record<string, string> = {}, text = "") => {
    const { url } = await receiver((_, response) => void response.writeHead(status, headers).end(text));
    return deliverWebhook(webhook(url), PRIVATE);
  };

  test.each([200, 201, 202, 204])("of %i is success", async (status) => {
    expect(await answered(status)).toEqual({ outcome: "delivered" });
  });

  test("of 301 is a failure, and nobody follows it", async () => {
    const other = await receiver();
    const outcome = await answered(301, { location: other.url });
    expect(outcome).toMatchObject({ errorClass: "REDIRECT", isFinal: false });
    expect(other.received).toEqual([]);
  });

  test("of 400 or 500 is a failure, with the beginning of what was said", async () => {
    expect(await answered(400, {}, " no\n such\u0000 key ")).toMatchObject({
      errorClass: "HTTP_4XX",
      error: "Status 400: no such\uFFFD key",
      isFinal: false,
    });
    expect(await answered(503)).toMatchObject({ errorClass: "HTTP_5XX", error: "Status 503", notBefore: null });
  });

  test("of 429 says when to come back", async () => {
    const before = Date.now();
    const outcome = await answered(429, { "retry-after": "3600" });
    expect(outcome).toMatchObject({ errorClass: "HTTP_4XX", isFinal: false });
    const { notBefore = null } = outcome.outcome === "failed" ? outcome : {};
    expect(notBefore).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(notBefore).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  test("of 410 means never again", async () => {
    expect(await answered(410)).toMatchObject({ errorClass: "GONE", isFinal: true });
  });

  test("counts, even if the rest of the answer never ends or is far too long", async () => {
    const drip = await receiver((_, response) => void response.writeHead(200).write("a"));
    expect(await deliverWebhook(webhook(drip.url), PRIVATE)).toEqual({ outcome: "delivered" });
    const flood = await receiver((_, response) => {
      response.writeHead(500);
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(60_000)));
      };
      response.on("drain", more);
      more();
      return undefined;
    });
    const outcome = await deliverWebhook(webhook(flood.url), PRIVATE);
    expect(outcome).toMatchObject({ errorClass: "HTTP_5XX", error: `Status 500: ${"x".repeat(200)}` });
  });
});

describe("a failure without a status", () => {
  test("of a receiver that never answers is a time-out", async () => {
    const { url, received } = await receiver(() => undefined);
    const outcome = await deliverWebhook(webhook(url), { ...PRIVATE, timeLimitMs: 300 });
    expect(outcome).toMatchObject({ errorClass: "TIMEOUT", error: "No answer within 0.3 seconds.", isFinal: false });
    expect(received.length).toBeLessThanOrEqual(1);
  });

  test("of a resolver that never answers is a time-out", async () => {
    const resolve = () => new Promise<never>(() => {});
    const outcome = await deliverWebhook(webhook("https://slow.invalid"), { ...PRIVATE, resolve, timeLimitMs: 50 });
    expect(outcome).toMatchObject({ errorClass: "TIMEOUT" });
  });

  test("of a name that does not exist is DNS", async () => {
    const resolve = () => Promise.reject(new Error("getaddrinfo ENOTFOUND receiver.invalid"));
    const outcome = await deliverWebhook(webhook("https://receiver.invalid"), { ...PRIVATE, resolve });
    expect(outcome).toMatchObject({ errorClass: "DNS", error: "getaddrinfo ENOTFOUND receiver.invalid" });
  });

  test("of a port on which nobody listens is CONNECTION", async () => {
    const { url, stop } = await startReceiver();
    await stop();
    expect(await deliverWebhook(webhook(url), PRIVATE)).toMatchObject({ errorClass: "CONNECTION", isFinal: false });
  });

  test("of a receiver that does not speak TLS is TLS", async () => {
    const { port } = await receiver();
    const outcome = await deliverWebhook(webhook(`https://127.0.0.1:${port}`), PRIVATE);
    expect(outcome).toMatchObject({ errorClass: "TLS" });
  });

  test("of a receiver that breaks off or speaks nonsense is CONNECTION", async () => {
    for (const said of ["", "SSH-2.0-OpenSSH\r\n", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}\r\n\r\n`]) {
      const server = createServer((socket) => socket.on("error", () => {}).once("data", () => socket.end(said)));
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      running.push({ stop: async () => void server.close() });
      const { port } = server.address() as AddressInfo;
      const outcome = await deliverWebhook(webhook(`http://127.0.0.1:${port}`), PRIVATE);
      expect(outcome).toMatchObject({ errorClass: "CONNECTION" });
    }
  });

  test("of a private address is REFUSED_ADDRESS, and no connection is made", async () => {
    const { port, received } = await receiver();
    for (const url of [`https://127.0.0.1:${port}`, `https://localhost:${port}`, `https://[::ffff:127.0.0.1]:${port}`])
      expect(await deliverWebhook(webhook(url), { allowPrivate: false })).toMatchObject({
        errorClass: "REFUSED_ADDRESS",
        isFinal: false,
      });
    expect(await deliverWebhook(webhook("http://receiver.invalid"), { allowPrivate: false })).toMatchObject({
      errorClass: "REFUSED_ADDRESS",
      error: "http:// is not allowed. Use https, or set ALERT_ALLOW_PRIVATE=1.",
    });
    expect(received).toEqual([]);
  });
});
