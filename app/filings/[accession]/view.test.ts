import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/filings/[accession]/as/[format]/route";
import { findFiling } from "@/app/filings/[accession]/view";
import { serveFrom } from "@/app/serve-from-for-test";
import { corpusFiles, corpusFolder } from "@/db/corpus";
import { filingForTest } from "@/db/ingest/filing-for-test";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { type Listed, listFiles } from "@/db/ingest/list-files";
import { storeSaxonForm4 } from "@/db/sample/store-saxon-form4";
import { createTestDatabase, type TestDatabase } from "@/db/test-database";

const REAL = { isSample: false, source: "xml" } as const;
const number = (n: number) => `9999000001-25-${String(n).padStart(6, "0")}`;

const sold = { code: "S", letter: "D" } as const;

/** A Form 3 of 10,000 shares, then a sale of 500, then one whose balance is 88 too high. */
const FILINGS = [
  filingForTest({ n: 1, form: "3", filed: "2024-06-03", rows: [{ held: "10000" }] }),
  filingForTest({
    n: 2,
    filed: "2025-02-04",
    rows: [{ ...sold, date: "2025-02-03", shares: "500", price: "10.40", held: "9500" }],
  }),
  filingForTest({
    n: 3,
    filed: "2025-03-04",
    rows: [
      { ...sold, date: "2025-03-03", shares: "1000", price: "64.87", held: "8588" },
      { ...sold, date: "2025-03-03", shares: "588", held: "8000" },
    ],
  }),
  filingForTest({
    n: 4,
    form: "4/A",
    filed: "2025-02-10",
    period: "2025-02-04",
    rows: [{ ...sold, date: "2025-02-03", shares: "501", price: "10.40", held: "9499" }],
  }),
];

async function view(accessionNumber: string) {
  const found = await findFiling(accessionNumber);
  if (found.outcome !== "found") throw new Error(`${accessionNumber} is ${found.outcome}`);
  return found.view;
}

const renamed = (file: Listed, fileName: string): Listed => ({
  fileName,
  read: async () => {
    const read = await file.read();
    return typeof read === "string" ? read : { ...read, fileName };
  },
});

const get = (accession: string, format: string, query = "") =>
  GET(new Request(`http://localhost:3000/filings/${accession}.${format}${query}`), {
    params: Promise.resolve({ accession, format }),
  });

describe("a filing's page and its formats", () => {
  let database: TestDatabase;
  let saxon: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    serveFrom(database);
    await ingestFiles(database, FILINGS, REAL);
    const stored = await storeSaxonForm4(database.pool);
    saxon = "accessionNumber" in stored ? stored.accessionNumber : "";
  });
  afterAll(() => database.drop());

  const checks = async (n: number) => (await view(number(n))).rows.map(({ check }) => check);

  test("balances go on from the filing before: 10,000 − 500 = 9,500", async () => {
    expect(await checks(2)).toMatchObject([
      { state: "consistent", expected: "9500", prior: { accessionNumber: number(1), row: "I-1", balance: "10000" } },
    ]);
  });

  test("9,500 − 1,000 = 8,500, reported 8,588: a gap of +88; then 8,588 − 588 = 8,000", async () => {
    expect(await checks(3)).toMatchObject([
      { state: "gap", expected: "8500", difference: "88", prior: { accessionNumber: number(2) } },
      { state: "consistent", expected: "8000", prior: { accessionNumber: number(3), row: "I-1" } },
    ]);
  });

  test("an amendment begins where its original began: 10,000 − 501 = 9,499", async () => {
    expect(await checks(4)).toMatchObject([{ state: "consistent", prior: { accessionNumber: number(1) } }]);
  });

  test("the headline names the owner as the signature does, and the title says form, issuer and day", async () => {
    const { headline, title, originalHref } = await view(number(2));
    expect(headline).toBe("Ingrid M. Tollefsen sold 500 Kestrel Grid Systems shares at $10.40");
    expect(title).toBe("Form 4, Ingrid M. Tollefsen, Kestrel Grid Systems, Inc., February 4, 2025");
    expect(originalHref).toBe(
      `https://www.sec.gov/Archives/edgar/data/9900208/999900000125000002/${number(2)}-index.htm`,
    );
  });

  test("18 digits lead to the number with dashes, a number that is not held to EDGAR, anything else nowhere", async () => {
    expect(await findFiling("999900000125000002")).toEqual({ outcome: "moved", accessionNumber: number(2) });
    expect(await findFiling(number(99))).toMatchObject({
      outcome: "unknown",
      message: expect.stringContaining("https://www.sec.gov/Archives/edgar/data/9999000001/999900000125000099/"),
    });
    expect(await findFiling("letter.xml")).toMatchObject({ outcome: "unknown" });
    const moved = await get("999900000125000002", "csv", "?x=1");
    expect([moved.status, moved.headers.get("location")]).toEqual([308, `/filings/${number(2)}.csv?x=1`]);
  });

  test("a number of ours that gave way leads to the accession number, in every format", async () => {
    const lone = filingForTest({ n: 7, rows: [{ held: "5" }] });
    await ingestFiles(database, [renamed(lone, "x.xml")], REAL);
    const local = (await database.db.query.filing.findMany()).find(
      ({ accessionNumber, source }) => accessionNumber.startsWith("local-") && source === "xml",
    );
    await ingestFiles(database, [lone], REAL);
    const moved = await get(local?.accessionNumber ?? "", "json");
    expect([moved.status, moved.headers.get("location")]).toEqual([308, `/filings/${number(7)}.json`]);
  });

  test("in JSON the document stands as filed, and the arithmetic beside each row", async () => {
    const json = await (await get(number(3), "json")).json();
    expect(json).toMatchObject({
      accessionNumber: number(3),
      url: `http://localhost:3000/filings/${number(3)}`,
      source: "xml",
      filingDate: "2025-03-04",
      unread: [],
      issuer: { cik: "9900208" },
      owners: [{ cik: "9900416" }],
      versions: [{ version: 1 }],
      document: {
        issuer: { issuerCik: "9900208" },
        nonDerivativeTable: [
          { line: 1, transactionAmounts: { transactionShares: { value: "1000", footnotes: [] } } },
          { line: 2 },
        ],
      },
    });
    expect(json.rows.map((row: { id: string; check: unknown }) => [row.id, row.check])).toEqual([
      ["I-1", { state: "gap", expected: "8500", reported: "8588", difference: "88", reason: null }],
      ["I-2", { state: "consistent", expected: "8000", reported: "8000", difference: "0", reason: null }],
    ]);
  });

  test("CSV has a line for each row, Atom an entry, holdings too", async () => {
    const csv = await (await get(number(1), "csv")).text();
    expect(csv.trim().split("\r\n")).toHaveLength(2);
    const atom = await (await get(number(1), "atom")).text();
    expect(atom.match(/<entry>/g)).toHaveLength(1);
    expect(atom).toContain("holds 10,000 Common Stock");
  });

  test("XML is the document's bytes; earlier versions keep their address, and there is no version 9", async () => {
    const changed = filingForTest({ n: 1, form: "3", filed: "2024-06-03", rows: [{ held: "10000.0" }] });
    await ingestFiles(database, [changed], REAL);
    const xml = async (query = "") => (await get(number(1), "xml", query)).text();
    expect(await xml()).toContain("<value>10000.0</value>");
    expect(await xml("?version=1")).toContain("<value>10000</value>");
    expect(await xml("?version=2")).toContain("<value>10000.0</value>");
    expect((await view(number(1))).versions.map(({ version }) => version)).toEqual([1, 2]);
    const missing = await get(number(1), "xml", "?version=9");
    expect([missing.status, await missing.json()]).toMatchObject([404, { error: { status: 404 } }]);
    expect((await get(number(1), "xml", "?version=two")).status).toBe(400);
    expect((await get(number(1), "txt")).status).toBe(404);
    expect((await get(number(99), "xml")).status).toBe(404);
  });

  test("the scan has a text and no XML; what it does not show is unread, neither missing nor zero", async () => {
    const { rows, form, unread, headline } = await view(saxon);
    expect(headline).toBe(
      "Michael J. Saxon exercised options on 13,200 AmTrust Financial Services shares at $6.36 and sold 7,663 shares the same day",
    );
    const option = rows.find(({ id }) => id === "II-1");
    expect([...(option?.unread ?? [])]).toEqual(
      expect.arrayContaining(["pricePerShare", "acquiredDisposedCode", "sharesOwnedFollowing"]),
    );
    expect(option?.otherSide).toBe("I-1");
    expect(form.unread.has("periodOfReport")).toBe(true);
    const json = await (await get(saxon, "json")).json();
    expect(json.unread).toEqual(unread);
    expect(json.document.periodOfReport).toBeNull();
    expect(json.document.derivativeTable[0].transactionAmounts.transactionPricePerShare).toEqual({
      value: null,
      footnotes: [],
    });
    expect((await get(saxon, "xml")).status).toBe(404);
    expect(await (await get(saxon, "txt")).text()).toContain("Saxon");
  });
});

const corpus = corpusFolder();

describe.skipIf(corpus === null)("real filings (skipped where there is no corpus)", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    serveFrom(database);
    const { files } = await listFiles([join(corpus ?? "", "xml")]);
    await ingestFiles(database, files, REAL);
  }, 60_000);
  afterAll(() => database?.drop());

  test("every one has a page whose headline says something", async () => {
    const filings = await database.db.query.filing.findMany({ columns: { accessionNumber: true } });
    expect(filings).toHaveLength(corpusFiles(corpus ?? "", "xml").length);
    for (const { accessionNumber } of filings) {
      const { headline } = await view(accessionNumber);
      expect(headline, accessionNumber).not.toMatch(/undefined|null|NaN| {2}/);
    }
  }, 60_000);

  test("0001209191-13-014365: 8,991 + 5,494 is not 3,497; code S marked acquired is not called a sale", async () => {
    const { rows, headline, sums } = await view("0001209191-13-014365");
    expect(rows[3]?.check).toMatchObject({ state: "gap", expected: "14485", difference: "-10988" });
    expect(headline).toContain("sold 77,840 shares and reported 5,494 shares under code S, marked acquired");
    expect(sums).toMatchObject({ sold: { rows: 5 }, contradicting: 1 });
  });

  test("a Form 3 of 2003 has its holdings, and the bytes as filed are at .xml", async () => {
    const { rows } = await view("0001209191-03-003774");
    expect(rows[0]?.row.sharesOwnedFollowing.value).toBe("57864");
    const xml = Buffer.from(await (await get("0001209191-03-003774", "xml")).arrayBuffer());
    expect(xml.equals(readFileSync(join(corpus ?? "", "xml", "0001209191-03-003774.xml")))).toBe(true);
  });
});
