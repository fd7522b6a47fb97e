import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import type { IngestEvent } from "@/db/ingest/start-ingest";
import { findStoredFiling } from "@/db/queries/filing-record";
import { documentFromRecord } from "@/lib/edgar/document-from-record";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ROW = { code: "S", letter: "D", date: "2025-06-10", shares: "10", price: "2", held: "90" } as const;

/** A valid filing by the same owner on the same issuer, so that the two are derived together. */
const sound = (n: number) => filingForTest({ n, rows: [ROW] });

async function odd(n: number, change: (xml: string) => string): Promise<Listed> {
  const { fileName, read } = filingForTest({ n, notes: { F1: "A note." }, rows: [{ ...ROW, priceNote: "F1" }] });
  const file = await read();
  if ("message" in file) throw new Error(file.message);
  return { fileName, read: async () => ({ fileName, bytes: Buffer.from(change(file.bytes.toString())) }) };
}

const inRow = (element: string) => (xml: string) =>
  xml.replace("</nonDerivativeTransaction>", `${element}</nonDerivativeTransaction>`);
const atRoot = (element: string) => (xml: string) =>
  xml.replace("</ownershipDocument>", `${element}</ownershipDocument>`);
const words = (length: number) =>
  "the reporting person sold shares under a plan, ".repeat(length / 47 + 1).slice(0, length);

/** Characters that do not compress: an index row has room for some 2,700 bytes. */
const NOISE = Array.from({ length: 9_000 }, (_, i) => ((i * 2_654_435_761) >>> 7).toString(36)).join("");

/** Each changes a valid document in one way that has ended, or could end, a run. */
const ODDITIES: Record<string, (xml: string) => string> = {
  "a signature in the year 25": (xml) => xml.replace(/<signatureDate>20\d\d/, "<signatureDate>0025"),
  "a signature in the year 9999": (xml) => xml.replace(/<signatureDate>\d{4}-\d\d-\d\d/, "<signatureDate>9999-12-31"),
  "a trade on June 31": (xml) => xml.replace(/(<transactionDate><value>)[^<]*/, "$12025-06-31"),
  "a trade in the year 1": (xml) => xml.replace(/(<transactionDate><value>)[^<]*/, "$10001-01-01"),
  "a share count of 131,080 digits": (xml) =>
    xml.replace(/(<transactionShares><value>)[^<]*/, `$1${"9".repeat(131_080)}`),
  "a price of 600 decimals": (xml) => xml.replace(/(<transactionPricePerShare><value>)[^<]*/, `$11.${"3".repeat(600)}`),
  "an element called constructor": atRoot("<constructor>x</constructor>"),
  "an element called toString with children": atRoot("<toString><value>x</value></toString>"),
  "an element called __proto__": atRoot("<__proto__><polluted>yes</polluted></__proto__>"),
  "a row with an element called kind": inRow("<kind>x</kind>"),
  "a row with elements called line and footnotes": inRow("<line>7</line><footnotes>y</footnotes>"),
  "a row with an element called hasOwnProperty": inRow("<hasOwnProperty>x</hasOwnProperty>"),
  "a flag that is constructor": (xml) =>
    xml.replace(
      "</reportingOwner>",
      "<reportingOwnerRelationship><isDirector>constructor</isDirector><officerTitle>Constructor valueOf</officerTitle></reportingOwnerRelationship></reportingOwner>",
    ),
  "a footnote whose id is __proto__": (xml) => xml.replaceAll('"F1"', '"__proto__"'),
  "a footnote whose id is constructor": (xml) => xml.replaceAll('"F1"', '"constructor"'),
  "20,000 footnotes with one id": (xml) =>
    xml.replace("</footnotes>", `${'<footnote id="F1">x</footnote>'.repeat(20_000)}</footnotes>`),
  "a transaction code of 50,000 characters": (xml) => xml.replace(/(<transactionCode>)[^<]*/, `$1${NOISE}`),
  "names, symbols, a form and a schema version of 50,000 characters": (xml) =>
    atRoot(`<schemaVersion>${NOISE}</schemaVersion>`)(xml).replace(
      /(<(?:documentType|issuerName|issuerTradingSymbol|rptOwnerName)>)[^<]*/g,
      `$1${NOISE}`,
    ),
  "a footnote of 400,000 characters": (xml) => xml.replace("A note.", words(400_000)),
  "remarks of three million letters": atRoot(`<remarks>${"A".repeat(3_000_000)}</remarks>`),
  "a footnote of 2.8 million hyphens": (xml) => xml.replace("A note.", "a-b.".repeat(700_000)),
  "an issuer with a name of 100,000 characters": (xml) =>
    xml.replace(/(<issuerName>)[^<]*/, (_, tag) => `${tag}${words(100_000)}`),
  "a security with a title of 100,000 characters": (xml) =>
    xml.replace(/(<securityTitle><value>)[^<]*/, (_, tag) => `${tag}${words(100_000)}`),
};

describe("one odd document never stops the others", () => {
  test.each(Object.entries(ODDITIES).map(([name, change], index) => ({ name, change, n: 100 + 2 * index })))(
    "$name",
    async ({ change, n }) => {
      const events: IngestEvent[] = [];
      const strange = await odd(n, change);
      const summary = await ingestFiles(database, [strange, sound(n + 1)], {
        isSample: false,
        onEvent: (event) => events.push(event),
      });
      expect(summary).toMatchObject({ read: 2, stored: 2, refused: 0, notDerived: 0 });
      const { rows } = await database.pool.query("select * from filing_to_derive");
      expect(rows).toEqual([]);
      // Nothing in it is lost: it comes back as filed.
      const file = await strange.read();
      const parsed = parseOwnershipDocument("bytes" in file ? file.bytes.toString() : "");
      const number = `9999000001-25-${String(n).padStart(6, "0")}`;
      const stored = await findStoredFiling(database.db, number);
      expect(parsed.outcome).toBe("parsed");
      if (parsed.outcome === "parsed" && stored)
        expect(JSON.stringify(documentFromRecord(stored.record).nonDerivativeTable)).toBe(
          JSON.stringify(documentFromRecord(parsed.record).nonDerivativeTable),
        );
    },
    60_000,
  );

  test("a document over 10 MB is refused with its size", async () => {
    const events: IngestEvent[] = [];
    await ingestFiles(database, [await odd(910, atRoot(`<remarks>${"A".repeat(10_200_000)}</remarks>`)), sound(911)], {
      isSample: false,
      onEvent: (event) => events.push(event),
    });
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: "refused",
        message: "the ownership document is too large (10.2 MB). The limit is 10 MB",
      }),
    );
  });

  test("its name and its refusal may contain any character", async () => {
    const fileName = "bad\0name.xml";
    const summary = await ingestFiles(
      database,
      [{ fileName, read: async () => ({ fileName, bytes: Buffer.from("<a>\0</a>") }) }, sound(921)],
      { isSample: false },
    );
    expect(summary).toMatchObject({ stored: 1, refused: 1 });
    const refused = await database.db.query.refusedDocument.findMany();
    expect(refused.map((each) => each.fileName)).toContain("bad\uFFFDname.xml");
  });
});
