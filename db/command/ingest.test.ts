import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

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
  const child = spawn(process.execPath, ["--import", "tsx", "db/command/ingest.ts", ...args], { env });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise<{ code: number | null; said: string }>((settle) => {
    child.on("close", (code) => settle({ code, said }));
  });
}

test("refuses a filing date in the future", async () => {
  const path = join(folder, "form.txt");
  await writeFile(path, "FORM 4");
  expect(await run(path, "--filed", "2999-01-02")).toEqual({
    code: 2,
    said: "--filed 2999-01-02: this date is in the future.\n",
  });
});

test("a crash never has the exit code of a refusal", async () => {
  const env = { ...process.env, DATABASE_URL: database.url };
  const crash = 'import "@/db/command/exit-on-crash"; await Promise.resolve(); throw new Error("a fault");';
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", crash], { env });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const code = await new Promise((settle) => child.on("close", settle));
  expect({ code, said }).toEqual({
    code: 70,
    said: expect.stringMatching(/^Sorry, Section 16 has crashed because of a bug\..*a fault/s),
  });
});

test("an .xml file that is not XML is refused by name, and a file that is not a form is only counted", async () => {
  const place = await mkdtemp(join(folder, "mixed-"));
  await writeFile(join(place, "empty.xml"), "");
  await writeFile(
    join(place, "lost-first-byte.xml"),
    "ownershipDocument><documentType>4</documentType></ownershipDocument>",
  );
  await writeFile(join(place, "utf-32.xml"), Buffer.from("\0\0\0<\0\0\0a\0\0\0/\0\0\0>", "latin1"));
  await writeFile(join(place, "letter.txt"), "Dear Sir,");
  const { code, said } = await run(place);
  expect(code).toBe(1);
  for (const name of ["empty.xml", "lost-first-byte.xml", "utf-32.xml"])
    expect(said).toContain(`Refused ${join(place, name)}`);
  expect(said).not.toContain("letter.txt");
});

test("a printed form with the number of another filing is refused with a reason and exit code 1", async () => {
  await ingestFiles(database, [filingForTest({ n: 7, rows: [{ held: "100" }] })], { isSample: false });
  const { code, said } = await run(
    "testing/printed-forms/sales-under-a-plan.viewer.html",
    "--accession",
    "9999000001-25-000007",
  );
  expect(code).toBe(1);
  expect(said).toContain("9999000001-25-000007 belongs to another filing in this database: Kestrel Grid Systems, Inc.");
  expect(await database.db.query.filing.findMany()).toHaveLength(1);
});
