import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/filings/[accession]/as/[format]/route";
import { findFiling } from "@/app/filings/[accession]/view";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { type Listed, listFiles } from "@/db/ingest/list-files";
import { storeSaxonForm4 } from "@/db/ingest/store-saxon-form4";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { createDatabaseWith } from "@/testing/database-with";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings, serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { GET as getOriginal } from "./original/route";

const REAL = { isSample: false } as const;
const number = (n: number) => `9999000001-25-${String(n).padStart(6, "0")}`;

const sold = { code: "S", letter: "D" } as const;

/** A Form 3 of 10,000 shares, then a sale of 500, corrected to 501, then a sale whose balance is 89 too high. */
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

  test("compares an amendment with the balance before its original: 10,000 − 501 = 9,499", async () => {
    expect(await checks(4)).toMatchObject([
      { state: "consistent", expected: "9499", prior: { accessionNumber: number(1), row: "I-1", balance: "10000" } },
    ]);
  });

  test("does not check a superseded row", async () => {
    expect(await checks(2)).toEqual([null]);
    expect((await view(number(2))).entry.derived).toMatchObject({
      amendment: null,
      amendedBy: number(4),
      rows: { "I-1": { supersededBy: `${number(4)}#I-1` } },
    });
  });

  test("compares with the amended balance: 9,499 − 1,000 is 89 less than reported; then 8,588 − 588 = 8,000", async () => {
    expect(await checks(3)).toMatchObject([
      {
        state: "gap",
        expected: "8499",
        difference: "89",
        prior: { accessionNumber: number(4), row: "I-1", balance: "9499" },
      },
      { state: "consistent", expected: "8000", prior: { accessionNumber: number(3), row: "I-1", balance: "8588" } },
    ]);
  });

  test("names the owner in the headline as in the signature, and gives form, issuer and day in the title", async () => {
    const { headline, title, originalHref } = await view(number(2));
    expect(headline).toBe("Ingrid M. Tollefsen sold 500 Kestrel Grid Systems shares at $10.40");
    expect(title).toBe("Form 4, Ingrid M. Tollefsen, Kestrel Grid Systems, Inc., February 4, 2025");
    expect(originalHref).toBe(
      `https://www.sec.gov/Archives/edgar/data/9900208/999900000125000002/${number(2)}-index.htm`,
    );
  });

  test("redirects 18 digits to the number with dashes, and links to EDGAR if we do not have that filing", async () => {
    expect(await findFiling("999900000125000002")).toEqual({ outcome: "moved", accessionNumber: number(2) });
    expect(await findFiling(number(99))).toMatchObject({
      outcome: "unknown",
      message: expect.stringContaining("https://www.sec.gov/Archives/edgar/data/9999000001/999900000125000099/"),
    });
    expect(await findFiling("letter.xml")).toMatchObject({ outcome: "unknown" });
    const moved = await get("999900000125000002", "csv", "?x=1");
    expect([moved.status, moved.headers.get("location")]).toEqual([308, `/filings/${number(2)}.csv?x=1`]);
  });

  test("redirects a replaced local number to the accession number, in every format", async () => {
    const lone = filingForTest({ n: 7, rows: [{ held: "5" }] });
    await ingestFiles(database, [renamed(lone, "x.xml")], REAL);
    const local = (await database.db.query.filing.findMany()).find(
      ({ accessionNumber, source }) => accessionNumber.startsWith("local-") && source === "xml",
    );
    await ingestFiles(database, [lone], REAL);
    const moved = await get(local?.accessionNumber ?? "", "json");
    expect([moved.status, moved.headers.get("location")]).toEqual([308, `/filings/${number(7)}.json`]);
  });

  test("gives the document as filed in JSON, with the balance check next to each row", async () => {
    const unexplained = { reason: null, reasonWords: null, reasonFrom: null };
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
      [
        "I-1",
        {
          ...unexplained,
          state: "gap",
          expected: "8499",
          reported: "8588",
          difference: "89",
          prior: { balance: "9499", row: `${number(4)}#I-1` },
        },
      ],
      [
        "I-2",
        {
          ...unexplained,
          state: "consistent",
          expected: "8000",
          reported: "8000",
          difference: "0",
          prior: { balance: "8588", row: `${number(3)}#I-1` },
        },
      ],
    ]);
  });

  test("gives a CSV line and an Atom entry for every row, including holdings", async () => {
    const csv = await (await get(number(1), "csv")).text();
    expect(csv.trim().split("\r\n")).toHaveLength(2);
    const atom = await (await get(number(1), "atom")).text();
    expect(atom.match(/<entry>/g)).toHaveLength(1);
    expect(atom).toContain("holds 10,000 shares of Common Stock");
  });

  test("serves the document's bytes as XML; earlier versions keep their address, and version 9 does not exist", async () => {
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

  test("serves the scan as text and not as XML; unreadable values are unread, neither missing nor zero", async () => {
    const { rows, form, unread, headline } = await view(saxon);
    expect(headline).toBe(
      "Michael J. Saxon exercised options on 13,200 shares at $6.36 and sold 7,663 shares the same day",
    );
    const option = rows.find(({ id }) => id === "II-1");
    expect([...(option?.unread ?? [])]).toEqual(
      expect.arrayContaining(["pricePerShare", "acquiredDisposedCode", "sharesOwnedFollowing"]),
    );
    expect(option?.otherSide).toEqual({ kind: "exercise", rows: ["I-1"] });
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
    expect(json.uncertain).toContain("/issuer/issuerName");
    expect(json.names).toMatchObject([
      { pointer: "/issuer", outcome: "candidate", cik: null, name: "AmTrust Financial Services, Inc." },
    ]);
    expect(json.places["/nonDerivativeTable/0/transactionAmounts/transactionShares"]).toMatchObject([{ page: 1 }]);
    expect(json.checks).toContainEqual(
      expect.objectContaining({ outcome: "confirmed", message: "167,577 − 5,688 = 161,889" }),
    );
  });

  test("serves the source file unchanged, always as a download", async () => {
    const params = Promise.resolve({ accession: saxon });
    const answer = await getOriginal(new Request("http://localhost/"), { params });
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="saxon-form4.txt"');
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const file = readFileSync(new URL("../../../sample/saxon-form4.txt", import.meta.url));
    expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true);
  });
});

const OTTER: [string, string, string] = ["9900777", "Otter Holdings", "OTTR"];

/** A balance of 10,000; two sales, one amended twice; a late sale of two rows; a gift to a trust; one trade by two filers. */
const RECORD = [
  filingForTest({ n: 21, form: "3", filed: "2024-06-03", rows: [{ held: "10000" }] }),
  filingForTest({
    n: 22,
    filed: "2025-02-04",
    notes: { F1: "The average of prices from $10.38 to $10.44." },
    rows: [
      { ...sold, date: "2025-02-03", shares: "500", price: "10.40", priceNote: "F1", held: "9500" },
      { ...sold, date: "2025-02-04", shares: "100", price: "11", held: "9400" },
    ],
  }),
  filingForTest({
    n: 23,
    form: "4/A",
    filed: "2025-02-10",
    period: "2025-02-04",
    dateOfOriginalSubmission: "2025-02-04",
    notes: { F1: "Filed to correct the number sold.", F2: "The average of prices from $10.38 to $10.44." },
    remarks: "The number had been misread.",
    rows: [{ ...sold, date: "2025-02-03", shares: "501", price: "10.40", priceNote: "F2", held: "9499" }],
  }),
  filingForTest({
    n: 24,
    form: "4/A",
    filed: "2025-02-12",
    period: "2025-02-04",
    dateOfOriginalSubmission: "2025-02-04",
    rows: [{ ...sold, date: "2025-02-03", shares: "502", price: "10.40", held: "9498" }],
  }),
  filingForTest({
    n: 25,
    filed: "2025-03-18",
    rows: [
      { ...sold, date: "2025-03-03", shares: "100", price: "12", held: "9298" },
      { ...sold, date: "2025-03-17", shares: "98", price: "12.50", held: "9200" },
    ],
  }),
  filingForTest({
    n: 26,
    filed: "2025-04-02",
    rows: [
      { code: "G", letter: "D", date: "2025-04-01", shares: "200", price: "0", held: "9000" },
      { code: "G", letter: "A", date: "2025-04-01", shares: "200", price: "0", held: "200", nature: "By Trust" },
    ],
  }),
  filingForTest({
    n: 31,
    filed: "2025-05-06",
    owner: ["9900501", "Harrow Street Partners LP"],
    signature: "/s/ A. Signer",
    rows: [{ ...sold, date: "2025-05-05", shares: "7000", price: "13.10", held: "50000" }],
  }),
  filingForTest({
    n: 32,
    filed: "2025-05-06",
    owner: ["9900502", "Marlowe Advisers LLC"],
    signature: "/s/ A. Signer",
    notes: { F1: "The shares are held by Harrow Street Partners LP." },
    rows: [
      {
        ...sold,
        date: "2025-05-05",
        shares: "7000",
        price: "13.10",
        held: "50000",
        heldNote: "F1",
        nature: "See note",
      },
    ],
  }),
  filingForTest({
    n: 33,
    filed: "2025-05-20",
    owner: ["9900501", "Harrow Street Partners LP"],
    jointOwners: [["9900502", "Marlowe Advisers LLC"]],
    signature: "/s/ A. Signer",
    rows: [{ ...sold, date: "2025-05-19", shares: "10", price: "13", held: "49990" }],
  }),
  filingForTest({
    n: 41,
    form: "4/A",
    filed: "2025-06-02",
    dateOfOriginalSubmission: "2020-01-02",
    rows: [{ held: "5" }],
  }),
  // Another issuer.
  filingForTest({ n: 51, form: "3", filed: "2019-03-05", issuer: OTTER, rows: [{ held: "5" }] }),
  filingForTest({
    n: 52,
    filed: "2025-06-04",
    issuer: OTTER,
    rows: [{ code: "P", letter: "A", date: "2025-06-03", shares: "7", price: "1", held: "12" }],
  }),
];

describe("what we derive from a filing", () => {
  serveFilings(RECORD);

  const json = async (n: number) => (await get(number(n), "json")).json();

  test("names the last amendment of an original and its superseded rows; the other rows are current", async () => {
    const { amendment, rows } = await view(number(22));
    expect(amendment).toMatchObject({
      amends: null,
      amendedBy: [{ accessionNumber: number(23) }, { accessionNumber: number(24), documentType: "4/A" }],
      replaced: { byLast: ["I-1"], byEarlier: [] },
      comparison: null,
    });
    expect(
      rows.map(({ replacedBy, check }) => [replacedBy?.filing.accessionNumber ?? null, check?.state ?? null]),
    ).toEqual([
      [number(24), null],
      [null, "gap"],
    ]);
  });

  test("names the original of an amendment, its position among the others, and the amendment that replaced it", async () => {
    const { amendment } = await view(number(23));
    expect(amendment).toMatchObject({
      amends: {
        original: { accessionNumber: number(22) },
        basis: "owners, form, period and original date",
        originalDate: "2025-02-04",
        place: 1,
        of: 2,
      },
      amendedBy: [{ accessionNumber: number(24) }],
      replaced: { byLast: ["I-1"], byEarlier: [] },
    });
    expect((await view(number(24))).amendment).toMatchObject({ amends: { place: 2, of: 2 }, amendedBy: [] });
    expect((await view(number(41))).amendment).toMatchObject({
      amends: { original: null, basis: "original not held", originalDate: "2020-01-02" },
      comparison: null,
    });
  });

  test("lists in JSON what changed cell by cell: 500 to 501, 9,500 to 9,499; a renumbered footnote is not a change", async () => {
    const said = (value: string) => ({ value, notes: [] });
    expect((await json(23)).comparison).toEqual({
      original: number(22),
      amendment: number(23),
      rows: [
        {
          original: "I-1",
          amendment: "I-1",
          changes: [
            { field: "transactionShares", original: said("500"), amendment: said("501") },
            { field: "sharesOwnedFollowing", original: said("9500"), amendment: said("9499") },
          ],
        },
      ],
      added: [],
      notRestated: ["I-2"],
      facts: [{ fact: "remarks", owner: null, original: null, amendment: "The number had been misread." }],
      notes: [{ original: null, amendment: { id: "F1", text: "Filed to correct the number sold." } }],
    });
    expect((await json(22)).comparison).toBeNull();
  });

  test("links to the previous and next filing of the same insider, including amendments", async () => {
    expect((await view(number(23))).neighbours).toMatchObject({
      previous: [{ accessionNumber: number(22), owners: ["9900416"] }],
      next: [{ accessionNumber: number(24), documentType: "4/A", filingDate: "2025-02-12" }],
    });
    const { previous, next } = await json(21);
    expect(previous).toEqual([]);
    expect(next).toMatchObject([
      {
        accessionNumber: number(22),
        url: expect.stringContaining(`/filings/${number(22)}`),
        filedAt: "2025-02-04T22:00:00.000Z",
      },
    ]);
  });

  test("gives each owner of a joint filing their own previous and next filing", async () => {
    const { previous, next } = (await view(number(33))).neighbours;
    expect(previous.map(({ accessionNumber, owners }) => [accessionNumber, owners])).toEqual([
      [number(31), ["9900501"]],
      [number(32), ["9900502"]],
    ]);
    expect(next).toEqual([]);
    expect((await view(number(31))).neighbours.next).toMatchObject([{ accessionNumber: number(33) }]);
  });

  test("is 11 business days late for the trade of March 3, due on March 5; on time for that of the day before", async () => {
    const { entry, rows } = await view(number(25));
    expect(entry.derived.lateness).toEqual({ days: 11, due: "2025-03-05", late: true });
    expect(rows.map(({ lateness }) => lateness)).toMatchObject([
      { days: 11, late: true },
      { days: 1, late: false },
    ]);
    expect((await json(25)).rows[1].lateness).toMatchObject({ days: 1, due: "2025-03-19" });
  });

  test("labels purchases and sales, and says since when this database could have an earlier purchase", async () => {
    expect(await view(number(52))).toMatchObject({ recordsSince: "2019-03-05" });
    const rows = (await json(52)).rows;
    expect(rows).toMatchObject([{ label: "unclassified", labelMonths: [], first: true }]);
    expect((await json(26)).rows).toMatchObject(Array(2).fill({ label: null, labelMonths: [], first: null }));
    expect(await view(number(25))).toMatchObject({ recordsSince: null });
  });

  test("links both legs of a gift to each other", async () => {
    expect((await view(number(26))).rows.map(({ otherSide }) => otherSide)).toEqual([
      { kind: "transfer", rows: ["I-2"] },
      { kind: "transfer", rows: ["I-1"] },
    ]);
  });

  test("links two reports of the same trade, with the footnote that connects them, and marks the one that counts", async () => {
    const [counted] = (await view(number(31))).rows;
    const [other] = (await view(number(32))).rows;
    const link = { kind: "owner named", words: "Harrow Street Partners LP", from: `${number(32)}#F1` };
    expect(counted?.reports).toMatchObject([
      { filing: { accessionNumber: number(32) }, names: ["Marlowe Advisers LLC"], row: "I-1", isCounted: false, link },
    ]);
    expect(other?.reports).toMatchObject([{ filing: { accessionNumber: number(31) }, isCounted: true, link }]);
  });
});

describe("filings that use everything a form allows", () => {
  const FOLDER = "testing/printed-forms";
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".xml"));
  let database: TestDatabase;
  let numbers: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    serveFrom(database);
    const { files } = await listFiles(names.map((name) => join(FOLDER, name)));
    await ingestFiles(database, files, REAL);
    const filings = await database.db.query.filing.findMany({ columns: { accessionNumber: true } });
    numbers = filings.map(({ accessionNumber }) => accessionNumber);
  });
  afterAll(() => database?.drop());

  test("have a page with a headline", async () => {
    expect(numbers).toHaveLength(names.length);
    const headlines = await Promise.all(numbers.map(async (accession) => (await view(accession)).headline));
    for (const headline of headlines) expect(headline).not.toMatch(/undefined|null|NaN| {2}/);
    expect(headlines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/sold 12,500/),
        expect.stringMatching(/2,500 shares/),
        expect.stringMatching(/no securities/i),
      ]),
    );
  });

  test("serve the bytes as filed at .xml", async () => {
    const filed = new Set(names.map((name) => readFileSync(join(FOLDER, name), "utf8")));
    const served = await Promise.all(numbers.map(async (accession) => (await get(accession, "xml")).text()));
    expect(new Set(served)).toEqual(filed);
  });

  test("link both legs of a conversion: 1,604,000 + 806,337 = 2,410,337; a purchase has no other leg", async () => {
    const filings = await Promise.all(numbers.map(async (accession) => (await view(accession)).rows));
    const rows = filings.find(([first]) => first?.row.transactionCode === "C") ?? [];
    expect(rows.map(({ id, otherSide }) => [id, otherSide?.kind])).toEqual([
      ["I-1", "exercise"],
      ["I-2", undefined],
      ["II-1", "exercise"],
      ["II-2", "exercise"],
    ]);
  });
});

const corpus = corpusFolder();

describe.skipIf(corpus === null)("real filings (skipped without a corpus)", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabaseWith("real_filings");
    serveFrom(database);
  });
  afterAll(() => database?.drop());

  test("have a page with a headline", async () => {
    const filings = await database.db.query.filing.findMany({ columns: { accessionNumber: true } });
    expect(filings).toHaveLength(corpusFiles(corpus ?? "", "xml").length);
    for (const { accessionNumber } of filings) {
      const { headline } = await view(accessionNumber);
      expect(headline, accessionNumber).not.toMatch(/undefined|null|NaN| {2}/);
    }
  });

  test("0001209191-13-014365: 8,991 + 5,494 is not 3,497; does not call code S a sale if the shares were acquired", async () => {
    const { rows, headline, sums } = await view("0001209191-13-014365");
    expect(rows[3]?.check).toMatchObject({ state: "gap", expected: "14485", difference: "-10988" });
    expect(headline).toContain("sold 77,840 shares and reported 5,494 shares under code S, marked acquired");
    expect(sums).toMatchObject({ sold: { rows: 5 }, contradicting: 1 });
  });

  test("link legs: 16,723 shares to a trust (0001062993-21-007940), units into Class B shares (0001209191-12-006885)", async () => {
    const sidesOf = async (accessionNumber: string) =>
      Object.fromEntries((await view(accessionNumber)).rows.map(({ id, otherSide }) => [id, otherSide]));
    expect(await sidesOf("0001062993-21-007940")).toMatchObject({
      "I-1": { kind: "transfer", rows: ["I-3"] },
      "I-4": { kind: "transfer", rows: ["I-2"] },
      "I-5": null,
    });
    expect(await sidesOf("0001209191-12-006885")).toMatchObject({
      "II-1": { kind: "conversion", rows: ["II-2"] },
      "II-2": { kind: "conversion", rows: ["II-1"] },
    });
  });

  test("show the holdings of a Form 3 of 2003, and serve the bytes as filed at .xml", async () => {
    const { rows } = await view("0001209191-03-003774");
    expect(rows[0]?.row.sharesOwnedFollowing.value).toBe("57864");
    const xml = Buffer.from(await (await get("0001209191-03-003774", "xml")).arrayBuffer());
    expect(xml.equals(readFileSync(join(corpus ?? "", "xml", "0001209191-03-003774.xml")))).toBe(true);
  });
});
