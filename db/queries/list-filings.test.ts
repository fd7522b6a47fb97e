import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFilingEntries } from "@/db/queries/filing-entries";
import { countFilings, countRecord, countUndated, listFilings } from "@/db/queries/list-filings";
import { listDirectory } from "@/db/queries/list-parties";
import { summarizeTrades } from "@/db/queries/summarize-trades";
import { databaseOn } from "@/db/server/client";
import { NO_FILTER, parseFilter } from "@/lib/filters/filing-filter";
import type { GuardedRequest, SharedWithGuard } from "@/lib/requests/guarded-request";
import { sumsOf, tradeTotals } from "@/lib/series/day-sum";
import { newYorkDate } from "@/lib/values/dates";
import { daysBefore } from "@/lib/values/days-before";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

type Row = { code: string; letter: "A" | "D"; date: string; shares: string; price?: string };
type Made = {
  n: number;
  filed: string | null;
  form?: string;
  original?: string;
  issuer?: [string, string, string];
  owner?: [string, string];
  rows: Row[];
};

const row = ({
  code,
  letter,
  date,
  shares,
  price,
}: Row) => `<nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle>
<transactionDate><value>${date}</value></transactionDate><transactionCoding><transactionCode>${code}</transactionCode></transactionCoding>
<transactionAmounts><transactionShares><value>${shares}</value></transactionShares><transactionPricePerShare>${price ? `<value>${price}</value>` : ""}</transactionPricePerShare>
<transactionAcquiredDisposedCode><value>${letter}</value></transactionAcquiredDisposedCode></transactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>`;

const KESTREL: [string, string, string] = ["9900208", "Kestrel Grid Systems", "KSTG"];

function filing({
  n,
  filed,
  form = "4",
  original,
  issuer = KESTREL,
  owner = ["9900416", "TOLLEFSEN INGRID M"],
  rows,
}: Made) {
  const number = `9999000001-25-${String(n).padStart(6, "0")}`;
  const xml = `<ownershipDocument><documentType>${form}</documentType><periodOfReport>2025-06-01</periodOfReport>${original ? `<dateOfOriginalSubmission>${original}</dateOfOriginalSubmission>` : ""}
<issuer><issuerCik>${issuer[0]}</issuerCik><issuerName>${issuer[1]}</issuerName><issuerTradingSymbol>${issuer[2]}</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>${owner[0]}</rptOwnerCik><rptOwnerName>${owner[1]}</rptOwnerName></reportingOwnerId></reportingOwner>
<nonDerivativeTable>${rows.map(row).join("")}</nonDerivativeTable></ownershipDocument>`;
  const text = filed
    ? `<SEC-DOCUMENT>\n<ACCEPTANCE-DATETIME>${filed.replaceAll("-", "")}170000\nACCESSION NUMBER: ${number}\nFILED AS OF DATE: ${filed.replaceAll("-", "")}\n<DOCUMENT><XML>${xml}</XML>`
    : xml;
  const fileName = `${number}.${filed ? "txt" : "xml"}`;
  return { fileName, read: async () => ({ fileName, bytes: Buffer.from(text) }) };
}

const FILINGS: Made[] = [
  { n: 1, filed: "2025-06-02", rows: [{ code: "P", letter: "A", date: "2025-05-30", shares: "1000", price: "10.00" }] },
  {
    n: 2,
    filed: "2025-06-03",
    rows: [
      { code: "P", letter: "A", date: "2025-06-02", shares: "500", price: "10.40" },
      { code: "S", letter: "D", date: "2025-06-03", shares: "7500", price: "64.87" },
      { code: "F", letter: "D", date: "2025-06-03", shares: "10", price: "64.87" },
    ],
  },
  { n: 3, filed: "2025-06-04", rows: [{ code: "S", letter: "D", date: "2025-06-04", shares: "3" }] },
  {
    n: 4,
    filed: "2025-06-05",
    form: "4/A",
    original: "2025-06-03",
    rows: [{ code: "P", letter: "A", date: "2025-06-02", shares: "501", price: "10.40" }],
  },
  { n: 5, filed: "2025-06-06", rows: [{ code: "S", letter: "A", date: "2025-06-05", shares: "9", price: "5" }] },
  {
    n: 6,
    filed: null,
    issuer: ["9900320", "Tannery Row Foods", "TRWF"],
    owner: ["9900500", "COOK TIMOTHY D"],
    rows: [{ code: "P", letter: "A", date: "2025-06-01", shares: "1", price: "1" }],
  },
];

describe("lists of filings", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestFiles(database, FILINGS.map(filing), { isSample: false });
  });
  afterAll(() => database.drop());

  const filter = (query: string) => parseFilter(new URLSearchParams(query)).filter;
  const numbers = async (query: string) => {
    const page = await listFilings(database.db, filter(query), { after: null, limit: 50, onlyTransactions: true });
    return page.entries.map((entry) => Number(entry.filing.accessionNumber.slice(-6)));
  };

  /** The database, and the statements that were sent to it. */
  const watched = () => {
    const sent: string[] = [];
    const { pool } = database;
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    const watching = Object.assign(Object.create(pool), {
      query: (statement: { text: string }, ...args: unknown[]) => {
        sent.push(statement.text);
        return query(statement, ...args);
      },
    }) as typeof pool;
    return { db: databaseOn(watching), sent };
  };

  test("takes as many statements for five filings as for one", async () => {
    const statements = async (numbers: string[]) => {
      const { db, sent } = watched();
      expect(await listFilingEntries(db, numbers)).toHaveLength(numbers.length);
      return sent.length;
    };
    const all = FILINGS.map(({ n }) => `9999000001-25-${String(n).padStart(6, "0")}`);
    // Filings, owners, rows and footnotes, what is derived from filings and rows, and trades that other filings also report.
    const [held = ""] = all;
    expect(await statements([held])).toBe(9);
    expect(await statements(all.slice(0, 5))).toBe(9);
  });

  test("reads the kinds of lines once for a page of several lists, and again for the next page", async () => {
    const { db, sent } = watched();
    const requests = new AsyncLocalStorage<GuardedRequest>();
    const shared: typeof globalThis & SharedWithGuard = globalThis;
    shared.section16Request = requests;
    const draw = () =>
      requests.run({ isForMarkup: true, search: "", isReading: true, seen: null }, () =>
        Promise.all(["code=P", "code=S", ""].map((query) => countFilings(db, filter(query)))),
      );
    try {
      const first = await draw();
      const kindsRead = () => sent.filter((text) => text.includes("listing_kind")).length;
      expect(kindsRead()).toBe(1);
      expect(await draw()).toEqual(first);
      expect(kindsRead()).toBe(2);
    } finally {
      delete shared.section16Request;
    }
  });

  test("lists the newest first; a filing without a filing date is ordered by the dates it has", async () => {
    expect(await numbers("")).toEqual([5, 4, 3, 2, 1, 6]);
  });

  test.each([
    ["code=P", [4, 1, 6]],
    ["code=F&code=S", [5, 3, 2]],
    ["code=W", []],
    ["filed-from=2025-06-03&filed-to=2025-06-04", [3, 2]],
    ["traded-from=2025-06-03&traded-to=2025-06-03", [2]],
    ["traded-to=2025-06-01&code=P", [1, 6]],
    ["form=4/A", [4]],
    ["issuer=9900320", [6]],
    ["issuer=trwf", [6]],
    ["issuer=grid+kes", [5, 4, 3, 2, 1]],
    ["insider=Tim+Cook", [6]],
    ["insider=cook&insider=tollefsen", [5, 4, 3, 2, 1, 6]],
    ["insider=cook&issuer=kestrel", []],
  ])("%s finds filings %j", async (query, expected) => {
    expect(await numbers(query)).toEqual(expected);
  });

  test("pages of two contain every filing once", async () => {
    const seen: number[] = [];
    let after = null;
    do {
      const page = await listFilings(database.db, NO_FILTER, { after, limit: 2, onlyTransactions: true });
      seen.push(...page.entries.map((entry) => Number(entry.filing.accessionNumber.slice(-6))));
      after = page.next;
    } while (after);
    expect(seen).toEqual([5, 4, 3, 2, 1, 6]);
  });

  test("counts current rows that match the filter, and their filings", async () => {
    expect(await countFilings(database.db, filter("code=P"))).toEqual({
      rows: { count: 3, countAtLeast: 3 },
      filings: { count: 3, countAtLeast: 3 },
    });
    expect(await countFilings(database.db, NO_FILTER)).toMatchObject({
      rows: { count: 7 },
      filings: { count: 6 },
    });
    // As filed, including the purchase that the amendment restates.
    expect(await countRecord(database.db)).toMatchObject({
      rows: { count: 8 },
      filings: { count: 6 },
    });
  });

  test("a filter on filing dates says how many filings have none", async () => {
    expect(await countUndated(database.db, filter("filed-from=2025-01-01"), true)).toMatchObject({ count: 1 });
    expect(await countUndated(database.db, filter("filed-from=2025-01-01&code=S"), true)).toMatchObject({ count: 0 });
    expect(await countUndated(database.db, NO_FILTER, true)).toBeNull();
  });

  test("1,000 at 10.00 + 501 at 10.40, as amended, + 1 at 1 = 15,211.40 bought; 7,500 at 64.87 = 486,525 sold, one sale without a price", async () => {
    const sums = await summarizeTrades(database.db, NO_FILTER);
    expect(tradeTotals(sums, "P")).toMatchObject({ rows: 3, shares: "1502", valueMissing: 0 });
    expect(Number(tradeTotals(sums, "P").value)).toBe(15_211.4);
    expect(tradeTotals(sums, "S")).toMatchObject({ rows: 2, valueMissing: 1 });
    expect(Number(tradeTotals(sums, "S").value)).toBe(486_525);
    // A sale marked as acquired is neither, and is reported.
    expect(sumsOf(sums).contradicting).toBe(1);
  });

  test("the directory finds names in any word order, each with its number of filings and its last one", async () => {
    const { entries, count } = await listDirectory(database.db, "insiders", filter("insider=ingrid+toll"), null, 50);
    expect(count).toEqual({ count: 1, countAtLeast: 1 });
    expect(entries[0]).toMatchObject({
      cik: "9900416",
      filings: 5,
      lastFiling: { accessionNumber: "9999000001-25-000005", filingDate: "2025-06-06" },
      others: [{ cik: "9900208", name: "Kestrel Grid Systems", tradingSymbol: "KSTG" }],
    });
  });

  test("a directory filtered by code counts the filings that have such a row", async () => {
    const { entries } = await listDirectory(database.db, "issuers", filter("code=F"), null, 50);
    expect(entries.map(({ cik, filings }) => [cik, filings])).toEqual([["9900208", 1]]);
  });

  test("a directory continues by name where its first page ended", async () => {
    const first = await listDirectory(database.db, "insiders", NO_FILTER, null, 1);
    expect(first.entries.map((e) => e.name)).toEqual(["COOK TIMOTHY D"]);
    const second = await listDirectory(database.db, "insiders", NO_FILTER, first.next, 1);
    expect(second.entries.map((e) => e.name)).toEqual(["TOLLEFSEN INGRID M"]);
    expect(second.next).toBeNull();
  });
});

test("filings are listed even if all of them are dated in the future", async () => {
  // Filings that were accepted after 5:30 pm on a Friday have the date of Monday.
  const monday = daysBefore(newYorkDate(new Date()), -3);
  const database = await createTestDatabase();
  try {
    await ingestFiles(database, [{ ...(FILINGS[0] as Made), filed: monday }].map(filing), { isSample: false });
    const page = await listFilings(database.db, NO_FILTER, { after: null, limit: 50, onlyTransactions: true });
    expect(page.entries.map((entry) => entry.filing.filingDate)).toEqual([monday]);
  } finally {
    await database.drop();
  }
});
