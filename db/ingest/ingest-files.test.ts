import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFiles } from "@/db/ingest/list-files";
import { NO_IDENTITY } from "@/db/ingest/store-paper";
import { countData } from "@/db/queries/data-state";
import { findNewAddress, findStoredFiling, listVersions } from "@/db/queries/filing-record";
import { findRawDocument } from "@/db/queries/raw-document";
import { documentFromRecord } from "@/lib/edgar/document-from-record";
import type { DocumentNode } from "@/lib/edgar/ownership-document";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import { parseAccessionNumber } from "@/lib/record/accession-number";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { printedText } from "@/testing/printed-forms";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import type { Listed } from "./list-files";

const REAL = { isSample: false } as const;

const xml = (shares: string, symbol = "KSTG") => `<?xml version="1.0"?><ownershipDocument><documentType>4</documentType>
<periodOfReport>2025-06-10</periodOfReport><issuer><issuerCik>9900208</issuerCik><issuerName>Kestrel</issuerName><issuerTradingSymbol>${symbol}</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>9900416</rptOwnerCik><rptOwnerName>Tollefsen Ingrid</rptOwnerName></reportingOwnerId></reportingOwner>
<nonDerivativeTable><nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>2025-06-10</value></transactionDate>
<transactionCoding><transactionCode>S</transactionCode></transactionCoding><transactionAmounts><transactionShares><value>${shares}</value></transactionShares>
<transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction></nonDerivativeTable>
<ownerSignature><signatureName>I. T.</signatureName><signatureDate>2025-06-12</signatureDate></ownerSignature></ownershipDocument>`;

const submission = (number: string, document: string) =>
  `<SEC-DOCUMENT>${number}.txt : 20250612\n<SEC-HEADER>\n<ACCEPTANCE-DATETIME>20250612175200\nACCESSION NUMBER:\t${number}\nCONFORMED SUBMISSION TYPE:\t4\nFILED AS OF DATE:\t20250612\n</SEC-HEADER>\n<DOCUMENT><TEXT><XML>\n${document}\n</XML></TEXT></DOCUMENT>`;

const file = (fileName: string, text: string): Listed => ({
  fileName,
  read: async () => ({ fileName, bytes: Buffer.from(text) }),
});

describe("the same filing is one filing, however often and in whatever wrapping it comes", () => {
  let database: TestDatabase;
  const ingest = (...files: Listed[]) => ingestFiles(database, files, REAL);
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test("without a number it gets one of ours; again, it is already there", async () => {
    expect(await ingest(file("letter.xml", xml("10")))).toMatchObject({ read: 1, stored: 1 });
    expect(await ingest(file("copy.xml", `${xml("10")}\n`))).toMatchObject({ read: 1, stored: 0, alreadyThere: 1 });
    expect(await countData(database.db)).toMatchObject({ filings: 1, transactions: 1, insiders: 1, issuers: 1 });
  });

  test("when its number becomes known, it gets the number and the old address leads to it", async () => {
    const rows = await database.db.query.filing.findMany();
    const local = rows[0]?.accessionNumber ?? "";
    expect(local).toMatch(/^local-[0-9a-f]{12}$/);
    expect(await ingest(file("9999000001-25-000001.xml", xml("10")))).toMatchObject({ stored: 0, alreadyThere: 1 });
    expect(await findNewAddress(database.db, local)).toBe("9999000001-25-000001");
    expect(await findStoredFiling(database.db, local)).toBeNull();
    expect(await countData(database.db)).toMatchObject({ filings: 1, transactions: 1 });
  });

  test("a submission after its XML adds when it was filed, and is not a new version", async () => {
    await ingest(file("x.txt", submission("9999000001-25-000001", xml("10"))));
    const stored = await findStoredFiling(database.db, "9999000001-25-000001");
    expect(stored?.facts.filedAt?.toISOString()).toBe("2025-06-12T21:52:00.000Z");
    expect(stored?.facts).toMatchObject({ filingDate: "2025-06-12", version: 1 });
    expect(stored?.rows[0]?.orderedAt.toISOString()).toBe("2025-06-12T21:52:00.000Z");
  });

  test("other content under the number is a new version; the earlier bytes are kept, and change nothing when they come again", async () => {
    expect(await ingest(file("9999000001-25-000001.xml", xml("11")))).toMatchObject({ stored: 1, newVersions: 1 });
    expect(await ingest(file("9999000001-25-000001.xml", xml("10")))).toMatchObject({ stored: 0, alreadyThere: 1 });
    const stored = await findStoredFiling(database.db, "9999000001-25-000001");
    expect(stored?.facts.version).toBe(2);
    expect(stored?.facts.filingDate).toBe("2025-06-12");
    expect(stored?.rows.map((row) => row.transactionShares)).toEqual(["11"]);
    const versions = await listVersions(database.db, "9999000001-25-000001");
    expect(versions.filter((v) => v.kind === "document").map((v) => v.version)).toEqual([1, 2]);
    expect((await findRawDocument(database.db, "9999000001-25-000001", 1))?.toString()).toBe(xml("10"));
    expect((await findRawDocument(database.db, "9999000001-25-000001", null))?.toString()).toBe(xml("11"));
  });

  test("an earlier version's content is known without its number; a numbered version replaces what we stored under a number of ours", async () => {
    expect(await ingest(file("again.xml", xml("10")))).toMatchObject({ stored: 0, alreadyThere: 1 });
    await ingest(file("later.xml", xml("11.5")));
    const before = await countData(database.db);
    expect(await ingest(file("9999000001-25-000001.xml", xml("11.5")))).toMatchObject({ newVersions: 1 });
    expect((await countData(database.db)).filings).toBe(before.filings - 1);
    const local = `local-${createHash("sha256").update(xml("11.5")).digest("hex").slice(0, 12)}`;
    expect(await findNewAddress(database.db, local)).toBe("9999000001-25-000001");
  });

  test("a header that comes after its document adds its problems, and the run counts them", async () => {
    await ingest(file("9999000001-25-000020.xml", xml("20").replaceAll("2025-06-10<", "2025-07-10<")));
    const text = submission("9999000001-25-000020", xml("20").replaceAll("2025-06-10<", "2025-07-10<"));
    await ingest(file("x.txt", text));
    const stored = await findStoredFiling(database.db, "9999000001-25-000020");
    expect(stored?.problems.map((p) => p.message)).toContain(
      "row I-1 is dated 2025-07-10, after the filing (2025-06-12)",
    );
    expect(await ingest(file("y.txt", text.replaceAll("000020", "000021")))).toMatchObject({
      stored: 1,
      withProblems: 1,
    });
  });

  test("a submission's document is read in the encoding it declares, and served with its own bytes", async () => {
    // C3 A9 is “é” in UTF-8, and these two characters in Windows-1252.
    const document = xml("21")
      .replace('version="1.0"', 'version="1.0" encoding="windows-1252"')
      .replace("I. T.", "I. T. \u00c3\u00a9");
    const bytes = Buffer.from(submission("9999000001-25-000022", document), "latin1");
    await ingest({ fileName: "latin.txt", read: async () => ({ fileName: "latin.txt", bytes }) });
    const stored = await findStoredFiling(database.db, "9999000001-25-000022");
    expect(stored?.record.signatures[0]?.name).toBe("I. T. \u00c3\u00a9");
    const served = await findRawDocument(database.db, "9999000001-25-000022", null);
    expect(served?.toString("latin1")).toBe(document);
  });

  test("one file from many runs at once is stored once", async () => {
    const many = Array.from({ length: 20 }, (_, i) => file(`same-${i}.xml`, xml("12")));
    expect(await ingest(...many)).toMatchObject({ read: 20, stored: 1, alreadyThere: 19 });
  });

  test("a bad file is refused with its line, kept and counted once, and the good one beside it is stored", async () => {
    const bad = file("bad.xml", "<ownershipDocument>\n<remarks>A & B</remarks></ownershipDocument>");
    expect(await ingest(bad, file("good.xml", xml("13")))).toMatchObject({ read: 2, stored: 1, refused: 1 });
    await ingest(bad);
    expect(await countData(database.db)).toMatchObject({ refused: 1 });
    const [refused] = await database.db.query.refusedDocument.findMany();
    expect(refused).toMatchObject({ fileName: "bad.xml", line: 2, message: expect.stringContaining("a bare &") });
  });

  test("the newest filing's symbol is shown, in whatever order filings come; the older one is still found", async () => {
    const later = xml("14", "KGS").replaceAll("2025-06-1", "2025-07-1");
    await ingest(file("9999000001-25-000009.xml", later), file("9999000001-25-000008.xml", xml("15", "OLD")));
    const [issuer] = await database.db.query.issuer.findMany();
    expect(issuer?.tradingSymbol).toBe("KGS");
    const names = await database.db.query.issuerName.findMany();
    expect(names.map((n) => n.tradingSymbol).sort()).toEqual(["KGS", "KSTG", "OLD"]);
  });

  test("the caller's number is used if neither header nor file name has one", async () => {
    await ingestFiles(database, [file("scan.xml", xml("16"))], {
      ...REAL,
      identity: { ...NO_IDENTITY, accessionNumber: parseAccessionNumber("999900000125000016") },
    });
    expect(await findStoredFiling(database.db, "9999000001-25-000016")).not.toBeNull();
  });
});

describe("filings with everything that a form can hold", () => {
  const names = readdirSync("testing/printed-forms").filter((name) => name.endsWith(".xml"));
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const { files } = await listFiles(names.map((name) => join("testing/printed-forms", name)));
    expect(await ingestFiles(database, files, REAL)).toMatchObject({ read: names.length, stored: names.length });
  });
  afterAll(() => database?.drop());

  test("come back from the tables with every fact, and no others", () => expectEveryFactBack(database, names.length));

  test.each(names)("no element text is missing from the document: %s", (name) => {
    expectEveryText(printedText(name), name);
  });
});

const corpus = corpusFolder();

describe.skipIf(corpus === null)("real filings (skipped where there is no corpus)", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  test("every document of the corpus is stored, or refused with a reason", async () => {
    const folders = ["xml", "txt", "xml_synthetic", "xml_notwellformed"].map((name) => join(corpus ?? "", name));
    const { files } = await listFiles(folders);
    const refused: string[] = [];
    const summary = await ingestFiles(database, files, {
      ...REAL,
      onEvent: (event) => event.kind === "refused" && refused.push(event.message),
    });
    expect(summary).toMatchObject({ read: 340, stored: 325, alreadyThere: 11, refused: 4 });
    expect(refused.filter((message) => message.includes("there is a bare &"))).toHaveLength(3);
    expect(refused.filter((message) => message.includes("without an <ownershipDocument>"))).toHaveLength(1);

    const again = await ingestFiles(database, (await listFiles(folders)).files, REAL);
    expect(again).toMatchObject({ read: 340, stored: 0, newVersions: 0, alreadyThere: 336, refused: 4 });
    expect(await countData(database.db)).toMatchObject({ filings: 325, refused: 4 });
  });

  test("each document comes back from the tables with every fact, and no others", async () => {
    // One is from the years before XML: its document is what was read in it.
    await expectEveryFactBack(database, 324);
  });

  test("no element text of a real filing is missing from its document", async () => {
    for (const path of corpusFiles(corpus ?? "", "xml")) expectEveryText(readFileSync(path, "utf8"), path);
  });
});

async function expectEveryFactBack(database: TestDatabase, filings: number) {
  const numbers = await database.db.query.filing.findMany({
    columns: { accessionNumber: true },
    where: (filing, { eq }) => eq(filing.source, "xml"),
  });
  expect(numbers).toHaveLength(filings);
  for (const { accessionNumber } of numbers) {
    const stored = await findStoredFiling(database.db, accessionNumber);
    const bytes = await findRawDocument(database.db, accessionNumber, null);
    const filed = parseOwnershipDocument(bytes?.toString() ?? "");
    if (!stored || filed.outcome === "refused") throw new Error(accessionNumber);
    expect(facts(documentFromRecord(stored.record)), accessionNumber).toEqual(facts(filed.document));
  }
}

/** Counted apart from the parser: every text between two tags, every footnote reference. */
function expectEveryText(xml: string, name: string) {
  const filed = parseOwnershipDocument(xml);
  if (filed.outcome === "refused") throw new Error(name);
  // (One filing has `"` and `+` strewn between its elements: no element's text.)
  const opened = xml.replace(/<!--[\s\S]*?-->|<\?xml[^>]*>/g, "").matchAll(/<\w+[^<>/]*>\s*([^<\s][^<]*)(?=<)/g);
  const texts = [...opened].filter(([, inside = ""]) => !/^["+\s]+$/.test(inside));
  // (One of 2003 has its form's number after an element inside <documentType>.)
  const behind = /<\/noSecuritiesOwned>\s*[345]\s*<\/documentType>/.test(xml) ? 1 : 0;
  const references = [...xml.matchAll(/<footnoteId\s/g)];
  const ids = [...xml.matchAll(/<footnote\s[^>]*id=/g)];
  const counted = count(filed.document);
  expect(counted.texts, name).toBe(texts.length + behind + ids.length);
  expect(counted.footnotes, name).toBe(references.length);
}

/** The content of a document: missing and empty elements mean the same. */
function facts(node: DocumentNode): unknown {
  if (Array.isArray(node)) return node.map(facts);
  if (typeof node !== "object" || node === null) return node;
  const said = Object.entries(node)
    .map(([name, child]): [string, unknown] => [name, facts(child)])
    .filter(([, child]) => child !== null && !(Array.isArray(child) && child.length === 0))
    .filter(([, child]) => !(typeof child === "object" && child !== null && Object.keys(child).length === 0));
  return Object.fromEntries(said);
}

function count(node: DocumentNode): { texts: number; footnotes: number } {
  const sum = { texts: 0, footnotes: 0 };
  const walk = (at: DocumentNode, name: string) => {
    if (typeof at === "string" && name !== "kind") sum.texts += 1;
    else if (Array.isArray(at)) {
      if (name === "footnotes" && at.every((item) => typeof item === "string")) sum.footnotes += at.length;
      else for (const item of at) walk(item, "");
    } else if (typeof at === "object" && at !== null) for (const [key, child] of Object.entries(at)) walk(child, key);
  };
  walk(node, "");
  return sum;
}
