import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeCertificate } from "@/testing/run-nginx";

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

it.skipIf(!(isInstalled("haproxy", "-v") && isInstalled("openssl", "version")))(
  "HAProxy accepts deploy/haproxy.cfg (skipped where it is not installed)",
  () => {
    const { certificate, key } = makeCertificate(folder);
    const both = join(folder, "both.pem");
    writeFileSync(both, readFileSync(certificate, "utf8") + readFileSync(key, "utf8"));
    const config = join(folder, "haproxy.cfg");
    writeFileSync(config, readFileSync("deploy/haproxy.cfg", "utf8").replace("/etc/haproxy/certificates/", both));
    const { status, stderr } = spawnSync("haproxy", ["-c", "-f", config], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  },
);
