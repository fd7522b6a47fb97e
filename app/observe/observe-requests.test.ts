import { createServer, get, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ObservedRequest, observeRequests } from "@/app/observe/observe-requests";
import { log } from "@/db/server/log";
import { REQUEST_ID } from "@/lib/requests/request-id";

let server: Server;
let seen: ObservedRequest[];
let stop: () => void;

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    if (request.url?.startsWith("/slow")) return;
    response.statusCode = request.url?.startsWith("/filings/none") ? 404 : 200;
    response.end(`known as ${request.headers[REQUEST_ID]}`);
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  stop = observeRequests(
    (request) => seen.push(request),
    (of) => of === server,
  );
});
afterEach(async () => {
  stop();
  server.closeAllConnections();
  await new Promise((settle) => server.close(settle));
});

const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const ask = (path: string, headers: Record<string, string> = {}) => fetch(address(path), { headers });
const untilSeen = (n: number) => vi.waitFor(() => expect(seen).toHaveLength(n), { timeout: 60_000 });

describe("a request", () => {
  test("is recorded when its response has ended, by kind and without its query", async () => {
    await (await ask("/filings/none?q=secret")).text();
    await untilSeen(1);
    expect(seen[0]).toMatchObject({
      method: "GET",
      path: "/filings/none",
      route: "/filings/[accession]",
      status: 404,
      isAborted: false,
    });
    expect(seen[0]?.bytes).toBeGreaterThan("known as ".length);
    expect(JSON.stringify(seen)).not.toMatch(/secret|127\.0\.0\.1|undici|node/);
  });

  test("has the same id in its headers, in the response headers and in the log", async () => {
    const answer = await ask("/");
    const id = answer.headers.get(REQUEST_ID);
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(await answer.text()).toBe(`known as ${id}`);
    await untilSeen(1);
    expect(seen[0]?.id).toBe(id);
  });

  test("keeps the id from the proxy in front, if it is well-formed", async () => {
    expect((await ask("/", { [REQUEST_ID]: "7b0e4a52-6f1d-4d0a" })).headers.get(REQUEST_ID)).toBe("7b0e4a52-6f1d-4d0a");
    expect((await ask("/", { [REQUEST_ID]: '"quoted and long"' })).headers.get(REQUEST_ID)).toMatch(/^[0-9a-f]{16}$/);
  });

  test("is recorded if the reader leaves before the response", async () => {
    const request = get(address("/slow")).on("error", () => undefined);
    await vi.waitFor(() => expect(request.reusedSocket || request.socket?.bytesWritten).toBeTruthy(), {
      timeout: 60_000,
    });
    request.destroy();
    await untilSeen(1);
    expect(seen[0]).toMatchObject({ path: "/slow", isAborted: true });
  });

  test("to another server in this process is not recorded", async () => {
    const other = createServer((_, response) => response.end());
    await new Promise<void>((settle) => other.listen(0, "127.0.0.1", settle));
    const { port } = other.address() as AddressInfo;
    expect((await fetch(`http://127.0.0.1:${port}/`)).headers.get(REQUEST_ID)).toBeNull();
    await new Promise((settle) => other.close(settle));
    await ask("/");
    await untilSeen(1);
  });

  test("with an invalid address does not stop the process", async () => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write("GET //%zz?%%% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    await new Promise((settle) => socket.on("close", settle).resume());
    await untilSeen(1);
    expect(seen[0]?.route).toBe("other");
  });
});

describe("a log line", () => {
  const lines = () => {
    const written: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    return written;
  };
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  test("is JSON with a time if LOG_FORMAT is json", () => {
    vi.stubEnv("LOG_FORMAT", "json");
    const written = lines();
    log("ingest", { run: "files", stored: 3 });
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? "")).toEqual({
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      event: "ingest",
      run: "files",
      stored: 3,
    });
  });

  test("is not written otherwise", () => {
    vi.stubEnv("LOG_FORMAT", "");
    const written = lines();
    log("ingest", { run: "files" });
    expect(written).toEqual([]);
  });
});
