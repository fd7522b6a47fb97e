import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { countFilings, listFilings } from "@/db/queries/list-filings";
import { parseFilter } from "@/lib/filters/filing-filter";
import { matchingRows } from "@/lib/lists/matching-rows";
import { rowId } from "@/lib/record/reported-row";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

type Sale = { price: string; notes: string; code?: string };

const row = ({
  price,
  notes,
  code = "S",
}: Sale) => `<nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle>
<transactionDate><value>2025-06-10</value></transactionDate><transactionCoding><transactionCode>${code}</transactionCode></transactionCoding>
<transactionAmounts><transactionShares><value>100</value></transactionShares><transactionPricePerShare><value>${price}</value>${notes}</transactionPricePerShare>
<transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>`;

const cites = (...ids: number[]) => ids.map((id) => `<footnoteId id="F${id}"/>`).join("");

function filing(n: number, sales: Sale[], notes: string[], box: string | null) {
  const number = `9999000001-25-${String(n).padStart(6, "0")}`;
  const xml = `<ownershipDocument><documentType>4</documentType><periodOfReport>2025-06-10</periodOfReport>
<issuer><issuerCik>9900208</issuerCik><issuerName>Kestrel Grid Systems</issuerName><issuerTradingSymbol>KSTG</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>9900416</rptOwnerCik><rptOwnerName>TOLLEFSEN INGRID M</rptOwnerName></reportingOwnerId></reportingOwner>
${box === null ? "" : `<aff10b5One>${box}</aff10b5One>`}<nonDerivativeTable>${sales.map(row).join("")}</nonDerivativeTable>
<footnotes>${notes.map((text, at) => `<footnote id="F${at + 1}">${text}</footnote>`).join("")}</footnotes></ownershipDocument>`;
  const text = `<SEC-DOCUMENT>\n<ACCEPTANCE-DATETIME>202506111700${String(n).padStart(2, "0")}\nACCESSION NUMBER: ${number}\nFILED AS OF DATE: 20250611\n<DOCUMENT><XML>${xml}</XML>`;
  const fileName = `${number}.txt`;
  return { fileName, read: async () => ({ fileName, bytes: Buffer.from(text) }) };
}

const AVERAGE = "The price is a weighted average. The shares were sold at prices ranging from $18.00 to $19.00.";
const WIDE = "The price is a weighted average. The shares were sold at prices ranging from $18.00 to $19.01.";
const PLAN = "Sold pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on March 12, 2025.";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const files = [
    // Under a plan that is 90 days old: 19 days left of March, 30 of April, 31 of May, 10 of June.
    filing(1, [{ price: "18.40", notes: cites(1, 2) }], [PLAN, AVERAGE], "1"),
    filing(
      2,
      [
        { price: "18.50", notes: cites(1) },
        { price: "18.60", notes: "" },
      ],
      [WIDE],
      "0",
    ),
    // The price is outside the range in its note; no answer in the box; and withheld shares, which are not a sale.
    filing(
      3,
      [
        { price: "19.50", notes: cites(1) },
        { price: "18.60", notes: "", code: "F" },
      ],
      [AVERAGE],
      null,
    ),
  ];
  await ingestFiles(database, files, { isSample: true });
});
afterAll(() => database.drop());

/** The filings that SQL lists, with the rows that the filter selects: `1 I-1`. */
async function found(query: string): Promise<string[]> {
  const { filter, ignored } = parseFilter(new URLSearchParams(query));
  expect(ignored).toEqual([]);
  const { entries } = await listFilings(database.db, filter, { after: null, limit: 50, onlyTransactions: true });
  const { rows } = await countFilings(database.db, filter);
  const listed = entries.flatMap((entry) =>
    matchingRows(entry, filter).map((row) => `${Number(entry.filing.accessionNumber.slice(-6))} ${rowId(row)}`),
  );
  expect(rows.count, "SQL counts the rows that the page picks").toBe(listed.length);
  return listed.sort();
}

describe("sales are found by their notes", () => {
  test("under a plan, and not", async () => {
    expect(await found("plan=under")).toEqual(["1 I-1"]);
    expect(await found("plan=not-indicated")).toEqual(["2 I-1", "2 I-2"]);
    expect(await found("plan=no-box")).toEqual(["3 I-1"]);
    expect(await found("plan=under&plan=no-box")).toEqual(["1 I-1", "3 I-1"]);
  });

  test("by the day of adoption, both ends in the range", async () => {
    expect(await found("adopted-from=2025-03-12&adopted-to=2025-03-12")).toEqual(["1 I-1"]);
    expect(await found("adopted-from=2025-03-13")).toEqual([]);
    expect(await found("adopted-to=2025-03-11")).toEqual([]);
  });

  test("March 12 to June 10 is 90 days", async () => {
    expect(await found("adopted-days-from=90&adopted-days-to=90")).toEqual(["1 I-1"]);
    expect(await found("adopted-days-to=89")).toEqual([]);
    expect(await found("adopted-days-from=91")).toEqual([]);
  });

  test("a range of $1 is within the SEC letter and one of $1.01 is not; a price outside its range counts as without one", async () => {
    expect(await found("price-range=stated")).toEqual(["1 I-1", "2 I-1"]);
    expect(await found("price-range=wide")).toEqual(["2 I-1"]);
    expect(await found("price-range=wide&plan=under")).toEqual([]);
  });
});
