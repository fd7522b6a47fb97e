import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DraftFolder, type DraftReading } from "@/db/paper/draft-folder";
import { NO_ANSWERS } from "@/paper/drafts/draft-answers";
import { readingForTest } from "@/testing/reading-for-test";

const READ: DraftReading = { outcome: "read", reading: readingForTest() };

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "section16-drafts-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

const bytes = Buffer.from("FORM 4");

test("the same file is the same draft, with its answers, and is read once", async () => {
  const drafts = new DraftFolder(dataDir);
  const draft = await drafts.keep("form.txt", bytes);
  expect(draft.read).toBeNull();
  await drafts.wasRead(draft, READ);
  await drafts.answer(draft, { ...NO_ANSWERS, corrections: [{ pointer: "/remarks", asRead: null, value: "None" }] });
  const again = await drafts.keep("copy.txt", bytes);
  expect(again).toMatchObject({
    sha256: draft.sha256,
    fileName: "form.txt",
    corrections: [{ value: "None" }],
    read: READ,
  });
  expect(await drafts.bytesOf(again)).toEqual(bytes);
});

test("its stamp changes with its answers", async () => {
  const drafts = new DraftFolder(dataDir);
  const draft = await drafts.keep("form.txt", bytes);
  const stamp = async () => (await drafts.find(draft.sha256))?.stamp;
  expect(await stamp()).toBe(draft.stamp);
  await drafts.answer(draft, { ...NO_ANSWERS, corrections: [{ pointer: "/remarks", asRead: null, value: "None" }] });
  const second = await stamp();
  expect(second).not.toBe(draft.stamp);
  expect(await stamp()).toBe(second);
});

test("a refused file is read again when it is uploaded again", async () => {
  const drafts = new DraftFolder(dataDir);
  const draft = await drafts.keep("form.txt", bytes);
  await drafts.wasRead(draft, { outcome: "refused", message: "No form." });
  expect((await drafts.find(draft.sha256))?.read?.outcome).toBe("refused");
  expect((await drafts.keep("form.txt", bytes)).read).toBeNull();
});

test("keeps only the outcome of a stored form", async () => {
  const drafts = new DraftFolder(dataDir);
  const draft = await drafts.keep("form.txt", bytes);
  expect(await drafts.stored(draft.sha256)).toBeNull();
  const stored = { accessionNumber: "local-0123456789ab", outcome: "stored" as const, differences: [] };
  await drafts.wasStored(draft, stored);
  expect(await drafts.stored(draft.sha256)).toEqual(stored);
  expect(await drafts.find(draft.sha256)).toBeNull();
  expect(await readdir(join(dataDir, "paper-drafts", draft.sha256))).toEqual(["stored.json"]);
  expect(await drafts.stored("../secret")).toBeNull();
});

test("a file name or a draft name cannot be used as a path", async () => {
  const drafts = new DraftFolder(dataDir);
  await drafts.keep("../../escape.txt", bytes);
  expect(await readdir(dataDir)).toEqual(["paper-drafts"]);
  for (const name of ["..", "../paper-drafts", "a".repeat(63), ""]) expect(await drafts.find(name)).toBeNull();
});

test("a draft is kept for a day after it was last changed", async () => {
  const { sha256 } = await new DraftFolder(dataDir).keep("form.txt", bytes);
  const tomorrow = new DraftFolder(dataDir, () => Date.now() + 25 * 60 * 60 * 1000);
  expect(await tomorrow.find(sha256)).toBeNull();
  await tomorrow.keep("other.txt", Buffer.from("FORM 5"));
  expect(await readdir(join(dataDir, "paper-drafts"))).not.toContain(sha256);
});

test("of more than 50, the oldest are removed", async () => {
  const drafts = new DraftFolder(dataDir);
  const oldest = await drafts.keep("0.txt", Buffer.from("0"));
  const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);
  await utimes(join(dataDir, "paper-drafts", oldest.sha256), anHourAgo, anHourAgo);
  for (let n = 1; n <= 50; n++) await drafts.keep(`${n}.txt`, Buffer.from(String(n)));
  expect(await readdir(join(dataDir, "paper-drafts"))).toHaveLength(50);
  expect(await drafts.find(oldest.sha256)).toBeNull();
});
