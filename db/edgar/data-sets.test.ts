import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ingestPublishedDataSets } from "@/db/command/edgar/data-set";
import type { Work } from "@/db/command/edgar/edgar-command";
import { type EdgarEvent, openEdgar } from "@/db/edgar/edgar";
import { readSettings } from "@/lib/settings";
import { TWO_FILINGS, writeArchive } from "@/testing/data-set-for-test";
import { emptyTables, testClock, testSlots } from "@/testing/filings-for-test";
import { type StandIn, startStandIn } from "@/testing/stand-in";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

// A busy machine may be slow.
vi.setConfig({ testTimeout: 30_000 });

const PAGE = "/data-research/sec-markets-data/insider-transactions-data-sets";
const OLDER = "/files/structureddata/data/insider-transactions-data-sets/2024q3_form345.zip";
const NEWER = "/files/datastandardsinnovation/data/insider-transactions-data-sets/2026q2_form345.zip";
const ZIP = /\.zip$/;

let database: TestDatabase;
let standIn: StandIn;
let dataDir: string;
let archive: Buffer;
let events: EdgarEvent[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  [standIn] = await Promise.all([startStandIn(), emptyTables(database)]);
  dataDir = mkdtempSync(join(tmpdir(), "section16-data-sets-"));
  archive = readFileSync(await writeArchive(join(dataDir, "made.zip"), TWO_FILINGS));
  events = [];
  standIn.files.set(OLDER, archive);
  standIn.files.set(PAGE, Buffer.from(`<a href="${OLDER}">2024 Q3</a>`));
});
afterEach(async () => {
  await standIn.stop();
  rmSync(dataDir, { recursive: true });
});

function open(signal?: AbortSignal): Work {
  const read = readSettings({ EDGAR_BASE_URL: standIn.url, DATA_DIR: dataDir });
  if ("problems" in read) throw new Error("settings");
  const clock = testClock("2026-08-01T15:00:00Z");
  const tell = (event: EdgarEvent) => events.push(event);
  const place = { ...read.settings, edgarContact: "Kestrel admin@example.org" };
  const edgar = openEdgar(database, place, { clock, slots: testSlots(clock), stallMs: 10_000, signal, tell });
  return { edgar, settings: read.settings, progress: () => () => {}, stages: () => () => {} };
}

const ingest = (...names: string[]) => ingestPublishedDataSets(open(), names);
const countFilings = async () => (await database.db.query.filing.findMany({ columns: { version: true } })).length;

test("fetches a quarter by name, and the second time downloads and changes nothing", async () => {
  expect(await ingest("2024q3")).toMatchObject({ code: 0, summary: { dataSets: 1, stored: 2 } });
  expect(await countFilings()).toBe(2);
  standIn.log.length = 0;
  expect(await ingest("2024q3")).toMatchObject({ code: 0, summary: { dataSets: 1, stored: 0, alreadyThere: 2 } });
  expect(standIn.log.map(({ status }) => status)).toEqual([304, 304]);
});

test("fetches ranges and everything that the page links to, and reports what is not published", async () => {
  standIn.files.set(NEWER, archive);
  standIn.files.set(PAGE, Buffer.from(`<a href="${OLDER}"></a><a href="${NEWER}"></a>`));
  expect(await ingest("all")).toMatchObject({ code: 0, summary: { dataSets: 2, notPublished: [] } });
  expect(standIn.asked(ZIP).map(({ path }) => path)).toEqual([OLDER, NEWER]);
  expect(await ingest("2024q2..2024q3")).toMatchObject({ code: 2, summary: { dataSets: 1, notPublished: ["2024q2"] } });
});

test("tries both places if the page is missing", async () => {
  standIn.misbehave({ on: /sec-markets-data/, kind: "web page" });
  standIn.files.delete(OLDER);
  const moved = OLDER.replace("structureddata", "datastandardsinnovation");
  standIn.files.set(moved, archive);
  expect(await ingest("2024q3")).toMatchObject({ code: 0, summary: { stored: 2 } });
  expect(standIn.asked(ZIP).map(({ path }) => path)).toEqual([OLDER, moved]);
  expect(events.map(({ kind }) => kind)).toContain("page of data sets unread");
});

test("resumes a download where it stopped", async () => {
  standIn.misbehave({ on: ZIP, kind: "cut", times: 2 });
  expect(await ingest("2024q3")).toMatchObject({ code: 0, summary: { stored: 2 } });
  const half = archive.length >> 1;
  const rest = archive.length - half;
  expect(standIn.asked(ZIP).map(({ range }) => range)).toEqual([
    null,
    `bytes=${half}-`,
    `bytes=${half + (rest >> 1)}-`,
  ]);
});

test("resumes an interrupted download the next time, or starts again if the file has changed", async () => {
  const interrupt = new AbortController();
  standIn.misbehave({ on: ZIP, kind: "silent", times: 1 });
  setTimeout(() => interrupt.abort(), 100);
  await expect(ingestPublishedDataSets(open(interrupt.signal), ["2024q3"])).rejects.toThrow(/abort/i);
  standIn.misbehave({ on: ZIP, kind: "cut", times: 1 });
  const changed = readFileSync(await writeArchive(join(dataDir, "other.zip"), { ...TWO_FILINGS, FOOTNOTES: [] }));
  standIn.files.set(OLDER, changed);
  expect(await ingest("2024q3")).toMatchObject({ code: 0, summary: { stored: 2 } });
  expect(readFileSync(join(dataDir, "downloads/2024q3_form345.zip"))).toEqual(changed);
});

test("fetches an archive once more if it is cut off at its source", async () => {
  standIn.misbehave({ on: ZIP, kind: "truncated", times: 1 });
  expect(await ingest("2024q3")).toMatchObject({ code: 0, summary: { stored: 2 } });
  expect(standIn.asked(ZIP)).toHaveLength(2);
});

test("does not take a web page for an archive", async () => {
  standIn.misbehave({ on: ZIP, kind: "web page", times: 2 });
  expect(await ingest("2024q3")).toMatchObject({ code: 0, summary: { stored: 2 } });
  standIn.misbehave({ on: ZIP, kind: "web page" });
  rmSync(join(dataDir, "downloads"), { recursive: true });
  await expect(ingest("2024q3")).rejects.toThrow(/it is a web page, not an archive/);
});

test.each(["truncated", "damaged inside"])(
  "refuses and reports an archive that stays %s, and stores nothing",
  async (kind) => {
    const damaged = Buffer.from(archive);
    for (let i = 60; i < 90; i++) damaged[i] = 0xff;
    if (kind === "truncated") standIn.misbehave({ on: ZIP, kind: "truncated" });
    else standIn.files.set(OLDER, damaged);
    const outcome = await ingest("2024q3");
    expect(outcome).toMatchObject({ code: 1, summary: { dataSets: 0, dataSetsRefused: 1, stored: 0 } });
    expect(events.filter((event) => event.kind === "data set refused")).toMatchObject([
      { message: expect.stringMatching(/damaged/) },
    ]);
    expect(await countFilings()).toBe(0);
    expect(existsSync(join(dataDir, "downloads/2024q3_form345.zip"))).toBe(false);
    standIn.files.set(OLDER, archive);
  },
);

test.each(["2024", "2024q5", "2024q3..2024q1", "q3"])("refuses %s with a reason", async (name) => {
  await expect(ingest(name)).rejects.toThrow(`dataset ${name}:`);
});
