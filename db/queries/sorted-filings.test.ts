import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFilings, streamFilings } from "@/db/queries/list-filings";
import { linesFor } from "@/db/queries/listing";
import { countUnsorted, findSorted } from "@/db/queries/sorted-filings";
import { type Cursor, parseCursor, printCursor } from "@/lib/filters/cursor";
import { NO_FILTER, parseFilter } from "@/lib/filters/filing-filter";
import { type ListOrder, parseListOrder } from "@/lib/filters/list-order";
import type { FilingPage } from "@/lib/views/lists";
import { filingForTest, transactionForTest as row } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const OTTER: [string, string, string] = ["9900301", "Aspen Otter Works", "AOTW"];
const ABEL: [string, string] = ["9900501", "Abel Ruth"];

const FILINGS = [
  // $1,000; 1,100 after 100 more: +10%.
  { n: 1, filed: "2025-06-02", rows: [row("P", "A", "2025-05-30", "100", "10", "1100")] },
  // $100 and $30,000.
  {
    n: 2,
    filed: "2025-06-03",
    rows: [row("P", "A", "2025-06-02", "10", "10"), row("P", "A", "2025-06-02", "1000", "30")],
  },
  // $10,000; 500 after 500 fewer: −50%. Late.
  { n: 3, filed: "2025-06-04", issuer: OTTER, rows: [row("S", "D", "2025-05-01", "500", "20", "500")] },
  // Without a price.
  { n: 4, filed: "2025-06-05", rows: [row("G", "D", "2025-06-04", "300")] },
  // $200. The year is a typing error.
  { n: 5, filed: "2025-06-06", rows: [row("P", "A", "2035-06-05", "40", "5")] },
  // $1,000, like filing 1.
  { n: 6, filed: "2025-06-09", owner: ABEL, rows: [row("P", "A", "2025-06-06", "100", "10", "100")] },
  // $64,597,500, which the footnote contradicts.
  {
    n: 7,
    filed: "2025-06-10",
    notes: { F1: "The shares were sold in multiple transactions at prices ranging from $28.61 to $29.05." },
    rows: [{ ...row("S", "D", "2025-06-09", "1500", "43065"), priceNote: "F1" }],
  },
];

describe("transactions in another order, by filing", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestFiles(database, FILINGS.map(filingForTest), { isSample: false });
  });
  afterAll(() => database.drop());

  /** The numbers of all filings, read page by page through the addresses of the pages. */
  async function pages(sort: string, query = "", limit = 2): Promise<number[]> {
    const order = parseListOrder(sort) as ListOrder;
    const { filter } = parseFilter(new URLSearchParams(query));
    const numbers: number[] = [];
    let after: Cursor | null = null;
    do {
      const page = await listFilings(database.db, filter, { after, limit, onlyTransactions: true, order });
      numbers.push(...page.entries.map(({ filing }) => Number(filing.accessionNumber.slice(-2))));
      after = page.next && parseCursor(printCursor(page.next), order);
      expect(after === null).toBe(page.next === null);
    } while (after);
    return numbers;
  }

  /** The same from the last page back to the first. */
  async function pagesBack(sort: string, limit = 2): Promise<number[]> {
    const order = parseListOrder(sort) as ListOrder;
    const options = { limit, onlyTransactions: true, order };
    const pages: number[][] = [];
    const numbersOf = ({ entries }: FilingPage) =>
      entries.map(({ filing }) => Number(filing.accessionNumber.slice(-2)));
    let page = await listFilings(database.db, NO_FILTER, { after: null, ...options });
    while (page.next) page = await listFilings(database.db, NO_FILTER, { after: page.next, ...options });
    for (;;) {
      pages.unshift(numbersOf(page));
      if (!page.previous) return pages.flat();
      const before = parseCursor(printCursor(page.previous), order);
      page = await listFilings(database.db, NO_FILTER, { after: null, before, ...options });
      expect(page.next).not.toBeNull();
    }
  }

  test.each([
    ["-filed", [7, 6, 5, 4, 3, 2, 1]],
    ["filed", [1, 2, 3, 4, 5, 6, 7]],
    // A filing is where its largest trade is, or its smallest; equal ones are newest first; 7 is implausible, 4 has no price.
    ["-value", [2, 3, 6, 1, 5, 7, 4]],
    ["value", [2, 5, 6, 1, 3, 7, 4]],
    // 1000, 500, 300, 100, 100, 40
    ["-shares", [2, 3, 4, 6, 1, 5, 7]],
    ["shares", [2, 5, 6, 1, 4, 3, 7]],
    // 30, 20, 10, 10, 5
    ["-price", [2, 3, 6, 1, 5, 7, 4]],
    // +10%, −50%; 6 is a new position, and the others have no balance.
    ["-change", [1, 3, 7, 6, 5, 4, 2]],
    ["change", [3, 1, 7, 6, 5, 4, 2]],
    // June 9, June 6 (5, as filed), June 6 (6), June 4, June 2, May 30, May 1
    ["-traded", [7, 6, 5, 4, 2, 1, 3]],
    ["traded", [3, 1, 2, 4, 6, 5, 7]],
    ["insider", [6, 7, 5, 4, 3, 2, 1]],
    ["-insider", [7, 5, 4, 3, 2, 1, 6]],
    ["issuer", [3, 7, 6, 5, 4, 2, 1]],
  ])("sort=%s", async (sort, expected) => {
    expect(await pages(sort)).toEqual(expected);
    expect(await pages(sort, "", 100)).toEqual(expected);
    expect(await pagesBack(sort)).toEqual(expected);
  });

  test("-delay puts the trade that was reported last of all first: 3, on the 23rd business day", async () => {
    expect((await pages("-delay"))[0]).toBe(3);
  });

  test("only rows that match the filter count", async () => {
    expect(await pages("-value", "code=P&shares-to=100")).toEqual([6, 1, 5, 2]);
  });

  test("rows without a value are counted: the gift, and the implausible price", async () => {
    const count = (sort: string) => countUnsorted(database.db, NO_FILTER, parseListOrder(sort) as ListOrder);
    expect((await count("-value")).count).toBe(2);
    expect((await count("traded")).count).toBe(0);
    expect((await count("filed")).count).toBe(0);
  });

  test("filings without a named insider come last, in both directions", async () => {
    const { db } = database;
    await db.execute(sql`update listing set owner_cik = null where accession_number like '%04'`);
    await db.execute(sql`insert into owner (cik, name, named_at) values ('9900599', null, now())`);
    await db.execute(sql`update listing set owner_cik = '9900599' where accession_number like '%02'`);
    // The row of filing 4, and the two of filing 2.
    expect((await countUnsorted(db, NO_FILTER, parseListOrder("insider") as ListOrder)).count).toBe(3);
    expect(await pages("insider")).toEqual([6, 7, 5, 3, 1, 4, 2]);
    expect(await pages("-insider")).toEqual([7, 5, 3, 1, 6, 4, 2]);
    expect(await pagesBack("insider")).toEqual([6, 7, 5, 3, 1, 4, 2]);
    expect(await pagesBack("-insider", 1)).toEqual([7, 5, 3, 1, 6, 4, 2]);
  });

  test("a file has all filings in the same order", async () => {
    const numbers: number[] = [];
    for await (const { filing } of streamFilings(database.db, NO_FILTER, true, parseListOrder("-value") as ListOrder)) {
      numbers.push(Number(filing.accessionNumber.slice(-2)));
    }
    expect(numbers).toEqual([2, 3, 6, 1, 5, 7, 4]);
  });

  test("a trade whose filing has no date at all is placed by its own day", async () => {
    const { db } = database;
    await db.execute(
      sql`update listing set ordered_at = '0001-01-01Z', filing_date = null where accession_number like '%06'`,
    );
    await db.execute(sql`insert into listing_kind select distinct kind from listing on conflict do nothing`);
    const lines = await linesFor(db, { filter: NO_FILTER, onlyTransactions: true });
    const order = parseListOrder("-traded") as ListOrder;
    const found = await findSorted(db, lines, { order, start: null, limit: 3 });
    // 6 is of June 6, like 5 as filed, which is newer in the order of filings.
    expect(found.map(({ accessionNumber, key }) => [Number(accessionNumber.slice(-2)), key])).toEqual([
      [7, "2025-06-09"],
      [5, "2025-06-06"],
      [6, "2025-06-06"],
    ]);
  });
});
