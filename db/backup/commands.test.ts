import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type DigestScope, digestDatabase } from "@/db/backup/digest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const EVERYTHING: { scope: DigestScope } = { scope: "everything" };

let folder: string;
let source: TestDatabase;
let target: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "section16-backup-"));
  // PostgreSQL's user needs access when this runs as root.
  await chmod(folder, 0o755);
  [source, target] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ingestFiles(source, [filingForTest({ n: 1, filed: "2025-03-05", rows: [{ held: "100" }] })], {
    isSample: false,
  });
});
afterAll(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true });
});

const SERVER = (url: string) => ({ DATABASE_URL: url });
const EMBEDDED = () => ({ DATABASE_URL: "", DATA_DIR: join(folder, "data") });

const run = (command: "backup" | "restore", env: Record<string, string>, ...args: string[]) =>
  start(process.execPath, env, ["--import", "tsx", `db/command/${command}.ts`, ...args]);

function start(program: string, env: Record<string, string>, args: string[]) {
  const child = spawn(program, args, { env: { ...process.env, ...env } });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  return new Promise<{ code: number | null; out: string; err: string }>((settle) => {
    child.on("close", (code) => settle({ code, ...said }));
  });
}

test("moves a backup from a server to the embedded database, and from there to a server", async () => {
  const [first, second] = [join(folder, "first.tar"), join(folder, "second.tar")];
  expect(await run("backup", SERVER(source.url), first)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Backed up 1 filing to .*first\.tar: 0\.\d MB/),
  });
  expect(await run("restore", EMBEDDED(), first)).toMatchObject({
    code: 0,
    out: expect.stringContaining("Restored 1 filing in"),
  });
  const { code, out } = await run("backup", EMBEDDED(), "--json", second);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ kind: "summary", filings: 1, tables: { filing_row: { rows: 1 } } });
  expect(await run("restore", SERVER(target.url), second)).toMatchObject({ code: 0 });
  expect(await digestDatabase(target.db, EVERYTHING)).toBe(await digestDatabase(source.db, EVERYTHING));

  expect(await run("restore", EMBEDDED(), first)).toMatchObject({
    code: 2,
    err: expect.stringContaining("already has filings"),
  });
});

test("says what cannot be done, with its exit code", async () => {
  const file = join(folder, "not-a-backup.tar");
  await writeFile(file, "FORM 4");
  expect((await run("backup", SERVER(source.url))).code).toBe(2);
  expect(await run("backup", SERVER(source.url), file)).toMatchObject({
    code: 2,
    err: `${file} already exists. Choose another name, or replace it with --force.\n`,
  });
  expect(await run("restore", {}, "--check", "--json", file)).toMatchObject({
    code: 1,
    out: expect.stringContaining('"kind":"failure"'),
  });
  expect((await run("restore", {}, "--check", join(folder, "nowhere.tar"))).code).toBe(2);
  const elsewhere = join(folder, "elsewhere.tar");
  expect((await run("backup", SERVER("postgres://nobody@127.0.0.1:1/none"), elsewhere)).code).toBe(3);
  expect(existsSync(elsewhere)).toBe(false);
});

test("reports a full disk, and leaves no incomplete file", async () => {
  const file = join(folder, "too-large.tar");
  // The largest file, in blocks of 512 bytes. tsx would write larger ones when it compiles the command for the first time.
  const limited = 'ulimit -f 16 && exec env TSX_DISABLE_CACHE=1 "$0" --import tsx db/command/backup.ts "$1"';
  expect(await start("/bin/sh", SERVER(source.url), ["-c", limited, process.execPath, file])).toMatchObject({
    code: 3,
    err: expect.stringMatching(/^The backup could not be written: .+\.\n$/),
  });
  expect(readdirSync(folder).filter((name) => name.startsWith("too-large"))).toEqual([]);
});
