import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { countData } from "@/db/queries/data-state";
import { findNewAddress, findStoredFiling } from "@/db/queries/filing-record";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const corpus = corpusFolder();

describe.skipIf(corpus === null)("forms on paper and their XML (skipped where there is no corpus)", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  const pages = () =>
    corpusFiles(corpus ?? "", "paper/viewer")
      .filter((path) => path.endsWith(".html"))
      .slice(0, 4);
  const file = (fileName: string, path: string): Listed => ({
    fileName,
    read: async () => ({ fileName, bytes: readFileSync(path) }),
  });
  const ingest = (...files: Listed[]) => ingestFiles(database, files, { isSample: false });

  test("stores pages of the viewer under numbers of ours; each is replaced by its XML, and nothing changes the second time", async () => {
    const nameless = pages().map((path, index) => file(`page ${index}.html`, path));
    expect(await ingest(...nameless)).toMatchObject({ read: 4, stored: 4, refused: 0 });
    const onPaper = await database.db.query.filing.findMany({ columns: { accessionNumber: true, source: true } });
    expect(onPaper.map(({ source }) => source)).toEqual(Array(4).fill("paper"));

    const twins = pages().map((path) => `${basename(path, ".html")}.xml`);
    expect(await ingest(...twins.map((name) => file(name, join(corpus ?? "", "xml", name))))).toMatchObject({
      stored: 4,
      newVersions: 0,
    });
    expect(await countData(database.db)).toMatchObject({ filings: 4 });
    for (const { accessionNumber } of onPaper) {
      const led = accessionNumber.startsWith("local-")
        ? await findNewAddress(database.db, accessionNumber)
        : accessionNumber;
      expect((await findStoredFiling(database.db, led ?? ""))?.facts.source).toBe("xml");
    }
    expect(await ingest(...nameless)).toMatchObject({ stored: 0, alreadyThere: 4 });
  }, 60_000);
});
