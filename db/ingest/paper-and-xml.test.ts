import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { countData } from "@/db/queries/data-state";
import { findNewAddress, findStoredFiling } from "@/db/queries/filing-record";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { printedForm } from "@/testing/printed-forms";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

/** A page without a number, and the XML of the same filing under its accession number. */
type Twin = { page: () => Buffer; xmlName: string; xml: () => Buffer };

const invented: Twin[] = [
  "sales-under-a-plan.viewer",
  "amendment-of-gifts.viewer",
  "first-statement",
  "annual-statement",
  "fund-and-its-partners",
].map((page, index) => ({
  page: () => printedForm(`${page}.html`),
  xmlName: `0009950100-26-00000${index + 1}.xml`,
  xml: () => printedForm(`${page.replace(".viewer", "")}.xml`),
}));

const corpus = corpusFolder();
const real: Twin[] = (corpus === null ? [] : corpusFiles(corpus, "paper/viewer"))
  .filter((path) => path.endsWith(".html"))
  .slice(0, 4)
  .map((path) => {
    const xmlName = `${basename(path, ".html")}.xml`;
    return { page: () => readFileSync(path), xmlName, xml: () => readFileSync(join(corpus ?? "", "xml", xmlName)) };
  });

describe.each([
  ["invented", invented],
  ["real", real],
])("forms on paper and their XML: %s filings", (_, twins) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  const file = (fileName: string, bytes: () => Buffer): Listed => ({
    fileName,
    read: async () => ({ fileName, bytes: bytes() }),
  });
  const ingest = (files: Listed[]) => ingestFiles(database, files, { isSample: false });

  test.skipIf(twins.length === 0)(
    "stores pages under numbers of ours; each is replaced by its XML, and nothing changes the second time",
    async () => {
      const count = twins.length;
      const pages = twins.map(({ page }, index) => file(`page ${index}.html`, page));
      expect(await ingest(pages)).toMatchObject({ read: count, stored: count, refused: 0 });
      const onPaper = await database.db.query.filing.findMany({ columns: { accessionNumber: true, source: true } });
      expect(onPaper.map(({ source }) => source)).toEqual(Array(count).fill("paper"));

      const documents = twins.map(({ xmlName, xml }) => file(xmlName, xml));
      expect(await ingest(documents)).toMatchObject({ stored: count, newVersions: 0 });
      expect(await countData(database.db)).toMatchObject({ filings: count });
      for (const { accessionNumber } of onPaper) {
        const led = accessionNumber.startsWith("local-")
          ? await findNewAddress(database.db, accessionNumber)
          : accessionNumber;
        expect((await findStoredFiling(database.db, led ?? ""))?.facts.source).toBe("xml");
      }
      expect(await ingest(pages)).toMatchObject({ stored: 0, alreadyThere: count });
    },
    60_000,
  );
});
