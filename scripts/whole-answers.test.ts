import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { sendWhole } from "./whole-answers.mjs";

/** Replaces Next behind the guard. What has begun is ended by /healthz/end. */
const STAND_IN = `
import http from "node:http";
import diagnostics from "node:diagnostics_channel";
let draws = 0;
let again = 0;
let left = 0;
const { request: askOther } = http;
http.request = (...args) => {
  again++;
  return askOther(...args);
};
const begun = [];
globalThis.section16FindTag = async (path) => ({ tag: path === "/tagged" ? 'W/"tag"' : null, isKnown: false });
const server = http.createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (pathname === "/healthz/begun") return response.end(String(begun.length));
  if (pathname === "/healthz/left") return response.end(String(left));
  if (pathname === "/healthz/again") return response.end(String(again));
  if (pathname === "/healthz/end") for (const answer of begun.splice(0)) answer.end(" and the end");
  if (pathname.startsWith("/healthz")) return response.end();
  const asked = globalThis.section16Request.getStore();
  if (pathname === "/tagged") asked.tag = 'W/"tag"';
  draws++;
  response.setHeader("x-drawing", draws);
  if (pathname === "/breaks") response.setHeader("content-disposition", 'attachment; filename="rows.csv"');
  // Next ignores headers that are set after an answer has begun.
  const { setHeader } = response;
  response.setHeader = (...args) => (response.headersSent ? response : setHeader.apply(response, args));
  response.flushHeaders();
  if (pathname === "/in-parts" || pathname === "/tagged") {
    response.write("a page ");
    // Compression does this before each part.
    if (!response._header) response._implicitHeader();
    return response.end(Buffer.from("in parts – and its end"));
  }
  if (pathname === "/lost-halfway" || pathname === "/breaks") response.write("half a page");
  if (pathname === "/lost-halfway") {
    asked.isLost = searchParams.has("always") || draws % 2 === 1;
    return response.end(" of drawing " + draws);
  }
  if (pathname === "/left") {
    response.once("close", () => {
      asked.isLost = true;
      response.write("half a page");
      left++;
    });
    return begun.push(response);
  }
  if (pathname === "/breaks") {
    asked.isLost = searchParams.has("lost");
    response.destroy(new Error("It cannot be drawn."));
    if (searchParams.has("known")) queueMicrotask(() => {
      const answer = { status: 503, headers: { "retry-after": "5" }, body: "in our words" };
      diagnostics.channel("section16:failed-request").publish({ failureId: request.headers["x-section16-request"], answer });
    });
    response.write("more");
    return response.end(" of it");
  }
  for (const part of JSON.parse(searchParams.get("parts") ?? '[11]')) response.write("x".repeat(part));
  begun.push(response);
});
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
`;

const MOST = 1024 * 1024;

type Answer = { status: number | undefined; headers: IncomingMessage["headers"]; body: string };

/** The beginning of an answer, and how it goes on. */
async function begin(
  port: number,
  path: string,
  method = "GET",
): Promise<Omit<Answer, "body"> & { rest: () => Promise<string> }> {
  const sent = get({ port, host: "127.0.0.1", path, method, agent: false });
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, rest: () => text(answer) };
}

async function ask(port: number, path: string, method?: string): Promise<Answer> {
  const { rest, ...head } = await begin(port, path, method);
  return { ...head, body: await rest() };
}

/** All that arrives until the connection is closed. */
async function received(port: number, path: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: example.test\r\n\r\n`);
  let bytes = "";
  socket.setEncoding("latin1").on("data", (part) => {
    bytes += part;
  });
  await new Promise((closed) => socket.once("close", closed));
  return bytes;
}

async function startSite(): Promise<{ site: ChildProcess; port: number }> {
  const guard = new URL("./request-guard.mjs", import.meta.url).href;
  const args = ["--import", guard, "--input-type=module", "--eval", STAND_IN];
  const site = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [port] = (await once(site, "message")) as [number];
  return { site, port };
}

it("sends no byte of an answer if the process is killed while it draws it", async () => {
  const { site, port } = await startSite();
  const bytes = received(port, "/begun");
  await expect.poll(async () => (await ask(port, "/healthz/begun")).body).toBe("1");
  site.kill("SIGKILL");
  expect(await bytes).toBe("");
});

describe("an answer", () => {
  let site: ChildProcess;
  let port: number;
  beforeAll(async () => {
    ({ site, port } = await startSite());
  });
  afterAll(() => site.kill());

  it.each(["/in-parts", "/tagged"])("is sent in one piece with its length, with or without a tag: %s", async (path) => {
    const { status, headers, body } = await ask(port, path);
    expect({ status, body }).toEqual({ status: 200, body: "a page in parts – and its end" });
    expect(headers["content-length"]).toBe(String(Buffer.byteLength(body)));
    expect(headers).not.toHaveProperty("transfer-encoding");
    expect(headers["x-drawing"]).toMatch(/^\d+$/);
  });

  it("begins when more than 1 MB of it is drawn, and the rest follows as it is drawn", async () => {
    const asked = begin(port, `/begun?parts=[${MOST},1]`);
    const exactly = ask(port, `/begun?parts=[${MOST}]`);
    const { headers, rest } = await asked;
    expect(headers["transfer-encoding"]).toBe("chunked");
    await expect.poll(async () => (await ask(port, "/healthz/begun")).body).toBe("2");
    await ask(port, "/healthz/end");
    expect(await rest()).toBe(`${"x".repeat(MOST + 1)} and the end`);
    // This one was not sent before its end, which made it longer.
    expect((await exactly).headers["content-length"]).toBe(String(MOST + " and the end".length));
  });

  it("is drawn again if a database server was lost after it had begun", async () => {
    const { headers, body } = await ask(port, "/lost-halfway");
    expect(body).toBe(`half a page of drawing ${headers["x-drawing"]}`);
    expect(Number(headers["x-drawing"]) % 2).toBe(0);
    expect(headers["content-length"]).toBe(String(body.length));
  });

  it("that breaks off is replaced by our words, of the failure that Next announces", async () => {
    const { status, headers, body } = await ask(port, "/breaks?known");
    expect({ status, body }).toEqual({ status: 503, body: "in our words" });
    expect(headers["retry-after"]).toBe("5");
    expect(headers).not.toHaveProperty("content-disposition");
  });

  it("that breaks off because a database server was lost is drawn again, but only once", async () => {
    const drawn = async () => Number((await ask(port, "/in-parts")).headers["x-drawing"]);
    const before = await drawn();
    expect(await received(port, "/breaks?lost")).toBe("");
    expect(await drawn()).toBe(before + 3);
  });

  it("is not drawn again for a reader who has left", async () => {
    const count = async () => Number((await ask(port, "/healthz/again")).body);
    const before = await count();
    const socket = connect(port, "127.0.0.1");
    socket.write("GET /left HTTP/1.1\r\nHost: example.test\r\n\r\n");
    await expect.poll(async () => (await ask(port, "/healthz/begun")).body).toBe("1");
    socket.destroy();
    await expect.poll(async () => (await ask(port, "/healthz/left")).body).toBe("1");
    expect(await count()).toBe(before);
    await ask(port, "/healthz/end");
  });

  it("that breaks off for an unknown reason is not sent in part", async () => {
    expect(await received(port, "/breaks")).toBe("");
  });

  it("to a request for headers has begun when its headers are known", async () => {
    const { headers } = await ask(port, "/begun", "HEAD");
    expect(headers).not.toHaveProperty("content-length");
    await ask(port, "/healthz/end");
  });
});

describe("a long drawing", () => {
  afterEach(() => vi.useRealTimers());

  it("is sent as it is drawn after five seconds, and readers who wait for it get all of it", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const drawn: (string | undefined)[] = [];
    const responses: ServerResponse[] = [];
    const server = createServer((request, response) => {
      sendWhole(request, response, (body) => drawn.push(body?.toString()));
      response.writeHead(200, "Begun").write("one, ");
      response.flushHeaders();
      responses.push(response);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const answering = begin((server.address() as AddressInfo).port, "/");
    while (responses.length === 0) await new Promise(setImmediate);
    vi.advanceTimersByTime(4_999);
    expect([responses[0]?.headersSent, responses[0]?.socket?.bytesWritten]).toEqual([true, 0]);
    vi.advanceTimersByTime(1);
    const { headers, rest } = await answering;
    expect(headers["transfer-encoding"]).toBe("chunked");
    responses[0]?.write("two, ");
    responses[0]?.end("three");
    expect(await rest()).toBe("one, two, three");
    expect(drawn).toEqual(["one, two, three"]);
    server.close();
  });
});

it("without a body has no length", async () => {
  const server = createServer((request, response) => {
    sendWhole(request, response);
    response.writeHead(request.url === "/304" ? 304 : 200).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  expect((await ask(port, "/304")).headers).not.toHaveProperty("content-length");
  expect((await ask(port, "/200")).headers["content-length"]).toBe("0");
  server.close();
});
