import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFor } from "@/app/search/find";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { parseSearchQuery } from "@/lib/filters/search-query";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

type Made = {
  number: string;
  signed: string;
  issuer: [cik: string, name: string, symbol: string];
  owner: [cik: string, name: string];
};

const KESTREL: Made["issuer"] = ["9900208", "Kestrel Grid Systems, Inc.", "KSTG"];
const APPLE: Made["issuer"] = ["9900100", "Apple Orchard Corp", "APPL"];
const COOK: Made["owner"] = ["9900500", "COOK TIMOTHY D"];
const TOLLEFSEN: Made["owner"] = ["9900416", "TOLLEFSEN INGRID M"];

const FILINGS: Made[] = [
  {
    number: "9999000001-19-000001",
    signed: "2019-01-02",
    issuer: ["9900300", "Keston Mills", "ALDP"],
    owner: TOLLEFSEN,
  },
  {
    number: "9999000001-25-000002",
    signed: "2025-01-02",
    issuer: ["9900300", "Aldous Paper Corp.", "ALDP"],
    owner: TOLLEFSEN,
  },
  { number: "9999000001-25-000003", signed: "2025-01-03", issuer: KESTREL, owner: TOLLEFSEN },
  { number: "9999000001-25-000004", signed: "2025-01-04", issuer: APPLE, owner: COOK },
  // A ticker that another company used earlier.
  {
    number: "9999000001-25-000005",
    signed: "2025-01-05",
    issuer: ["9900301", "Old Quarry", "QRY"],
    owner: ["9900600", "Holder One LP"],
  },
  {
    number: "9999000001-25-000006",
    signed: "2025-01-06",
    issuer: ["9900302", "New Quarry", "QRY"],
    owner: ["9900600", "Holder One LP"],
  },
  // A company that is also an owner, and a ticker that is also a person's name.
  {
    number: "9999000001-25-000007",
    signed: "2025-01-07",
    issuer: ["9900303", "Cookware Group", "COOK"],
    owner: ["9900208", "Kestrel Grid Systems, Inc."],
  },
  {
    number: "9999000001-19-000008",
    signed: "2019-01-08",
    issuer: ["9900304", "Reed Mills", "REED"],
    owner: ["9900501", "O'BRIEN SEAN"],
  },
  {
    number: "9999000001-19-000009",
    signed: "2019-01-09",
    issuer: ["9900304", "Reed Mills", "REED"],
    owner: ["9900502", "OBRIEN NIAMH"],
  },
];

function file({ number, signed, issuer, owner }: Made) {
  const xml = `<ownershipDocument><documentType>4</documentType><periodOfReport>${signed}</periodOfReport>
<issuer><issuerCik>${issuer[0]}</issuerCik><issuerName>${issuer[1]}</issuerName><issuerTradingSymbol>${issuer[2]}</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>${owner[0]}</rptOwnerCik><rptOwnerName>${owner[1]}</rptOwnerName></reportingOwnerId></reportingOwner>
<ownerSignature><signatureName>x</signatureName><signatureDate>${signed}</signatureDate></ownerSignature></ownershipDocument>`;
  const fileName = `${number}.xml`;
  return { fileName, read: async () => ({ fileName, bytes: Buffer.from(xml) }) };
}

describe("search", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestFiles(database, FILINGS.map(file), { isSample: false });
  });
  afterAll(() => database.drop());

  const found = async (q: string) => {
    const { goesTo = null, issuers, insiders, filings, ...rest } = await findFor(database.db, parseSearchQuery(q));
    return {
      goesTo,
      issuers: issuers?.hits.map(({ cik }) => cik) ?? [],
      insiders: insiders?.hits.map(({ cik }) => cik) ?? [],
      filings: filings?.entries.map(({ filing }) => Number(filing.accessionNumber.slice(-6))) ?? [],
      ...rest,
    };
  };

  test.each([
    ["9999000001-25-000003", "/filings/9999000001-25-000003"],
    ["999900000125000003", "/filings/9999000001-25-000003"],
    ["https://www.sec.gov/Archives/edgar/data/9900208/999900000125000003/form4.xml", "/filings/9999000001-25-000003"],
    ["9900100", "/issuers/9900100"],
    ["CIK 0009900416", "/insiders/9900416"],
    ["$kstg", "/issuers/9900208"],
    ["KSTG", "/issuers/9900208"],
    ["aldp", "/issuers/9900300"],
  ])("%s goes straight to %s", async (q, path) => {
    expect((await found(q)).goesTo).toBe(path);
  });

  test("finds a name by its words in any order, and by the beginnings of words", async () => {
    for (const q of ["Tim Cook", "cook tim", "timothy d cook", "@cook"]) {
      expect(await found(q)).toMatchObject({ goesTo: null, insiders: ["9900500"], filings: [4] });
    }
  });

  test.each(["O'Brien", "o’brien", "OBRIEN", "obri"])(
    "finds a surname with an apostrophe, filed with it or without: %s",
    async (q) => {
      expect((await found(q)).insiders).toEqual(["9900502", "9900501"]);
    },
  );

  test("takes no initial elsewhere in a name for the beginning of a surname", async () => {
    expect((await found("dtimothy")).insiders).toEqual([]);
    expect((await found("dcook")).insiders).toEqual([]);
  });

  test("finds a former name and says that it is one", async () => {
    const { issuers } = await findFor(database.db, parseSearchQuery("keston"));
    expect(issuers?.hits).toMatchObject([{ cik: "9900300", name: "Aldous Paper Corp.", matchedName: "Keston Mills" }]);
  });

  test("shows both for a CIK that is an issuer and an owner", async () => {
    expect(await found("9900208")).toMatchObject({
      goesTo: null,
      issuers: ["9900208"],
      insiders: ["9900208"],
      filings: [7, 3],
    });
  });

  test("shows both companies for a ticker that two have used", async () => {
    expect(await found("$QRY")).toMatchObject({ goesTo: null, issuers: ["9900302", "9900301"] });
  });

  test("does not jump to a ticker that is also a person's name, unless it starts with $", async () => {
    expect(await found("cook")).toMatchObject({ goesTo: null, issuers: ["9900303"], insiders: ["9900500"] });
    expect((await found("$cook")).goesTo).toBe("/issuers/9900303");
  });

  test("completes the beginning of a ticker or an accession number", async () => {
    expect(await found("$KS")).toMatchObject({ goesTo: null, issuers: ["9900208"] });
    expect(await found("#9999000001-25")).toMatchObject({ filings: [7, 6, 5, 4, 3, 2] });
  });

  test("finds the filings of an insider at an issuer by words of both", async () => {
    for (const q of ["Tim Cook Apple", "apple cook"]) {
      expect(await found(q)).toMatchObject({ issuers: [], insiders: [], filings: [4] });
    }
  });

  test("counts each word alone if the words find nothing together", async () => {
    expect(await found("tollefsen nobody")).toMatchObject({
      filings: [],
      wordsAlone: [{ word: "tollefsen", url: "/search?q=tollefsen", count: "1 insider" }],
    });
  });

  test("offers the nearest name for a misspelt one, and the footnotes with the words", async () => {
    expect(await found("ingrid tolefsen")).toMatchObject({
      instead: [
        { kind: "nearest", words: "ingrid tollefsen", url: "/search?q=ingrid%20tollefsen" },
        { kind: "footnotes", url: "/footnotes?q=ingrid+tolefsen", count: { count: 0 } },
      ],
    });
    expect(await found("tollefsen")).not.toHaveProperty("instead");
  });

  test("says that a number or CIK is not in this database, and links to EDGAR", async () => {
    expect((await found("0000320193-25-000012")).notHeld).toEqual({
      what: "filing 0000320193-25-000012",
      edgarUrl: "https://www.sec.gov/Archives/edgar/data/320193/000032019325000012/0000320193-25-000012-index.htm",
    });
    expect((await found("12345")).notHeld?.what).toBe("an issuer or insider with the CIK 12345");
    expect((await found("local-0123456789ab")).notHeld?.edgarUrl).toBeNull();
  });

  test.each([
    "½",
    "' or 1=1 --",
    "a & b | !c:*",
    "日本",
    "%",
    "\\",
    "ﬁ",
    "x".repeat(200),
    "a ".repeat(99),
    "$".repeat(20),
    "@ ",
    "#-",
  ])("%j does not redirect", async (q) => {
    expect((await found(q)).goesTo).toBeNull();
  });

  test("shows examples from this database without a query", async () => {
    expect((await found("")).examples).toMatchObject({
      tradingSymbol: "COOK",
      accessionNumber: "9999000001-25-000007",
    });
  });
});
