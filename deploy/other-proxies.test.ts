import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { get } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clientAddress } from "@/lib/requests/client-address";
import { freePorts } from "@/testing/free-ports";
import { listens, makeCertificate } from "@/testing/run-nginx";

const isInstalled = (program: string, option: string) => spawnSync(program, [option]).error === undefined;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "section16-proxies-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(!isInstalled("caddy", "version"))(
  "Caddy accepts deploy/Caddyfile (skipped where it is not installed)",
  () => {
    const { status, stderr } = spawnSync(
      "caddy",
      ["validate", "--config", "deploy/Caddyfile", "--adapter", "caddyfile"],
      {
        encoding: "utf8",
        env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      },
    );
    expect(status, stderr).toBe(0);
    expect(stderr).not.toMatch(/"level":"(warn|error)"/);
  },
);

const hasHaproxy = isInstalled("haproxy", "-v") && isInstalled("openssl", "version");

/** deploy/haproxy.cfg with another certificate, and with whatever else a test replaces. */
function haproxyConfig(replacements: readonly (readonly [from: string | RegExp, to: string])[] = []): string {
  const { certificate, key } = makeCertificate(folder);
  const both = join(folder, "both.pem");
  writeFileSync(both, readFileSync(certificate, "utf8") + readFileSync(key, "utf8"));
  const config = join(folder, "haproxy.cfg");
  const text = replacements.reduce(
    (before, [from, to]) => {
      const after = before.replace(from, to);
      if (after === before) throw new Error(`deploy/haproxy.cfg does not contain ${from}`);
      return after;
    },
    readFileSync("deploy/haproxy.cfg", "utf8").replace("/etc/haproxy/certificates/", both),
  );
  writeFileSync(config, text);
  return config;
}

it.skipIf(!hasHaproxy)("HAProxy accepts deploy/haproxy.cfg (skipped where it is not installed)", () => {
  const { status, stderr } = spawnSync("haproxy", ["-c", "-f", haproxyConfig()], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

it.skipIf(!hasHaproxy)(
  "behind HAProxy, the site sees the address of the reader, whatever the reader writes (skipped where it is not installed)",
  async () => {
    const seen: string[] = [];
    const site = createServer((request, response) => {
      if (request.url === "/mcp") seen.push(clientAddress({ headers: new Headers(request.headers as HeadersInit) }));
      response.end("ready");
    }).listen(0, "127.0.0.1");
    await once(site, "listening");
    const { port } = site.address() as AddressInfo;
    const [plain = 0, secure = 0] = await freePorts(2);
    const config = haproxyConfig([
      ["    user haproxy\n    group haproxy\n", ""],
      ["bind :80", `bind 127.0.0.1:${plain}`],
      ["bind :443", `bind 127.0.0.1:${secure}`],
      [/10\.0\.0\.1[12]:3000/g, `127.0.0.1:${port}`],
    ]);
    const haproxy = spawn("haproxy", ["-db", "-f", config], { stdio: "ignore" });
    const ended = once(haproxy, "close");
    try {
      for (let tries = 0; !(await listens(secure)); tries++) {
        if (haproxy.exitCode !== null || tries > 200) throw new Error("HAProxy did not start");
        await sleep(25);
      }
      for (const headers of [{}, { "x-forwarded-for": "192.0.2.7" }]) {
        // From another address than HAProxy's own requests.
        const asked = get({
          port: secure,
          path: "/mcp",
          headers,
          localAddress: "127.0.0.9",
          rejectUnauthorized: false,
        });
        const [answer] = (await once(asked, "response")) as [IncomingMessage];
        expect(answer.resume().statusCode).toBe(200);
      }
      expect(seen).toEqual(["127.0.0.9", "127.0.0.9"]);
    } finally {
      haproxy.kill();
      await ended;
      site.closeAllConnections();
      site.close();
    }
  },
);
