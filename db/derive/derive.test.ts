import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFiles } from "@/db/ingest/list-files";
import { summarizeTrades } from "@/db/queries/summarize-trades";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { sumsOf } from "@/lib/series/day-sum";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { createDatabaseWith } from "@/testing/database-with";
import { DERIVED, derivedForTest } from "@/testing/derived-for-test";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { listed, readLargestIssuers } from "@/testing/sample-filings";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const SAMPLE = { isSample: true } as const;
const REAL = { isSample: false } as const;

/** The same order for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let state = seed;
  for (let at = order.length - 1; at > 0; at--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    const [one, two] = [order[at], order[other]];
    if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one];
  }
  return order;
}

/** Without an owner's place among the owners of a filing, which is that in which the filing names it. */
const withoutPositions = ({ owner_seat, listing, ...tables }: Awaited<ReturnType<typeof derivedForTest>>) => ({
  ...tables,
  owner_seat: withNull(owner_seat, "position"),
  listing: withNull(listing, "owner_position"),
});
const withNull = (lines: readonly string[] = [], column: string) =>
  lines.map((line) => JSON.stringify({ ...JSON.parse(line), [column]: null })).sort();

/** Everything filed on three issuers of the sample: joint filers, amendments, chains, gaps. */
const files = (await readLargestIssuers(3)).map(listed);

describe("derived tables do not depend on how filings came in", () => {
  let database: TestDatabase;
  let expected: Awaited<ReturnType<typeof derivedForTest>>;
  beforeAll(async () => {
    database = await createDatabaseWith("three_issuers");
    await rebuildDerived(database);
    expected = await derivedForTest(database);
  });
  afterAll(() => database.drop());

  test("the sample has something for every table", () => {
    expect(files.length).toBeGreaterThan(250);
    for (const table of DERIVED.filter((name) => name !== "split_hint")) {
      expect(expected[table]?.length, table).toBeGreaterThan(0);
    }
  });

  test("one by one in any order gives the same as all at once", async () => {
    const other = await createTestDatabase();
    try {
      const order = shuffled(files, 1);
      for (let at = 0; at < order.length; at += 60) await ingestFiles(other, order.slice(at, at + 60), SAMPLE);
      expect(await derivedForTest(other)).toEqual(expected);
    } finally {
      await other.drop();
    }
  });

  test("the same filings again change nothing, and the queue stays empty", async () => {
    const sums = sumsOf(await summarizeTrades(database.db, NO_FILTER));
    await ingestFiles(database, shuffled(files, 7), SAMPLE);
    expect(await deriveWaiting(database)).toBe(0);
    expect(await derivedForTest(database)).toEqual(expected);
    expect(sumsOf(await summarizeTrades(database.db, NO_FILTER))).toEqual(sums);
  });

  test("totals do not change when joint filers are named, and filings come, in another order", async () => {
    const other = await createTestDatabase();
    try {
      const reversed = await Promise.all(
        files.map(async ({ fileName, read }) => listed({ fileName, text: reverseOwners(await read()) })),
      );
      const order = shuffled(reversed, 2);
      for (let at = 0; at < order.length; at += 60) await ingestFiles(other, order.slice(at, at + 60), SAMPLE);
      const [one, two] = await Promise.all([database, other].map(({ db }) => summarizeTrades(db, NO_FILTER)));
      expect(sumsOf(two ?? [])).toEqual(sumsOf(one ?? []));
      expect(withoutPositions(await derivedForTest(other))).toEqual(withoutPositions(expected));
    } finally {
      await other.drop();
    }
  });
});

describe("one block of shares on three filings without a common owner, two of them amended", () => {
  const FUND: [string, string] = ["9900501", "Harrow Street Partners LP"];
  const ADVISER: [string, string] = ["9900502", "Alder Ridge Management Company, LLC"];
  const SAXON: [string, string] = ["9900503", "Saxon Michael J"];
  const sold = {
    code: "S",
    letter: "D",
    date: "2025-03-03",
    shares: "100",
    price: "10",
    held: "900",
    priceNote: "F1",
  } as const;
  const namesSaxon = { F1: "Michael J. Saxon is the managing member of the general partner." };
  const namesFund = { F1: "Sold by Harrow Street Partners, L.P., which the reporting person advises." };
  const amends = { form: "4/A", dateOfOriginalSubmission: "2025-03-05", period: "2025-03-03" };
  const filings = [
    filingForTest({ n: 1, owner: FUND, filed: "2025-03-05", period: "2025-03-03", notes: namesSaxon, rows: [sold] }),
    filingForTest({
      n: 2,
      owner: SAXON,
      filed: "2025-03-05",
      period: "2025-03-03",
      rows: [{ ...sold, priceNote: undefined }],
    }),
    filingForTest({ n: 3, owner: ADVISER, filed: "2025-03-06", period: "2025-03-03", notes: namesFund, rows: [sold] }),
    filingForTest({
      n: 4,
      owner: FUND,
      filed: "2025-03-10",
      ...amends,
      notes: namesSaxon,
      rows: [{ ...sold, shares: "90", held: "910" }],
    }),
    filingForTest({
      n: 5,
      owner: SAXON,
      filed: "2025-03-11",
      ...amends,
      rows: [{ ...sold, held: "895", priceNote: undefined }],
    }),
  ];
  const place = (n: number) => `9999000001-25-00000${n}#I-1`;

  test.each(["12345", "54321", "35142", "24153", "41523"])(
    "counts once, whether derived one by one (%s) or all at once",
    async (order) => {
      const database = await createTestDatabase();
      try {
        for (const n of order) await ingestFiles(database, filings.slice(Number(n) - 1, Number(n)), SAMPLE);
        const oneByOne = await derivedForTest(database);
        const { rows } = await database.pool.query(
          "select accession_number || '#' || table_number || '-' || line as key, event from event_row order by 1",
        );
        expect(rows).toEqual([3, 4, 5].map((n) => ({ key: place(n), event: place(3) })));
        await rebuildDerived(database);
        expect(await derivedForTest(database)).toEqual(oneByOne);
      } finally {
        await database.drop();
      }
    },
    60_000,
  );
});

describe("sales in May of three years, and a later one", () => {
  const sale = (n: number, date: string, filed: string) =>
    filingForTest({
      n,
      filed,
      period: date,
      rows: [{ code: "S", letter: "D", date, shares: String(100 + n), price: "10" }],
    });
  const filings = [
    sale(1, "2021-05-10", "2021-05-12"),
    sale(2, "2022-05-10", "2022-05-12"),
    sale(3, "2023-05-10", "2023-05-12"),
    sale(4, "2024-11-04", "2024-11-06"),
  ];

  test.each(["1234", "4213"])("the later one is routine, in whatever order they come (%s)", async (order) => {
    const database = await createTestDatabase();
    try {
      for (const n of order) await ingestFiles(database, filings.slice(Number(n) - 1, Number(n)), REAL);
      const oneByOne = await derivedForTest(database);
      const { rows } = await database.pool.query(
        `select right(accession_number, 1) as n, label, routine_months as months from trade_history order by 1`,
      );
      expect(rows).toEqual([
        { n: "1", label: "unclassified", months: null },
        { n: "2", label: "unclassified", months: null },
        { n: "3", label: "unclassified", months: null },
        { n: "4", label: "routine", months: [5] },
      ]);
      await rebuildDerived(database);
      expect(await derivedForTest(database)).toEqual(oneByOne);
    } finally {
      await database.drop();
    }
  });
});

function reverseOwners(read: unknown): string {
  const text = typeof read === "object" && read !== null && "bytes" in read ? String(read.bytes) : "";
  const owners = [...text.matchAll(/<reportingOwner>[\s\S]*?<\/reportingOwner>\s*/g)].map(([owner]) => owner);
  const [first] = owners;
  if (!first || owners.length < 2) return text;
  return text.replace(owners.join(""), [...owners].reverse().join(""));
}

const corpus = corpusFolder();

describe.skipIf(corpus === null)("real filings (skipped where there is no corpus)", () => {
  test("give the same one by one as all at once", async () => {
    const { files } = await listFiles([...corpusFiles(corpus ?? "", "xml"), ...corpusFiles(corpus ?? "", "txt")]);
    const database = await createTestDatabase();
    try {
      const order = shuffled(files, 11);
      for (let at = 0; at < order.length; at += 40) await ingestFiles(database, order.slice(at, at + 40), REAL);
      const oneByOne = await derivedForTest(database);
      // The highest prices in them are those of Alphabet and Tesla before their splits.
      expect(oneByOne.implausible_row).toEqual([]);
      await rebuildDerived(database);
      expect(await derivedForTest(database)).toEqual(oneByOne);
    } finally {
      await database.drop();
    }
  });
});
