import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ingestDataSets } from "@/db/dataset/ingest-data-sets";
import { forgetListed, noteListed, noteRefusal } from "@/db/edgar/listed-filings";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { sha256 } from "@/db/ingest/read-incoming";
import { removeSample } from "@/db/ingest/remove-sample";
import { NO_IDENTITY, storePaper } from "@/db/ingest/store-paper";
import { countData } from "@/db/queries/data-state";
import { TALLIES } from "@/db/queries/tallies";
import { COUNT_TABLES } from "@/db/tally/count-tables";
import { foldTallies } from "@/db/tally/fold-tallies";
import { rebuildTallies } from "@/db/tally/rebuild-tallies";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import { parseAccessionNumber } from "@/lib/record/accession-number";
import { type Cik, parseCik } from "@/lib/record/cik";
import { TWO_FILINGS, writeArchive } from "@/testing/data-set-for-test";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
const folder = await mkdtemp(join(tmpdir(), "section16-tally-"));
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const KEY = sql`subject, day::text, document_type, schema_version, source, is_sample`;

async function expectTrueCounts() {
  const { rows: kept } = await database.db.execute(
    sql`select ${KEY}, sum(n)::int as n from ${TALLIES} group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6`,
  );
  const { rows: counted } = await database.db.execute(
    sql`select ${KEY}, n::int from (${COUNT_TABLES}) as tables order by 1, 2, 3, 4, 5, 6`,
  );
  expect(kept).toEqual(counted);
}

const file = (fileName: string, text: string): Listed => ({
  fileName,
  read: async () => ({ fileName, bytes: Buffer.from(text) }),
});
const textOf = async (listed: Listed): Promise<string> => {
  const read = await listed.read();
  return read.bytes.toString();
};
const ingest = (files: Listed[], isSample = false) => ingestFiles(database, files, { isSample });

const KESTREL_CIK = parseCik("9900208") as Cik;
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
const sale = filingForTest({
  n: 1,
  filed: "2025-06-12",
  notes: { F1: "One.", F2: "Two." },
  rows: [SALE, { held: "5" }],
});
const number = (n: number) => {
  const parsed = parseAccessionNumber(`9999000001-25-${String(n).padStart(6, "0")}`);
  if (!parsed) throw new Error(`${n} makes no accession number`);
  return parsed;
};

describe("the stored counts equal those of the tables after", () => {
  afterEach(expectTrueCounts);

  test("the sample", async () => {
    await ingest(
      [filingForTest({ n: 900, rows: [SALE] }), filingForTest({ n: 901, filed: "2025-06-12", rows: [SALE] })],
      true,
    );
    expect(await countData(database.db)).toMatchObject({ filings: 2, transactions: 2, insiders: 1, issuers: 1 });
  });

  test("the first ingest, which removes the sample", async () => {
    await ingest([sale]);
    expect(await countData(database.db)).toEqual({
      filings: 1,
      insiders: 1,
      issuers: 1,
      transactions: 1,
      holdings: 1,
      footnotes: 2,
      problems: 0,
      refused: 0,
    });
  });

  test("the same filing again", async () => {
    await ingest([sale]);
    expect(await countData(database.db)).toMatchObject({ filings: 1 });
  });

  test("a new version of another form, with fewer rows and footnotes and with a problem", async () => {
    const other = filingForTest({
      n: 1,
      form: "4/A",
      filed: "2025-06-12",
      notes: { F1: "One." },
      rows: [{ ...SALE, letter: "A" }],
    });
    await ingest([other]);
    expect(await countData(database.db)).toMatchObject({ filings: 1, holdings: 0, footnotes: 1 });
  });

  test("a bare document, and then the submission that says when it was filed", async () => {
    const dated = filingForTest({ n: 2, filed: "2025-06-13", rows: [SALE] });
    const xml = (await textOf(dated)).match(/<XML>(.*)<\/XML>/s)?.[1] ?? "";
    await ingest([file(`${number(2)}.xml`, xml)]);
    await expectTrueCounts();
    await ingest([dated]);
  });

  test("a document without a number, and then the same with one", async () => {
    const dated = filingForTest({ n: 3, filed: "2025-06-13", rows: [SALE] });
    const xml = (await textOf(dated)).match(/<XML>(.*)<\/XML>/s)?.[1] ?? "";
    await ingest([file("form4.xml", xml)]);
    await expectTrueCounts();
    await ingest([dated]);
    expect(await countData(database.db)).toMatchObject({ filings: 3 });
  });

  test("a refused document, twice", async () => {
    const broken = file("broken.xml", "<ownershipDocument>");
    await ingest([broken]);
    await ingest([broken]);
    expect(await countData(database.db)).toMatchObject({ refused: 1 });
  });

  test("a paper form, and then its XML", async () => {
    const dated = filingForTest({ n: 4, filed: "2025-06-16", rows: [SALE] });
    const xml = (await textOf(dated)).match(/<XML>(.*)<\/XML>/s)?.[1] ?? "";
    const parsed = parseOwnershipDocument(xml);
    if (parsed.outcome === "refused") throw new Error(parsed.message);
    const bytes = Buffer.from("a scan");
    const stored = await storePaper(database.pool, {
      fileName: "scan.pdf",
      bytes,
      reading: {
        kind: "ocr",
        document: parsed.document,
        unread: [],
        uncertain: [],
        checks: [],
        problems: [{ pointer: null, place: null, message: "Could not be placed: “blot”" }],
        places: {},
        doubts: {},
        accessionNumber: null,
        text: [["blot"]],
      },
      corrections: [],
      identity: NO_IDENTITY,
    });
    expect(stored.accessionNumber).toBe(`local-${sha256(bytes).slice(0, 12)}`);
    await expectTrueCounts();
    await ingest([dated]);
    expect(await countData(database.db)).toMatchObject({ filings: 4 });
  });

  test("a quarter of the data sets that includes a known filing", async () => {
    const tables = structuredClone(TWO_FILINGS);
    const first = tables.SUBMISSION?.[0];
    await ingest([filingForTest({ n: 5, filed: "2024-09-13", rows: [SALE] })]);
    tables.SUBMISSION?.push([number(5), "13-SEP-2024", ...(first ?? []).slice(2)]);
    await ingestDataSets(database, [await writeArchive(join(folder, "2024q3_form345.zip"), tables)]);
    expect(await countData(database.db)).toMatchObject({ filings: 7 });
  });

  test("filings that EDGAR lists, moves to another day, refuses and withdraws", async () => {
    const { db } = database;
    const listed = (n: number) => ({
      accessionNumber: number(n),
      cik: KESTREL_CIK,
      documentType: "4",
      filingDate: null,
    });
    await noteListed(db, [listed(20), listed(21), listed(22)], "2025-06-17", "feed");
    await expectTrueCounts();
    await noteListed(db, [listed(20), listed(23)], "2025-06-18", "index");
    await noteRefusal(db, number(21), "not XML");
    await forgetListed(db, number(22));
  });

  test("adding up the changes", async () => {
    await foldTallies(database.pool);
    const { rows } = await database.pool.query("select count(*)::int as n from tally_change");
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("many filings at once, while changes are added up", async () => {
    const files = Array.from({ length: 60 }, (_, n) =>
      filingForTest({ n: 100 + n, filed: "2025-07-01", rows: [SALE] }),
    );
    await Promise.all([
      ingest(files),
      ...Array.from({ length: 10 }, () => foldTallies(database.pool)),
      rebuildTallies(database.pool),
    ]);
    expect(await countData(database.db)).toMatchObject({ filings: 67 });
  });

  test("counting again after a count was wrong", async () => {
    await database.pool.query("update tally set n = n + 5 where subject = 'filing'");
    await rebuildTallies(database.pool);
  });

  test("removing the sample beside real filings", async () => {
    await ingest([filingForTest({ n: 902, filed: "2025-06-12", notes: { F1: "One." }, rows: [SALE] })], true);
    await expectTrueCounts();
    await removeSample(database.db);
  });
});
