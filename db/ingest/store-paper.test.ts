import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadEntries } from "@/db/derive/load-entries";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { sha256 } from "@/db/ingest/read-incoming";
import { startIngest } from "@/db/ingest/start-ingest";
import { NO_IDENTITY, type Paper, storePaper } from "@/db/ingest/store-paper";
import { findNewAddress, findStoredFiling } from "@/db/queries/filing-record";
import { findPaperFile, findPaperReading } from "@/db/queries/paper-filing";
import { findRawDocument } from "@/db/queries/raw-document";
import { parseAccessionNumber } from "@/lib/record/accession-number";
import { PRICE, paperPurchase as paper, purchaseXml as xml } from "@/testing/purchase-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const file = (fileName: string, text: string): Listed => ({
  fileName,
  read: async () => ({ fileName, bytes: Buffer.from(text) }),
});
const localNumber = (of: Paper) => `local-${sha256(of.bytes).slice(0, 12)}`;
const number = (n: number) => parseAccessionNumber(`9999000001-25-${String(n).padStart(6, "0")}`);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ingest = (...files: Listed[]) => ingestFiles(database, files, { isSample: false });

describe("a form on paper", () => {
  const form = paper("form.png");

  test("is a filing under a number of ours, with its unread and uncertain values, and the file as it came", async () => {
    const stored = await storePaper(database.pool, form);
    expect(stored).toEqual({ outcome: "stored", accessionNumber: localNumber(form), problems: 1 });
    const found = await findStoredFiling(database.db, localNumber(form));
    expect(found?.facts).toMatchObject({ source: "paper", unread: [PRICE], issuerCik: null, filingDate: null });
    expect(found?.problems).toEqual([
      { fileName: "form.png", page: 1, line: 2, pointer: null, message: "Could not be placed: “blot”" },
    ]);
    expect(await findPaperReading(database.db, localNumber(form))).toMatchObject({
      kind: "ocr",
      uncertain: form.reading.uncertain,
      places: form.reading.places,
      text: form.reading.text,
    });
    expect((await findPaperFile(database.db, localNumber(form)))?.bytes).toEqual(form.bytes);
  });

  test("is already there when it comes again", async () => {
    expect(await storePaper(database.pool, form)).toMatchObject({ outcome: "already there" });
  });

  test("replaces its reading when it comes with corrections, under the same address and with the same file", async () => {
    const corrections = [{ pointer: PRICE, asRead: null, value: "10.00" }];
    const document = structuredClone(form.reading.document);
    const [row] = document.nonDerivativeTable;
    Object.assign(row?.transactionAmounts ?? {}, { transactionPricePerShare: { value: "10.00", footnotes: [] } });
    const settled = { ...form, reading: { ...form.reading, document, unread: [] }, corrections };
    expect(await storePaper(database.pool, settled)).toMatchObject({ outcome: "stored" });
    const found = await findStoredFiling(database.db, localNumber(form));
    expect(found?.facts).toMatchObject({ unread: null, version: 1 });
    expect(found?.rows.map(({ pricePerShare }) => pricePerShare)).toEqual(["10.00"]);
    expect((await findPaperReading(database.db, localNumber(form)))?.corrections).toEqual(corrections);
    expect((await findPaperFile(database.db, localNumber(form)))?.bytes).toEqual(form.bytes);
  });

  test("keeps earlier answers when more are given", async () => {
    const identity = { ...NO_IDENTITY, issuer: "9900208" };
    expect(await storePaper(database.pool, { ...form, identity })).toMatchObject({ outcome: "stored" });
    const found = await findStoredFiling(database.db, localNumber(form));
    expect(found?.facts.issuerCik).toBe("9900208");
    expect(found?.rows.map(({ pricePerShare }) => pricePerShare)).toEqual(["10.00"]);
    expect(await findPaperReading(database.db, localNumber(form))).toMatchObject({ corrections: [{ pointer: PRICE }] });
    expect(await storePaper(database.pool, form)).toMatchObject({ outcome: "already there" });
  });

  test("keeps a CIK that was given to an earlier release", async () => {
    const earlier = paper("earlier.png", { shares: "31", day: "2025-07-07", owner: "Aas Sunniva" });
    await storePaper(database.pool, { ...earlier, identity: { ...NO_IDENTITY, owners: ["9900999"] } });
    await database.pool.query(
      `update paper_reading set names = replace(names::text, 'entered when the file was loaded',
        'given when the file was taken in')::jsonb where accession_number = $1`,
      [localNumber(earlier)],
    );
    await storePaper(database.pool, { ...earlier, identity: { ...NO_IDENTITY, filingDate: "2025-07-08" } });
    expect((await findStoredFiling(database.db, localNumber(earlier)))?.owners.map(({ cik }) => cik)).toEqual([
      "9900999",
    ]);
  });

  test("keeps what somebody says about it: number, filing date, CIKs", async () => {
    const identity = { issuer: "9900208", owners: ["9900416"], accessionNumber: number(30), filingDate: "2025-06-12" };
    await storePaper(database.pool, paper("known.png", { shares: "30" }, { identity }));
    const found = await findStoredFiling(database.db, identity.accessionNumber ?? "");
    expect(found?.facts).toMatchObject({ source: "paper", issuerCik: "9900208", filingDate: "2025-06-12" });
    expect(found?.owners.map(({ cik }) => cik)).toEqual(["9900416"]);
  });
});

test("a degraded name replaces no other, and is still shown as it was read when its CIK is given", async () => {
  await ingest(file(`${number(80)}.xml`, xml({ shares: "80" })));
  const { reading, ...form } = paper("d.png", { shares: "81", day: "2025-09-09" });
  const document = { ...reading.document, issuer: { issuerName: "Kes rel Grid", issuerTradingSymbol: null } };
  const damaged = { ...reading, document, unread: [PRICE, "/issuer/issuerTradingSymbol"] };
  const identity = { ...NO_IDENTITY, issuer: "9900208" };
  await storePaper(database.pool, { ...form, reading: damaged, identity });
  const [issuer] = await database.db.query.issuer.findMany();
  expect(issuer).toMatchObject({ cik: "9900208", name: "Kestrel Grid Systems, Inc.", tradingSymbol: "KSTG" });
  const found = await findStoredFiling(database.db, localNumber({ reading, ...form }));
  expect(found?.facts).toMatchObject({ issuerCik: "9900208", issuerName: "Kes rel Grid" });
});

test("a party known from earlier filings gets its CIK, with the evidence", async () => {
  await ingest(file(`${number(70)}.xml`, xml({ shares: "70" })));
  const { reading, ...form } = paper("e.png", { shares: "71" });
  const certain = { ...reading, uncertain: [] };
  await storePaper(database.pool, { ...form, reading: certain });
  const found = await findStoredFiling(database.db, localNumber({ reading, ...form }));
  expect(found?.facts.issuerCik).toBe("9900208");
  expect(found?.owners.map(({ cik }) => cik)).toEqual(["9900416"]);
  expect((await findPaperReading(database.db, localNumber({ reading, ...form })))?.names).toMatchObject([
    { pointer: "/issuer", outcome: "known", evidence: "filings under this name and symbol exist" },
    {
      pointer: "/reportingOwner/0",
      outcome: "known",
      evidence: "an earlier filing has this name, street and zip code",
    },
  ]);
});

describe("when its XML comes", () => {
  test("under its number, the XML replaces it, and each difference is a problem", async () => {
    await storePaper(
      database.pool,
      paper("a.png", { shares: "41" }, { identity: { ...NO_IDENTITY, accessionNumber: number(41) } }),
    );
    expect(await ingest(file(`${number(41)}.xml`, xml({ shares: "47" })))).toMatchObject({ stored: 1, newVersions: 0 });
    const found = await findStoredFiling(database.db, number(41) ?? "");
    expect(found?.facts).toMatchObject({ source: "xml", version: 1, unread: null });
    expect(found?.problems.map(({ message }) => message)).toEqual([
      "row I-1, transactionShares: the XML says “47”, the paper “41”",
    ]);
    expect(await findPaperReading(database.db, number(41) ?? "")).toBeNull();
    expect((await findRawDocument(database.db, number(41) ?? "", null))?.toString()).toBe(xml({ shares: "47" }));
    expect((await findPaperFile(database.db, number(41) ?? ""))?.bytes.toString()).toBe("scan of a.png");
  });

  test("the XML finds its paper form without a number by issuer, owners, period and rows; the old address leads to it", async () => {
    const form = paper("b.png", { shares: "52" });
    const before = await database.db.query.filing.findMany();
    await storePaper(database.pool, form);
    await ingest(file(`${number(52)}.xml`, xml({ shares: "52" })));
    const after = await database.db.query.filing.findMany();
    expect(after).toHaveLength(before.length + 1);
    expect(await findNewAddress(database.db, localNumber(form))).toBe(number(52));
    expect((await findStoredFiling(database.db, number(52) ?? ""))?.facts.source).toBe("xml");
    expect((await findPaperFile(database.db, number(52) ?? ""))?.bytes).toEqual(form.bytes);
    expect(await storePaper(database.pool, form)).toMatchObject({
      outcome: "already there",
      accessionNumber: number(52),
    });
  });

  test("another owner's report of the same rows is another filing", async () => {
    const form = paper("c.png", { shares: "53" });
    await storePaper(database.pool, form);
    await ingest(file(`${number(53)}.xml`, xml({ shares: "53", owner: "Aas Nils", cik: "9900777" })));
    expect((await findStoredFiling(database.db, localNumber(form)))?.facts.source).toBe("paper");
  });
});

test("a paper form of a filing whose XML we have adds nothing, and reports where it differs", async () => {
  await ingest(file(`${number(60)}.xml`, xml({ shares: "60" })));
  const before = await findStoredFiling(database.db, number(60) ?? "");
  const numbered = paper("n.png", { shares: "61" }, { identity: { ...NO_IDENTITY, accessionNumber: number(60) } });
  expect(await storePaper(database.pool, numbered)).toMatchObject({
    outcome: "already there",
    accessionNumber: number(60),
    differences: [{ message: "row I-1, transactionShares: the XML says “60”, the paper “61”" }],
  });
  expect(await storePaper(database.pool, paper("u.png", { shares: "60" }))).toMatchObject({
    outcome: "already there",
    accessionNumber: number(60),
    differences: [],
  });
  expect(await findStoredFiling(database.db, number(60) ?? "")).toEqual(before);
});

test("an uncertain figure is shown, and nothing is derived from it", async () => {
  const balance = "/nonDerivativeTable/0/postTransactionAmounts/sharesOwnedFollowingTransaction";
  const form = paper("doubted.png", { shares: "790" });
  const doubted = { ...form, reading: { ...form.reading, uncertain: [balance] } };
  const { accessionNumber } = await storePaper(database.pool, doubted);
  const client = await database.pool.connect();
  try {
    const [entry] = await loadEntries(client, [accessionNumber]);
    expect(entry?.rows[0]).toMatchObject({
      transactionShares: { value: "790" },
      sharesOwnedFollowing: { value: null },
    });
  } finally {
    client.release();
  }
  const { rows } = await database.pool.query(
    "select shares_owned_following from filing_row where accession_number = $1",
    [accessionNumber],
  );
  expect(rows).toEqual([{ shares_owned_following: "1100" }]);
});

describe("a paper form with the number of another filing is refused, and changes nothing", () => {
  const of = (n: number, name: string, filed: Parameters<typeof xml>[0], more: Partial<Paper> = {}) =>
    paper(name, filed, { identity: { ...NO_IDENTITY, accessionNumber: number(n) }, ...more });

  test.each([
    ["period", { day: "2025-06-11" }, {}],
    ["owner", { owner: "Aas Nils" }, {}],
    ["issuer’s CIK", {}, { identity: { ...NO_IDENTITY, issuer: "9900999", accessionNumber: number(90) } }],
  ])("another filing in XML: %s", async (_, filed, more) => {
    await ingest(file(`${number(90)}.xml`, xml({ shares: "90" })));
    const before = await findStoredFiling(database.db, number(90) ?? "");
    await expect(storePaper(database.pool, of(90, "other.png", { shares: "90", ...filed }, more))).rejects.toThrow(
      "9999000001-25-000090 belongs to another filing in this database: Kestrel Grid Systems, Inc.",
    );
    expect(await findStoredFiling(database.db, number(90) ?? "")).toEqual(before);
  });

  test("another filing on paper; a second scan of the same form is a new version", async () => {
    await storePaper(database.pool, of(91, "first.png", { shares: "91" }));
    await expect(storePaper(database.pool, of(91, "other.png", { owner: "Aas Nils" }))).rejects.toThrow(
      "another filing",
    );
    expect(await storePaper(database.pool, of(91, "second.png", { shares: "92" }))).toMatchObject({
      outcome: "new version",
    });
  });

  test("unread and uncertain values contradict nothing", async () => {
    await ingest(file(`${number(93)}.xml`, xml({ shares: "93" })));
    const form = of(93, "blotted.png", { shares: "93", day: "2025-06-11" });
    const reading = { ...form.reading, uncertain: ["/periodOfReport"] };
    expect(await storePaper(database.pool, { ...form, reading })).toMatchObject({ outcome: "already there" });
  });
});

describe("the same file with other answers", () => {
  const form = paper("slip.png", { shares: "95" });
  const said = (identity: Partial<Paper["identity"]>) =>
    storePaper(database.pool, { ...form, identity: { ...NO_IDENTITY, ...identity } });

  test("a second filing date corrects the first", async () => {
    await said({ filingDate: "2025-06-12" });
    await said({ filingDate: "2025-06-13" });
    expect((await findStoredFiling(database.db, localNumber(form)))?.facts.filingDate).toBe("2025-06-13");
  });

  test("a second accession number corrects the first, whose address is then unknown; the address of our own number redirects to the second", async () => {
    await said({ accessionNumber: number(95) });
    await said({ accessionNumber: number(96) });
    expect(await findStoredFiling(database.db, number(95) ?? "")).toBeNull();
    expect((await findStoredFiling(database.db, number(96) ?? ""))?.facts.filingDate).toBe("2025-06-13");
    expect(await findNewAddress(database.db, localNumber(form))).toBe(number(96));
    expect(await findNewAddress(database.db, number(95) ?? "")).toBeNull();
  });
});

describe("a run of the ingest", () => {
  test("refuses a form that the database cannot store, and stores the next", async () => {
    const run = await startIngest(database, { run: "files", isSample: false });
    const broken = paper("broken.png", { shares: "97" });
    const reading = { ...broken.reading, text: [["\u0000"]] };
    expect(await run.takePaper({ ...broken, reading })).toMatchObject({ outcome: "refused" });
    expect(await run.takePaper(paper("whole.png", { shares: "98" }))).toMatchObject({ outcome: "stored" });
    await run.end();
    expect(run.summary).toMatchObject({ read: 2, stored: 1, refused: 1 });
  });

  test("names the number of the other filing, and forgets the refusal once the form is stored", async () => {
    await ingest(file(`${number(99)}.xml`, xml({ shares: "99" })));
    const run = await startIngest(database, { run: "import", isSample: false });
    const form = paper("slip-of-number.png", { shares: "990", day: "2025-08-08" });
    const identity = { ...NO_IDENTITY, accessionNumber: number(99) };
    const refusals = () =>
      database.db.query.refusedDocument.findMany({ where: (refused, { eq }) => eq(refused.fileName, form.fileName) });
    expect(await run.takePaper({ ...form, identity })).toMatchObject({ outcome: "refused", heldNumber: number(99) });
    expect(await refusals()).toHaveLength(1);
    expect(await run.takePaper(form)).toMatchObject({ outcome: "stored" });
    expect(await refusals()).toHaveLength(0);
    await run.end();
  });
});
