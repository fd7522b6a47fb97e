import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/import/[sha256]/answers/route";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { DraftFolder } from "@/db/paper/draft-folder";
import { INPUTS } from "@/paper/drafts/draft-answers";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { readingForTest } from "@/testing/reading-for-test";
import { serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
let dataDir: string;
let drafts: DraftFolder;
beforeAll(async () => {
  database = await createTestDatabase();
  serveFrom(database);
  dataDir = await mkdtemp(join(tmpdir(), "section16-answers-"));
  drafts = new DraftFolder(dataDir);
  vi.stubEnv("ALLOW_IMPORT", "1");
  vi.stubEnv("DATA_DIR", dataDir);
  vi.stubEnv("SECTION16_WRITE_URL", database.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(dataDir, { recursive: true });
  await database.drop();
});

async function handIn(content: string) {
  const draft = await drafts.keep("form.txt", Buffer.from(content));
  await drafts.wasRead(draft, { outcome: "read", reading: readingForTest() });
  return draft;
}

/** @returns where the answer redirects to */
async function send(sha256: string, inputs: Record<string, string>) {
  const body = new URLSearchParams(inputs);
  const request = new Request(`http://localhost:3000/import/${sha256}/answers`, { method: "POST", body });
  return (await POST(request, { params: Promise.resolve({ sha256 }) })).headers.get("location");
}

const NAME = INPUTS.value("/issuer/issuerName");

test("a window opened before another one saved its answers does not undo them", async () => {
  const { sha256, stamp } = await handIn("two windows");
  expect(await send(sha256, { [INPUTS.stamp]: stamp, [NAME]: "Kestrel Grid Systems" })).toBe(`/import/${sha256}`);
  const answered = await drafts.find(sha256);
  expect(answered?.corrections).toMatchObject([{ value: "Kestrel Grid Systems" }]);
  const late = { [INPUTS.stamp]: stamp, [NAME]: "Kestrel Grid, Inc.", do: "store" };
  expect(await send(sha256, late)).toBe(`/import/${sha256}?outdated=1`);
  expect(await drafts.find(sha256)).toEqual(answered);
});

test("the first stored form removes the sample, as an ingest run does", async () => {
  const sample = filingForTest({ n: 1, rows: [{ held: "100" }] });
  await ingestFiles(database, [sample], { isSample: true });
  const { sha256, stamp } = await handIn("first");
  expect(await send(sha256, { [INPUTS.stamp]: stamp, do: "store" })).toBe(
    `/filings/local-${sha256.slice(0, 12)}?imported=${sha256}`,
  );
  expect(await drafts.find(sha256)).toBeNull();
  expect(await drafts.stored(sha256)).toMatchObject({ outcome: "stored", differences: [] });
  const filings = await database.db.query.filing.findMany();
  expect(filings.map(({ isSample }) => isSample)).toEqual([false]);
  const runs = await database.db.query.ingestRun.findMany();
  expect(runs.at(-1)).toMatchObject({ source: "import", read: 1, stored: 1, finishedAt: expect.any(Date) });
});

test("asks again for a number that belongs to another filing, and keeps all answers", async () => {
  const held = filingForTest({ n: 7, owner: ["9900777", "Aas Nils"], rows: [{ held: "100" }] });
  await ingestFiles(database, [held], { isSample: false });
  const { sha256, stamp } = await handIn("slip");
  const number = "9999000001-25-000007";
  const inputs = { [INPUTS.stamp]: stamp, [INPUTS.accessionNumber]: number, [NAME]: "Kestrel", do: "store" };
  expect(await send(sha256, inputs)).toBe(`/import/${sha256}`);
  expect(await drafts.find(sha256)).toMatchObject({
    corrections: [{ value: "Kestrel" }],
    rejected: [
      {
        name: INPUTS.accessionNumber,
        typed: number,
        problem: expect.stringContaining(
          `${number} belongs to another filing in this database: Kestrel Grid Systems, Inc.`,
        ),
      },
    ],
  });
});
