import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFiles } from "@/db/ingest/list-files";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { derivedForTest } from "@/testing/derived-for-test";
import { type FilingForTest, filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const REAL = { isSample: false } as const;

const PLAN = "Sold under a Rule 10b5-1 trading plan adopted on March 3, 2025.";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ingest = (...filings: FilingForTest[]) => ingestFiles(database, filings.map(filingForTest), REAL);

/** By position, the marks of a filing's notes and some of their words. */
async function linesOf(n: number): Promise<Record<number, string[]>> {
  const { rows } = await database.pool.query<{ position: number; lexemes: string[] }>(
    "select position, tsvector_to_array(words) as lexemes from searched_note where accession_number like '%-' || lpad($1, 6, '0') order by 1",
    [String(n)],
  );
  return Object.fromEntries(rows.map(({ position, lexemes }) => [position, lexemes]));
}

async function kindsOf(texts: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ kinds: string[] }>(
    "select kinds from stated_facts where text_md5 = md5($1)::uuid",
    [texts],
  );
  return rows[0]?.kinds ?? [];
}

const sale = { code: "S", letter: "D", date: "2025-06-02", shares: "10", price: "10.5" } as const;

test("marks a note with its parties, its dates and its facts, and with the code and day of the rows that cite it", async () => {
  await ingest({
    n: 1,
    filed: "2025-06-03",
    jointOwners: [["9900417", "Falk Dmitri"]],
    notes: { F1: PLAN, F2: "Held by a trust." },
    remarks: "Power of attorney.",
    rows: [
      { ...sale, priceNote: "F1" },
      { ...sale, code: "P", date: "2024-02-29", heldNote: "F2", held: "9" },
    ],
  });
  const lines = await linesOf(1);
  const common = ["D:4", "I:9900208", "M:2025", "M:2025-06", "O:9900416", "O:9900417"];
  expect(lines[1]).toEqual(
    expect.arrayContaining([...common, "C:S", "T:usual", "F:plan_adopted", "F:plan_10b5_1:made_under", "sold"]),
  );
  expect(lines[1]).not.toContain("C:P");
  expect(lines[2]).toEqual(expect.arrayContaining([...common, "C:P", "T:2024", "T:2024-02", "trust"]));
  expect(lines[2]).not.toContain("T:usual");
  expect(lines[0]).toEqual(expect.arrayContaining([...common, "C:P", "C:S", "T:usual", "T:2024-02", "attorney"]));
  expect(await kindsOf(PLAN)).toEqual(["plan_10b5_1", "plan_10b5_1:made_under", "plan_adopted"]);
  expect(await kindsOf("Power of attorney.")).toEqual([]);
});

test("replaces the lines of a filing that has a new version", async () => {
  await ingest({
    n: 2,
    filed: "2025-06-03",
    notes: { F1: PLAN, F2: "A second note." },
    rows: [{ ...sale, priceNote: "F1" }],
  });
  expect(Object.keys(await linesOf(2))).toEqual(["1", "2"]);
  await ingest({ n: 2, filed: "2025-06-03", notes: { F1: "Not sold at all." }, remarks: "See above.", rows: [sale] });
  const lines = await linesOf(2);
  expect(Object.keys(lines)).toEqual(["0", "1"]);
  expect(lines[1]).not.toEqual(expect.arrayContaining(["plan"]));
  expect(lines[1]?.filter((lexeme) => /^[CFT]:/.test(lexeme))).toEqual([]);
});

test("moves the notes of a filing whose date becomes known", async () => {
  const filing = { n: 3, period: "2025-06-30", notes: { F1: PLAN }, rows: [{ ...sale, priceNote: "F1" }] };
  await ingest(filing);
  expect((await linesOf(3))[1]).toEqual(expect.arrayContaining(["G:none"]));
  await ingest({ ...filing, filed: "2025-07-08", signature: "/s/ Ingrid M. Tollefsen" });
  const lines = await linesOf(3);
  expect(lines[1]).toEqual(expect.arrayContaining(["M:2025-07"]));
  expect(lines[1]).not.toEqual(expect.arrayContaining(["G:none"]));
});

test("reads notes that were cut at the length limit as one, and marks each with what its own words state", async () => {
  const filler = "The seller will give the full breakdown of these trades to whoever asks for it and may do so. ";
  const first = `${filler.repeat(10)}The price is a weighted average: the shares were sold at prices ranging from $10.00 to`;
  const second = `$10.75, inclusive. The shares are held by the Marrow Family Trust.`;
  await ingest({ n: 4, filed: "2025-06-03", notes: { F1: first, F2: second }, rows: [{ ...sale, priceNote: "F1" }] });
  const lines = await linesOf(4);
  expect(lines[1]).toEqual(expect.arrayContaining(["F:weighted_average", "F:price_ranges"]));
  expect(lines[1]).not.toContain("F:holder");
  expect(lines[2]).toContain("F:holder");
  expect(await kindsOf(`${first} ${second}`)).toEqual(
    expect.arrayContaining(["price_ranges", "holder", "weighted_average"]),
  );
  await expectTheSameFromNothing(database);
});

test("corrects a text whose facts have changed or gone", async () => {
  await database.pool.query(`
    update stated_facts set facts = '{}', kinds = '{gift}' where text_md5 = md5('${PLAN}')::uuid;
    insert into stated_facts values (md5('Power of attorney.')::uuid, '{}', '{gift}');
    insert into filing_to_derive select accession_number from filing where accession_number like '%000001'`);
  await deriveWaiting(database);
  expect(await kindsOf(PLAN)).toContain("plan_adopted");
  expect(await kindsOf("Power of attorney.")).toEqual([]);
});

/** The facts and lines of notes, derived from nothing. */
async function expectTheSameFromNothing(of: TestDatabase) {
  const { searched_note, stated_facts } = await derivedForTest(of);
  await rebuildDerived(of);
  const rebuilt = await derivedForTest(of);
  const without = (lines: string[] = [], others: string[] = []) => lines.filter((line) => !others.includes(line));
  expect(without(rebuilt.searched_note, searched_note)).toEqual([]);
  expect(without(searched_note, rebuilt.searched_note)).toEqual([]);
  // Texts of earlier versions may be gone.
  expect(without(rebuilt.stated_facts, stated_facts)).toEqual([]);
  expect(rebuilt.searched_note?.length).toBeGreaterThan(0);
}

const corpus = corpusFolder();

describe.skipIf(corpus === null)("notes of real filings (skipped where there is no corpus)", () => {
  test("have the same facts and lines from nothing as one by one", async () => {
    const { files } = await listFiles([...corpusFiles(corpus ?? "", "xml"), ...corpusFiles(corpus ?? "", "txt")]);
    const other = await createTestDatabase();
    try {
      await ingestFiles(other, files, REAL);
      await expectTheSameFromNothing(other);
    } finally {
      await other.drop();
    }
  });
});
