import { afterEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/mcp/route";
import { requestsTo } from "@/testing/mcp-client-for-test";

const message = (method: string, params: object = {}) => ({
  method: "POST",
  headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
  body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
});
const ask = (headers: Record<string, string>, url = "http://localhost:3000/mcp", client = "192.0.2.1") =>
  requestsTo(POST, { "x-forwarded-for": client, ...headers })(url, message("tools/list"));

afterEach(() => void vi.unstubAllEnvs());

describe("who may ask", () => {
  test("a program on this machine, at the site's name, or by a numeric address", async () => {
    vi.stubEnv("SITE_URL", "https://insiders.example.org");
    for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "insiders.example.org", "192.168.1.5:3000"])
      expect((await ask({ host })).status, host).toBe(200);
  });

  test("nobody who reached this machine under another name, and no page of another site", async () => {
    expect((await ask({ host: "elsewhere.example" })).status).toBe(403);
    expect((await ask({ host: "localhost.elsewhere.example:3000" })).status).toBe(403);
    expect((await ask({ origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await ask({ origin: "null" })).status).toBe(403);
    expect((await ask({ origin: "http://localhost:3000" })).status).toBe(200);
  });

  test("nobody if ALLOW_MCP is 0", async () => {
    vi.stubEnv("ALLOW_MCP", "0");
    const answer = await ask({});
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("ALLOW_MCP is 0");
  });

  test("one client at most 120 times in a minute, whatever it says of itself, and others meanwhile", async () => {
    // One minute has the same instant throughout, however slow this machine is.
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    const statuses = [];
    for (let n = 0; n < 120; n++) statuses.push((await ask({}, undefined, `203.0.113.${n}, 198.51.100.8`)).status);
    expect(statuses).toEqual(Array.from({ length: 120 }, () => 200));
    const refused = await ask({}, undefined, "198.51.100.8");
    expect((await ask({}, undefined, "198.51.100.9")).status).toBe(200);
    vi.useRealTimers();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
  });

  test("a message that is too long or not one is refused, and breaks nothing", async () => {
    const post = (body: string) => requestsTo(POST)("http://localhost:3000/mcp", { ...message("tools/list"), body });
    expect((await post("x".repeat(200_000))).status).toBe(413);
    expect((await post("not JSON")).status).toBe(400);
    expect((await post("[]")).status).toBe(400);
    expect((await ask({})).status).toBe(200);
  });
});
