import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATA_POLICY, SECURITY_HEADERS } from "@/lib/requests/security-headers.mjs";

/** Replaces Next: answers, and fails in the ways in which Next does. */
const STAND_IN = `
import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import http from "node:http";
import diagnostics from "node:diagnostics_channel";
let draws = 0;
const page = new AsyncLocalStorage();
const begunIn = [];
const drawing = [];
const begun = [];
const TAG = 'W/"aaaaaaaaaaaaaaaaaaaaaa"';
let version = 0;
globalThis.section16FindTag = async (path, known, { search }) => {
  if (path.startsWith("/kept")) return { tag: \`W/"\${path} \${search} \${version}"\`, isKnown: false };
  const tag = path === "/page-with-tag" && search === "?a" ? TAG : null;
  return { tag, isKnown: tag !== null && known.includes(tag) };
};
const server = http.createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  if (pathname.endsWith("-with-tag")) {
    globalThis.section16Request.getStore().tag = TAG;
    response.statusCode = pathname.startsWith("/unknown") ? 404 : 200;
    response.setHeader("content-type", "text/html");
    response.setHeader("content-security-policy", "default-src 'self'");
  }
  if (pathname.startsWith("/kept")) {
    const asked = globalThis.section16Request.getStore();
    asked.tag = \`W/"\${pathname} \${asked.search} \${version}"\`;
    draws++;
    response.statusCode = pathname === "/kept-not/status" ? 404 : 200;
    if (pathname === "/kept-not/cookie") response.setHeader("set-cookie", "a=b");
    response.setHeader("content-type", "text/html");
    response.setHeader("content-security-policy", "script-src 'nonce-" + draws + "'");
    if (pathname === "/kept-begun") response.write("has begun, ");
    if (/^.kept-(later|begun)$/.test(pathname)) return drawing.push(response);
    if (pathname === "/kept-not/failed") delete asked.tag;
    if (pathname === "/kept-not/long") response.write("x".repeat(1024 * 1024));
    response.write(Buffer.from("drawn "));
    return response.end(String(draws));
  }
  if (/^.(page|data)-with-policy$/.test(pathname)) {
    response.setHeader("content-security-policy", "default-src 'self'");
    response.setHeader("content-type", pathname === "/page-with-policy" ? "text/html" : "application/json");
  }
  if (pathname === "/incomplete") {
    const asked = globalThis.section16Request.getStore();
    delete asked.tag;
    asked.isIncomplete = true;
    response.statusCode = Number(new URLSearchParams(asked.search).get("status") ?? 200);
    response.setHeader("cache-control", "private, no-store");
    return response.end("without counts");
  }
  if (pathname.startsWith("/fails")) {
    diagnostics.channel("section16:failed-request").publish({
      failureId: request.headers["x-section16-request"],
      answer: { status: 503, headers: { "content-type": "text/html", "retry-after": "5" }, body: "in our words" },
    });
    response.statusCode = 500;
    response.setHeader("content-encoding", "gzip");
    response.setHeader("content-length", "9");
    response.write("Next's own");
    return response.end(" error");
  }
  if (pathname === "/lost") {
    draws++;
    const asked = globalThis.section16Request.getStore();
    asked.isLost = draws % 2 === 1;
    response.setHeader("etag", "drawn-" + draws);
    return response.end("drawn " + draws);
  }
  if (pathname === "/unreachable") {
    draws++;
    diagnostics.channel("section16:failed-request").publish({
      failureId: request.headers["x-section16-request"],
      answer: { status: 503, headers: {}, body: "no database" },
      isUnreachable: true,
    });
    response.statusCode = 500;
    return response.end("Next's own");
  }
  if (pathname === "/draws") return response.end(String(draws));
  if (pathname === "/drawn") {
    begunIn.push(page.getStore() ?? "no page");
    const inPage = (method) => AsyncResource.bind((part) => response[method](part));
    return page.run("a page", () => drawing.push({ write: inPage("write"), end: inPage("end") }));
  }
  if (pathname === "/drawn-and-lost") {
    globalThis.section16Request.getStore().isLost = true;
    return drawing.push(response);
  }
  if (pathname === "/healthz/drawing") return response.end(String(drawing.length));
  if (pathname === "/healthz/begun-in") return response.end(JSON.stringify([...new Set(begunIn)]));
  if (pathname === "/healthz/change") version++;
  if (pathname === "/healthz/begin") {
    // A page that begins lets another take its turn.
    const now = drawing.splice(0);
    begun.push(...now);
    for (const page of now) page.write("has begun, ");
  }
  if (pathname === "/healthz/end") for (const page of [...begun.splice(0), ...drawing.splice(0)]) page.end("drawn once");
  if (pathname === "/headers") return response.end(JSON.stringify(request.headers));
  if (pathname === "/asked") return response.end(JSON.stringify(globalThis.section16Request.getStore()));
  response.end(request.method + " " + pathname);
});
server.on("upgrade", () => {});
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
`;

const TAG = 'W/"aaaaaaaaaaaaaaaaaaaaaa"';

describe("the guard in front of Next", () => {
  let site: ChildProcess;
  let port: number;

  beforeAll(async () => {
    const guard = new URL("./request-guard.mjs", import.meta.url).href;
    const args = ["--import", guard, "--input-type=module", "--eval", STAND_IN];
    site = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    [port] = (await once(site, "message")) as [number];
  });
  afterAll(() => site.kill());

  /** The answer to a raw request, until the connection is closed. */
  const say = async (request: string): Promise<{ status: number; headers: Map<string, string>; body: string }> => {
    const socket = connect(port, "127.0.0.1");
    socket.end(request);
    let text = "";
    for await (const chunk of socket.setEncoding("latin1")) text += chunk;
    const [head = "", body = ""] = text.split("\r\n\r\n", 2);
    const [first = "", ...lines] = head.split("\r\n");
    const headers = lines.map((line): [string, string] => {
      const at = line.indexOf(":");
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    });
    return { status: Number(first.split(" ")[1]), headers: new Map(headers), body };
  };
  const ask = (first: string, ...headers: string[]) =>
    say([first, "Host: example.test", "Connection: close", ...headers, "", ""].join("\r\n"));

  it.each([
    ["a page", "GET /page HTTP/1.1", 200],
    ["a method that has no place here", "TRACE / HTTP/1.1", 405],
    ["a form for a page", "POST /transactions HTTP/1.1", 405],
    ["a page of an address that takes forms", "GET /import/upload HTTP/1.1", 405],
    ["a stream of an address that takes messages", "GET /mcp HTTP/1.1", 405],
    ["a message to an address below it", "POST /mcp/tools HTTP/1.1", 405],
    ["a tunnel", "CONNECT example.test:443 HTTP/1.1", 405],
    ["a method that nobody knows", "FETCH / HTTP/1.1", 405],
    ["what a page answers", "OPTIONS /transactions HTTP/1.1", 204],
    ["an address on another server", "GET http://evil.example/ HTTP/1.1", 400],
    ["something that is not HTTP", "GET / HTTQ/9.9", 400],
    ["a page that fails", "GET /fails HTTP/1.1", 503],
  ])("answers %s with all security headers", async (_, first, status) => {
    const answer = await ask(first);
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer.headers.get(name), name).toBe(value);
    expect(answer.headers.get("content-security-policy")).toBe(DATA_POLICY);
  });

  it("lets other sites show the card of a page, and no other answer", async () => {
    const policyOf = async (path: string) =>
      (await ask(`GET ${path} HTTP/1.1`)).headers.get("cross-origin-resource-policy");
    expect(await policyOf("/page/card.png?code=P")).toBe("cross-origin");
    expect(await policyOf("/page?a=/card.png")).toBe("same-origin");
  });

  it("lets other sites show an embed in a frame, and no other answer", async () => {
    const optionOf = async (path: string) => (await ask(`GET ${path} HTTP/1.1`)).headers.get("x-frame-options");
    expect(await optionOf("/embed/filings/1?row=I-2")).toBeUndefined();
    for (const path of ["/page", "/page/embed/", "/?/embed/", "//embed/x", "/card.png"])
      expect(await optionOf(path), path).toBe("DENY");
  });

  it("draws 12 pages at once, makes others wait for their turn, and answers health checks meanwhile", async () => {
    const pages = Array.from({ length: 40 }, () => fetch(`http://127.0.0.1:${port}/drawn`));
    const left = connect(port, "127.0.0.1");
    await once(left, "connect");
    left.write("GET /drawn HTTP/1.1\r\nHost: example.test\r\n\r\n");
    const drawing = async () => Number((await ask("GET /healthz/drawing HTTP/1.1")).body);
    for (const expected of [12, 12, 12, 4]) {
      await expect.poll(drawing).toBe(expected);
      // A reader who left takes no turn.
      left.destroy();
      await ask("GET /healthz/begin HTTP/1.1");
    }
    // All answers have begun and none has ended, so a slow reader delays nobody.
    await ask("GET /healthz/end HTTP/1.1");
    for (const page of pages) expect(await (await page).text()).toBe("has begun, drawn once");
    // Those that waited began as the others did. If one began inside the page whose turn it took, no such page could be forgotten.
    expect((await ask("GET /healthz/begun-in HTTP/1.1")).body).toBe('["no page"]');
  });

  it("says which methods an address allows", async () => {
    expect((await ask("DELETE /filings/1 HTTP/1.1")).headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect((await ask("OPTIONS /import/upload HTTP/1.1")).headers.get("allow")).toBe("POST, OPTIONS");
    expect((await ask("POST /import/abc/answers HTTP/1.1", "Content-Length: 0")).body).toContain(
      "POST /import/abc/answers",
    );
    expect((await ask("OPTIONS /mcp HTTP/1.1")).headers.get("allow")).toBe("POST, OPTIONS");
    expect((await ask("POST /mcp HTTP/1.1", "Content-Length: 0")).body).toContain("POST /mcp");
  });

  it("leaves the policy of a page", async () => {
    const page = await ask("GET /page-with-policy HTTP/1.1");
    expect(page.headers.get("content-security-policy")).toBe("default-src 'self'");
  });

  it("puts data into a sandbox, whatever policy its address would have as a page", async () => {
    const data = await ask("GET /data-with-policy HTTP/1.1");
    expect(data.headers.get("content-security-policy")).toBe(DATA_POLICY);
  });

  it("answers a monitor that speaks HTTP 1.0 and names no host", async () => {
    expect((await say("GET /page HTTP/1.0\r\n\r\n")).status).toBe(200);
    expect((await say("GET /page HTTP/1.1\r\nConnection: close\r\n\r\n")).status).toBe(400);
  });

  it("does not pass on a router state that Next could not read", async () => {
    const passedOn = async (state: string) =>
      JSON.parse((await ask("GET /headers HTTP/1.0", `Next-Router-State-Tree: ${state}`)).body);
    expect(await passedOn("%5B%5D")).not.toHaveProperty("next-router-state-tree");
    expect(await passedOn(encodeURIComponent('["",{"children":["codes",{}]}]'))).toHaveProperty(
      "next-router-state-tree",
    );
  });

  it("closes requests for a web socket, and treats other upgrades as plain requests", async () => {
    const upgrade = (to: string) =>
      say(`GET /Archives/edgar/data/1/x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: ${to}\r\n\r\n`);
    expect((await upgrade("websocket")).status).toBe(400);
    expect((await upgrade("h2c")).status).toBe(200);
  });

  it("refuses a request without Host, one that expects too much, and one that is too long", async () => {
    expect((await say("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).status).toBe(400);
    expect((await ask("GET / HTTP/1.1", "Expect: miracles")).status).toBe(417);
    expect((await ask("GET / HTTP/1.1", `X-Long: ${"a".repeat(20_000)}`)).status).toBe(431);
  });

  it("passes the query to pages as it was sent, and whether markup is wanted", async () => {
    const { body } = await ask("GET /asked?__proto__=1&nxtPcik=%zz HTTP/1.1");
    expect(body).toContain('{"isForMarkup":true,"search":"?__proto__=1&nxtPcik=%zz","isReading":true,"seen":null}');
    expect((await ask("GET /asked HTTP/1.1", "RSC: 1")).body).toContain(
      '{"isForMarkup":false,"search":"","isReading":true,"seen":null}',
    );
  });

  it("passes on the position of what the reader has just stored, and nothing else", async () => {
    const seen = async (cookie: string) =>
      (await ask("GET /asked HTTP/1.1", `Cookie: ${cookie}`)).body.match(/"seen":([^}]*)/)?.[1];
    expect(await seen("a=1; section16_seen=0/3000148; b=2")).toBe('"0/3000148"');
    for (const cookie of [
      "section16_seen=1",
      "section16_seen=0/zz",
      "xsection16_seen=0/1",
      "section16_seen=0/123456789",
    ])
      expect(await seen(cookie), cookie).toBe("null");
  });

  /** Complete requests. Those above close their side of the connection at once, so their answers must be ready. */
  const fetched = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);

  it("repeats a request once if a database server was lost, and passes on the whole second answer", async () => {
    const answer = await fetched("/lost");
    expect([answer.status, await answer.text(), answer.headers.get("etag")]).toEqual([200, "drawn 2", "drawn-2"]);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer.headers.get(name), name).toBe(value);
    expect((await fetched("/lost", { method: "HEAD" })).headers.get("etag")).toBe("drawn-4");
  });

  it("repeats a request only once, and never because a client asks for it", async () => {
    const draws = async () => Number(await (await fetched("/draws")).text());
    const before = await draws();
    const answer = await fetched("/unreachable");
    expect([answer.status, await answer.text()]).toEqual([503, "no database"]);
    await fetched("/unreachable", { headers: { "x-section16-again": "guessed" } });
    expect(await draws()).toBe(before + 4);
    expect(await (await fetched("/headers", { headers: { "x-section16-again": "guessed" } })).text()).not.toContain(
      "again",
    );
  });

  it("has as many pages drawn once more as are drawn at a time, if all lost their server together", async () => {
    const pages = Array.from({ length: 12 }, () => fetched("/drawn-and-lost"));
    for (const _ of ["first", "once more"]) {
      await expect.poll(async () => (await fetched("/healthz/drawing")).text()).toBe("12");
      await fetched("/healthz/end");
    }
    for (const page of pages) expect(await (await page).text()).toBe("drawn once");
  });

  it("gives a page the tag of what it shows, but gives none to an error, which nobody should keep", async () => {
    const page = await ask("GET /page-with-tag HTTP/1.1");
    expect(page.headers.get("etag")).toBe(TAG);
    expect(page.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=2, stale-while-revalidate=60");
    const unknown = await ask("GET /unknown-with-tag HTTP/1.1");
    expect(unknown.status).toBe(404);
    expect(unknown.headers.has("etag")).toBe(false);
    expect(unknown.headers.get("cache-control")).toBe("no-store");
  });

  it("lets caches give an incomplete page to all who wait for it, but neither keep it nor show it later", async () => {
    const page = await ask("GET /incomplete HTTP/1.1");
    expect(page.headers.has("etag")).toBe(false);
    expect(page.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=2");
    const failed = await ask("GET /incomplete?status=500 HTTP/1.1");
    expect(failed.headers.get("cache-control")).toBe("private, no-store");
  });

  it("sends a reader who has the page neither the page nor a policy with another nonce", async () => {
    const { status, headers, body } = await ask("GET /page-with-tag?a HTTP/1.1", `If-None-Match: "x", ${TAG}`);
    expect({ status, body }).toEqual({ status: 304, body: "" });
    expect(headers.get("etag")).toBe(TAG);
    expect(headers.get("cache-control")).toContain("s-maxage=2");
    expect(headers.get("vary")).toContain("Accept-Encoding");
    expect(headers.has("content-security-policy")).toBe(false);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name), name).toBe(value);
  });

  it.each([
    ["another tag", "/page-with-tag?a", `If-None-Match: W/"bbbbbbbbbbbbbbbbbbbbbb"`],
    ["any tag", "/page-with-tag?a", "If-None-Match: *"],
    ["the tag of another address", "/page-with-tag?b", `If-None-Match: ${TAG}`],
    ["a path that Next would change", "/x/../page-with-tag?a", `If-None-Match: ${TAG}`],
  ])("draws a page for a reader who knows %s", async (_, address, header) => {
    expect((await ask(`GET ${address} HTTP/1.1`, header)).status).toBe(200);
  });

  describe("what is shown is drawn once", () => {
    const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
    const textOf = async (path: string, headers = {}) => (await get(path, headers)).text();
    const draws = async () => Number(await textOf("/draws"));

    it("until it changes, for each way of compressing it, with the headers and the nonce of its drawing", async () => {
      const [first, again] = [await get("/kept?a"), await get("/kept?a")];
      const text = await first.text();
      expect(text).toMatch(/^drawn \d+$/);
      expect(await again.text()).toBe(text);
      const fixed = ({ headers }: Response) =>
        [...headers].filter(
          ([name]) => !["date", "connection", "keep-alive", "content-length", "transfer-encoding"].includes(name),
        );
      expect(fixed(again)).toEqual(fixed(first));
      expect(again.headers.get("content-security-policy")).toContain("nonce");
      expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
      const head = await fetch(`http://127.0.0.1:${port}/kept?a`, { method: "HEAD" });
      expect([fixed(head), await head.text()]).toEqual([fixed(first), ""]);
      const others = [await textOf("/kept?b"), await textOf("/kept?a", { "accept-encoding": "br" })];
      await get("/healthz/change");
      others.push(await textOf("/kept?a"));
      expect(new Set([text, ...others]).size).toBe(4);
    });

    it("for readers who ask while it is being drawn", async () => {
      const before = await draws();
      const pages = [textOf("/kept-later?a")];
      await expect.poll(() => textOf("/healthz/drawing")).toBe("1");
      for (let n = 0; n < 20; n++) pages.push(textOf("/kept-later?a"));
      await get("/healthz/end");
      expect(await Promise.all(pages)).toEqual(pages.map(() => "drawn once"));
      expect(await draws()).toBe(before + 1);
    });

    it.each([
      ["before any of it is drawn", "/kept-later?b", "drawn once"],
      ["halfway", "/kept-begun", "has begun, drawn once"],
    ])("and once more if its reader leaves %s", async (_, path, whole) => {
      const leaving = connect(port, "127.0.0.1");
      await once(leaving, "connect");
      leaving.write(`GET ${path} HTTP/1.1\r\nHost: example.test\r\nAccept-Encoding: br\r\n\r\n`);
      await expect.poll(() => textOf("/healthz/drawing")).toBe("1");
      const page = textOf(path, { "accept-encoding": "br" });
      leaving.destroy();
      await expect.poll(() => textOf("/healthz/drawing")).toBe("2");
      await get("/healthz/end");
      expect(await page).toBe(whole);
    });

    it.each(["status", "cookie", "failed", "long"])("but not an answer with: %s", async (what) => {
      const before = await draws();
      for (const _ of ["first", "again"]) await textOf(`/kept-not/${what}`);
      expect(await draws()).toBe(before + 2);
    });
  });

  it("draws data for Next's router, whatever tag the reader has", async () => {
    expect((await ask("GET /page-with-tag?a HTTP/1.1", "RSC: 1", `If-None-Match: ${TAG}`)).status).toBe(200);
  });

  it("accepts a form from a reader who knows a tag", async () => {
    const { status, body } = await ask("POST /import/upload?a HTTP/1.1", "Content-Length: 0", `If-None-Match: ${TAG}`);
    expect({ status, body }).toMatchObject({ status: 200, body: expect.stringContaining("POST /import/upload") });
  });

  it("accepts neither a nonce nor a protocol from a client", async () => {
    const { body } = await ask("GET /headers HTTP/1.1", "X-Section16-Nonce: guessed", "X-Forwarded-Proto: https");
    expect(body).not.toMatch(/guessed|x-forwarded-proto/);
  });

  it("replaces a failure with our words, and nothing from Next", async () => {
    const { headers, body } = await ask("GET /fails HTTP/1.1");
    expect(body).toContain("in our words");
    expect(body).not.toContain("Next");
    expect(headers.get("retry-after")).toBe("5");
    expect(headers.has("content-encoding")).toBe(false);
    expect((await ask("HEAD /fails HTTP/1.1")).body).toBe("");
  });
});
