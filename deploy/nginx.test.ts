import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { Agent, type RequestOptions, request } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pagePolicy, SECURITY_HEADERS } from "@/lib/requests/security-headers.mjs";
import { SEEN_COOKIE } from "@/lib/requests/seen-cookie.mjs";
import { LARGEST_PAPER } from "@/paper/largest-paper";
import { type Front, hasBrotli, runNginx, whyNoNginx } from "@/testing/run-nginx";

/** A page that compresses well, and is longer than nginx's buffers. */
const PAGE = "<p>A line of a page, again and again</p>\n".repeat(2_000);

/** Replaces the site: answers as the site does, and records each request. */
class Site {
  server: Server | null = null;
  port = 0;
  version = 1;
  status = 200;
  /** Seconds for which a page is fresh. */
  freshFor = 1;
  /** Resolves when a page may be drawn. */
  drawing: Promise<void> = Promise.resolve();
  asked: { url: string; headers: IncomingHttpHeaders; drawn: boolean }[] = [];
  /** Bytes of tables that were written, and of uploads that arrived. */
  written = 0;
  received = 0;

  async start() {
    this.server = createServer((incoming, response) => void this.answer(incoming, response));
    this.server.listen(this.port, "127.0.0.1");
    await once(this.server, "listening");
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop() {
    const closed = this.server ? once(this.server, "close") : null;
    this.server?.close();
    this.server?.closeAllConnections();
    await closed;
    this.server = null;
  }

  async answer(incoming: IncomingMessage, response: ServerResponse) {
    const { url = "", headers } = incoming;
    const etag = `W/"build-${this.version}"`;
    const drawn = headers["if-none-match"] !== etag;
    this.asked.push({ url, headers, drawn });
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader("x-request-id", headers["x-request-id"] ?? "none");
    if (url.endsWith(".csv")) return this.writeTable(response);
    if (incoming.method === "POST") return this.receive(incoming, response);
    if (/^\/(healthz|metrics|import)/.test(url)) {
      return response.writeHead(url === "/metrics" ? 404 : 200, { "cache-control": "no-store" }).end(url);
    }
    if (url.startsWith("/nowhere")) return response.writeHead(404, { "content-type": "text/html" }).end("not found");
    const kept = url.startsWith("/incomplete")
      ? { "cache-control": "public, max-age=0, s-maxage=2" }
      : { etag, "cache-control": `public, max-age=0, s-maxage=${this.freshFor}, stale-while-revalidate=60` };
    if (!drawn) return response.writeHead(304, kept).end();
    await this.drawing;
    if (this.status !== 200) return response.writeHead(this.status, { "cache-control": "no-store" }).end("failed");
    response.writeHead(200, {
      ...kept,
      "content-type": "text/html; charset=utf-8",
      vary: "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch",
      "content-security-policy": pagePolicy(`nonce-${this.asked.length}`),
    });
    return response.end(`${this.version} nonce-${this.asked.length} ${headers.rsc ?? ""}\n${PAGE}`);
  }

  /** 1 GB, as fast as the client reads it. */
  async writeTable(response: ServerResponse) {
    response.writeHead(200, { "content-type": "text/csv; charset=utf-8" }).setMaxListeners(0);
    const part = Buffer.alloc(64_000, "1,2,3\n");
    for (this.written = 0; this.written < 1e9 && !response.destroyed; this.written += part.length)
      if (!response.write(part)) await Promise.race([once(response, "drain"), once(response, "close")]);
    response.end();
  }

  async receive(incoming: IncomingMessage, response: ServerResponse) {
    this.received = 0;
    for await (const part of incoming) this.received += part.length;
    response.writeHead(303, { location: "/import/abc" }).end();
  }
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };

describe.skipIf(whyNoNginx() !== null)(`nginx (${whyNoNginx() ?? "installed"})`, () => {
  const site = new Site();
  let front: Front;
  /** Requested at the beginning, so that they are no longer fresh when this resolves. */
  const AGED = ["/fresh", "/new", "/busy", "/survives"];
  let old: Promise<void>;
  beforeAll(async () => {
    await site.start();
    front = await runNginx([site.port]);
    for (const path of AGED) await send(path);
    old = sleep(2_000);
  });
  afterAll(async () => {
    await front.stop();
    await site.stop();
  });
  beforeEach(async () => {
    Object.assign(site, { version: 1, status: 200, freshFor: 60, drawing: Promise.resolve(), asked: [] });
    if (!site.server) await site.start();
  });

  const send = (path: string, options: RequestOptions & { body?: Buffer } = {}): Promise<Answer> =>
    new Promise((settle, fail) => {
      const { body, headers, ...rest } = options;
      const sent = request(
        {
          port: front.port,
          host: "127.0.0.1",
          path,
          rejectUnauthorized: false,
          agent: false,
          ...rest,
          headers: { host: "insiders.example.org", ...headers },
        },
        async (response) => {
          const parts: Buffer[] = [];
          for await (const part of response) parts.push(part);
          const all = Buffer.concat(parts);
          settle({ status: response.statusCode ?? 0, headers: response.headers, body: all, text: all.toString() });
        },
      );
      sent.on("error", fail);
      sent.end(body);
    });
  const cacheOf = async (path: string, options?: RequestOptions) => (await send(path, options)).headers["x-cache"];

  it("asks the site once, and answers the next readers itself", async () => {
    expect([await cacheOf("/twice?code=P"), await cacheOf("/twice?code=P")]).toEqual(["MISS", "HIT"]);
    expect(site.asked).toHaveLength(1);
    expect(await cacheOf("/twice?code=S"), "another query is another page").toBe("MISS");
  });

  it("passes security headers and the policy with its nonce on unchanged", async () => {
    for (const expected of ["MISS", "HIT"]) {
      const { headers, text } = await send("/headers");
      expect(headers).toMatchObject({ ...SECURITY_HEADERS, "x-cache": expected, etag: 'W/"build-1"' });
      expect(headers["content-security-policy"]).toBe(pagePolicy("nonce-1"));
      expect(text).toContain("nonce-1");
    }
  });

  it("answers a browser that has the page without asking the site, and does not change the policy of its copy", async () => {
    const { headers } = await send("/again");
    const again = await send("/again", { headers: { "if-none-match": headers.etag } });
    expect(again).toMatchObject({ status: 304, text: "" });
    expect(again.headers).not.toHaveProperty("content-security-policy");
    expect(site.asked).toHaveLength(1);
  });

  it("asks the site whether a page has changed, and the site draws it only if it has", async () => {
    await old;
    expect(await cacheOf("/fresh")).toBe("REVALIDATED");
    expect(site.asked.map((request) => request.drawn)).toEqual([false]);
    expect(await cacheOf("/fresh")).toBe("HIT");
  });

  it("shows a new version as soon as the earlier one is no longer fresh", async () => {
    await old;
    site.version = 2;
    const { headers, text } = await send("/new");
    expect([headers["x-cache"], headers.etag, text.slice(0, 1)]).toEqual(["EXPIRED", 'W/"build-2"', "2"]);
  });

  it("gives others the earlier page while one reader waits for the new one", async () => {
    await old;
    let draw = () => {};
    site.drawing = new Promise((settle) => {
      draw = settle;
    });
    site.version = 2;
    const waiting = send("/busy");
    while (site.asked.length === 0) await sleep(10);
    const others = await Promise.all(Array.from({ length: 20 }, () => send("/busy")));
    expect(new Set(others.map(({ headers, text }) => `${headers["x-cache"]} ${text[0]}`))).toEqual(
      new Set(["UPDATING 1"]),
    );
    draw();
    expect((await waiting).text[0]).toBe("2");
    expect(site.asked).toHaveLength(1);
  });

  it("asks the site once if many readers request a new page together, however long it takes", async () => {
    // After 5 seconds nginx would by default send all of them to the site.
    site.drawing = sleep(6_000);
    const answers = await Promise.all(Array.from({ length: 64 }, () => send("/crowd")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(site.asked).toHaveLength(1);
  });

  it("gives a page without its counts, which nobody should keep, to all readers who wait for it", async () => {
    site.drawing = sleep(300);
    const answers = await Promise.all(Array.from({ length: 64 }, () => send("/incomplete")));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.etag}`))).toEqual(
      new Set(["200 undefined"]),
    );
    expect(site.asked).toHaveLength(1);
  });

  it("shows the earlier page while the site fails or is down, and an error if there is none", async () => {
    await old;
    Object.assign(site, { version: 2, status: 500 });
    // A reader can have the whole answer a moment before nginx closes its request to the site. To the next reader, nginx is still updating.
    const earlier = { status: 200, headers: { "x-cache": expect.stringMatching(/^(?:STALE|UPDATING)$/) } };
    for (const stop of [() => {}, () => site.stop()]) {
      await stop();
      const answer = await send("/survives");
      expect(answer).toMatchObject(earlier);
      expect(answer.text[0]).toBe("1");
    }

    const unknown = await send("/never-seen");
    expect([unknown.status, unknown.text]).toEqual([503, "503 Section 16 is not answering. Try again in a moment.\n"]);
    expect(unknown.headers).toMatchObject({ "retry-after": "5", "cache-control": "no-store" });
    site.status = 200;
    await site.start();
    await vi.waitFor(async () => expect((await send("/survives")).text[0]).toBe("2"));
  });

  it.each(["/healthz", "/healthz/ready", "/metrics", "/nowhere", "/import", "/import/abc"])(
    "never keeps %s",
    async (path) => {
      await send(path);
      expect(await cacheOf(path)).not.toBe("HIT");
      expect(site.asked).toHaveLength(2);
    },
  );

  it("keeps no failure", async () => {
    site.status = 500;
    expect((await send("/fails")).status).toBe(500);
    site.status = 200;
    expect((await send("/fails")).status).toBe(200);
  });

  it("passes on nothing from a reader that could change a page for others", async () => {
    await send("/private", {
      headers: {
        "x-forwarded-host": "evil.example",
        cookie: "a=1",
        "x-nextjs-data": "1",
        "user-agent": "",
        origin: "https://evil.example",
      },
    });
    expect(Object.keys(site.asked[0]?.headers ?? {}).sort()).toEqual(["host", "user-agent", "x-request-id"]);
    expect(site.asked[0]?.headers.host).toBe("insiders.example.org");
  });

  it.each(["/alerts/subscribe", "/alerts/abc/change", "/mcp"])(
    "passes on what is posted to %s, with the address of the connection",
    async (path) => {
      const headers = {
        "content-type": "application/json",
        origin: "https://evil.example",
        "x-forwarded-for": "192.0.2.7",
      };
      await send(path, { method: "POST", headers, body: Buffer.from("{}") });
      expect(site.received).toBe(2);
      expect(site.asked[0]?.headers).toMatchObject({ ...headers, "x-forwarded-for": "127.0.0.1" });
    },
  );

  it("asks the site for a reader who has just stored a form, and caches nothing", async () => {
    await send("/stored");
    const cookie = `a=1; ${SEEN_COOKIE}=0/1A2B3C; b=2`;
    expect(await cacheOf("/stored", { headers: { cookie } })).toBe("BYPASS");
    expect(site.asked[1]?.headers.cookie).toBe(`${SEEN_COOKIE}=0/1A2B3C`);
    expect((await send("/stored")).text).toContain("nonce-1");
  });

  it("keeps pages and the data for Next's router apart", async () => {
    await send("/both");
    const { headers, text } = await send("/both", { headers: { rsc: "1", "next-router-state-tree": "%5B%5D" } });
    expect(headers["x-cache"]).toBe("MISS");
    expect(text).toMatch(/^1 nonce-2 1\n/);
    expect(site.asked[1]?.headers).toMatchObject({ rsc: "1", "next-router-state-tree": "%5B%5D" });
    expect(await cacheOf("/both", { headers: { rsc: "1", "next-router-state-tree": "%5B1%5D" } })).toBe("MISS");
    expect(await cacheOf("/both", { headers: { rsc: "1", "next-router-state-tree": "%5B%5D" } })).toBe("HIT");
  });

  it("compresses a page once, for all browsers that accept gzip", async () => {
    const first = await send("/packed", { headers: { "accept-encoding": "gzip, deflate" } });
    const second = await send("/packed", { headers: { "accept-encoding": "zstd, gzip" } });
    expect([first.headers["content-encoding"], second.headers["x-cache"]]).toEqual(["gzip", "HIT"]);
    expect(first.headers.vary?.toLowerCase()).toContain("accept-encoding");
    expect(second.body.length).toBeLessThan(PAGE.length / 20);
    expect(gunzipSync(second.body).toString()).toContain(PAGE);
    expect(site.asked[0]?.headers, "the site does not compress as well").not.toHaveProperty("accept-encoding");
    expect((await send("/packed")).headers).not.toHaveProperty("content-encoding");
  });

  it("speaks HTTP/2", async () => {
    const session = connectHttp2(front.url, { rejectUnauthorized: false });
    const stream = session.request({ ":path": "/h2", ":authority": "insiders.example.org" });
    const [headers] = await once(stream, "response");
    stream.close();
    session.close();
    expect(headers[":status"]).toBe(200);
  });

  it("redirects readers to TLS, and browsers keep using it", async () => {
    const plain = await fetch(`http://127.0.0.1:${front.plainPort}/a?b=c`, { redirect: "manual" });
    expect([plain.status, plain.headers.get("location")]).toEqual([301, "https://127.0.0.1/a?b=c"]);
    expect((await send("/tls")).headers["strict-transport-security"]).toBe("max-age=31536000");
  });

  it("answers too many requests from one reader with 429, and does not limit other readers or static files", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const often = () => send("/often", { localAddress: "127.0.0.2", agent });
    const answers = await Promise.all(Array.from({ length: 120 }, often));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(10);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(50);
    expect(refused[0]?.text).toBe(
      "429 You have sent many requests in a short time. Wait a few seconds and try again.\n",
    );
    expect(refused[0]?.headers).toMatchObject({ "retry-after": "5", "x-content-type-options": "nosniff" });
    expect((await send("/_next/static/a.js", { localAddress: "127.0.0.2" })).status).toBe(200);
    expect((await send("/often", { localAddress: "127.0.0.3" })).status).toBe(200);
    agent.destroy();
  });

  it("streams a table as fast as the client takes it, without buffering it", async () => {
    const paused = request({
      port: front.port,
      host: "127.0.0.1",
      path: "/all.csv",
      rejectUnauthorized: false,
      agent: false,
    });
    paused.end();
    const [response] = (await once(paused, "response")) as [IncomingMessage];
    response.pause();
    await sleep(300);
    expect(site.written).toBeGreaterThan(0);
    expect(site.written, "of 1 GB").toBeLessThan(100e6);
    response.destroy();
  });

  it("accepts uploads up to the site's own limit, and states the limit", async () => {
    const upload = (bytes: number) => send("/import/upload", { method: "POST", body: Buffer.alloc(bytes) });
    expect((await upload(LARGEST_PAPER + 100_000)).headers.location).toBe("/import/abc");
    expect(site.received).toBe(LARGEST_PAPER + 100_000);
    expect((await upload(25e6)).text).toBe(`413 The file is too large. The limit is ${LARGEST_PAPER / 1e6} MB.\n`);
  });

  it.skipIf(!hasBrotli())("compresses with brotli if its module is installed", async () => {
    const better = await runNginx([site.port], { brotli: true });
    try {
      const { headers, body } = await send("/brotli", {
        port: better.port,
        headers: { "accept-encoding": "gzip, br" },
      });
      expect(headers["content-encoding"]).toBe("br");
      expect(brotliDecompressSync(body).toString()).toContain(PAGE);
    } finally {
      await better.stop();
    }
  });

  it("continues with the other web process when one ends", async () => {
    const second = new Site();
    await second.start();
    const both = await runNginx([site.port, second.port]);
    try {
      for (let n = 0; n < 6; n++) await send(`/shared-${n}`, { port: both.port });
      expect(site.asked.length > 0 && second.asked.length > 0, "both are asked").toBe(true);
      await site.stop();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => send(`/one-left-${n}`, { port: both.port })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    } finally {
      await both.stop();
      await second.stop();
    }
  });

  it("logs no warnings", () => {
    expect(front.output()).not.toMatch(/\[(warn|emerg|alert|crit)\]/);
  });
});
