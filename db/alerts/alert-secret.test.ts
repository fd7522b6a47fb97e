import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { alertSecret } from "./alert-secret";

const dataDir = mkdtempSync(join(tmpdir(), "section16-secret-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

test("makes a secret once, which only its owner can read, and prefers the setting", () => {
  const secret = alertSecret({ alertSecret: null, dataDir });
  expect(secret).toMatch(/^[\da-f]{64}$/);
  expect(alertSecret({ alertSecret: null, dataDir })).toBe(secret);
  expect(statSync(join(dataDir, "alerts", "secret")).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(dataDir, "alerts"))).toEqual(["secret"]);
  expect(alertSecret({ alertSecret: "given", dataDir })).toBe("given");
});
