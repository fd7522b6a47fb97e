import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { corpusFolder } from "@/db/corpus";
import { filingForTest } from "@/db/ingest/filing-for-test";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { createTestDatabase, type TestDatabase } from "@/db/test-database";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "section16-command-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

function run(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url };
  const child = spawn(process.execPath, ["--import", "tsx", "db/ingest/command.ts", ...args], { env });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise<{ code: number | null; said: string }>((settle) => {
    child.on("close", (code) => settle({ code, said }));
  });
}

test("a day to come is no filing date", async () => {
  const path = join(folder, "form.txt");
  await writeFile(path, "FORM 4");
  expect(await run(path, "--filed", "2999-01-02")).toEqual({
    code: 2,
    said: "--filed 2999-01-02: that day is still to come.\n",
  });
}, 30_000);

const corpus = corpusFolder();

describe.skipIf(corpus === null)("a real page (skipped where there is no corpus)", () => {
  const page = join(corpus ?? "", "paper/viewer/0000842517-24-000086.html");

  test("with the number of another filing is refused in words, with exit code 1", async () => {
    await ingestFiles(database, [filingForTest({ n: 7, rows: [{ held: "100" }] })], { isSample: false });
    const { code, said } = await run(page, "--accession", "9999000001-25-000007");
    expect(code).toBe(1);
    expect(said).toContain("9999000001-25-000007 is held and is another filing: Kestrel Grid Systems, Inc.");
    expect(await database.db.query.filing.findMany()).toHaveLength(1);
  }, 30_000);
});
