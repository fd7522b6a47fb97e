import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";

const COMMANDS = {
  ingest: ["db/command/ingest.ts"],
  derive: ["db/command/derive.ts"],
  sample: ["db/command/sample.ts"],
  follow: ["db/command/follow.ts"],
  // In development, because that needs no build.
  start: ["scripts/start.mjs", "dev"],
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "section16-command-"));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "filing.xml"), "<ownershipDocument/>");
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    env: {
      ...process.env,
      EDGAR_CONTACT: "Kestrel Research admin@example.org",
      EDGAR_BASE_URL: "http://127.0.0.1:9",
      ...env,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise<{ code: number | null; said: string }>((settle) => {
    child.on("close", (code) => settle({ code, said }));
  });
}

const ingest = () => [...COMMANDS.ingest, join(folder, "filing.xml")];

describe("a database that a newer version has migrated", () => {
  const NEWER =
    "This database was written by a newer version of Section 16. Install that version, or restore a backup that this version made.";

  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await asOwner(
      database,
      "insert into drizzle.__drizzle_migrations (hash, created_at) select 'newer', max(created_at) + 1 from drizzle.__drizzle_migrations",
    );
  });
  afterAll(() => database.drop());

  test.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])(
    "%s ends with exit code 3 and says what to do",
    async (name) => {
      const args = name === "ingest" ? ingest() : COMMANDS[name];
      const { code, said } = await run(args, { DATABASE_URL: database.url, PORT: "3249" });
      expect(said.trim()).toBe(NEWER);
      expect(code).toBe(3);
    },
    60_000,
  );
});
