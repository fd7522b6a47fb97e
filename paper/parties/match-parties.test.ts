import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PaperReading } from "@/paper/form/paper-reading";
import { readPaper } from "@/paper/read-paper";
import { companyNamesIn } from "./company-names";
import { matchIssuer } from "./match-issuer";
import { matchOwner } from "./match-owner";

type Read = Pick<PaperReading, "document" | "unread" | "uncertain">;

const NAME = "/issuer/issuerName";

function form(issuer: { name: string | null; symbol?: string }, other: Partial<Read> = {}): Read {
  return {
    document: {
      issuer: { issuerName: issuer.name, issuerTradingSymbol: issuer.symbol ?? null },
      reportingOwner: [
        {
          reportingOwnerId: { rptOwnerName: "Tollefsen Ingrid M" },
          reportingOwnerAddress: { rptOwnerStreet1: "12 QUAY ROAD", rptOwnerZipCode: "02110" },
        },
      ],
      nonDerivativeTable: [],
      derivativeTable: [],
      footnotes: [],
      ownerSignature: [],
    },
    unread: [],
    uncertain: [],
    ...other,
  };
}

const KESTREL = { cik: "9900208", name: "KESTREL GRID SYSTEMS INC", tradingSymbol: "KSTG" };

describe("finds companies in a text", () => {
  test.each([
    [
      "The reporting person undertakes to provide to AmTrust Financial Services, Inc. or any of its",
      ["AmTrust Financial Services, Inc."],
    ],
    ["C/O AMTRUST FINANCIAL SERVICES, INC. 59 MAIDEN LANE", ["AMTRUST FINANCIAL SERVICES, INC."]],
    ["Shares are held by Bank of Oslo Holdings LLC, of which", ["Bank of Oslo Holdings LLC"]],
    ["sold at prices from $39.00 to $39.07 per share", []],
    ["the company has no trust in it", []],
  ])("%s", (text, names) => expect(companyNamesIn(text)).toEqual(names));
});

describe("an issuer is known", () => {
  test("by name and symbol together, whatever case and punctuation the page prints", () => {
    expect(matchIssuer(form({ name: "Kestrel Grid Systems, Inc.", symbol: "kstg" }), [KESTREL])).toMatchObject([
      { outcome: "known", cik: "9900208" },
    ]);
  });

  test("not by its name alone: it is a candidate", () => {
    expect(matchIssuer(form({ name: "Kestrel Grid Systems, Inc." }), [KESTREL])).toMatchObject([
      { outcome: "candidate", cik: "9900208", evidence: "it was filed under this name, with the symbol KSTG" },
    ]);
  });

  test("not by its symbol and a name that is only similar", () => {
    expect(matchIssuer(form({ name: "Kestrel Grid System Inc", symbol: "KSTG" }), [KESTREL])).toMatchObject([
      { outcome: "candidate", cik: "9900208" },
    ]);
    expect(matchIssuer(form({ name: "Marlowe Advisers", symbol: "KSTG" }), [KESTREL])).toEqual([]);
  });

  test("not if its name is uncertain", () => {
    const read = form({ name: "Kestrel Grid Systems, Inc.", symbol: "KSTG" }, { uncertain: [NAME] });
    expect(matchIssuer(read, [KESTREL]).map(({ outcome }) => outcome)).not.toContain("known");
  });

  test("not if two were filed under both", () => {
    const found = matchIssuer(form({ name: "Kestrel Grid Systems, Inc.", symbol: "KSTG" }), [
      KESTREL,
      { ...KESTREL, cik: "1" },
    ]);
    expect(found.map(({ outcome }) => outcome)).not.toContain("known");
  });
});

test("“Is rust Financial Services, Inc.”: the street line and footnotes 3 and 4 name AmTrust, and it gets no CIK", async () => {
  const read = await readPaper(readFileSync(new URL("../../sample/saxon-form4.txt", import.meta.url)));
  if (read.outcome === "refused") throw new Error(read.message);
  expect(matchIssuer(read.reading, [])).toEqual([
    {
      pointer: "/issuer",
      asRead: "Is rust Financial Services, Inc.",
      outcome: "candidate",
      cik: null,
      name: "AmTrust Financial Services, Inc.",
      evidence: "named in the street line, note 3 and note 4",
    },
  ]);
});

describe("an owner is known", () => {
  const known = { cik: "9900416", name: "TOLLEFSEN INGRID M", street: "12 Quay Road", zip: "02110-1234" };
  test("by name together with street and zip of an earlier filing", () => {
    expect(matchOwner(form({ name: null }), 0, [known])).toMatchObject([{ outcome: "known", cik: "9900416" }]);
  });

  test("not by the name alone, nor if the name is uncertain", () => {
    expect(matchOwner(form({ name: null }), 0, [{ ...known, street: "1 Elm Street" }])).toMatchObject([
      { outcome: "candidate", cik: "9900416" },
    ]);
    const uncertain = ["/reportingOwner/0/reportingOwnerId/rptOwnerName"];
    expect(matchOwner(form({ name: null }, { uncertain }), 0, [known])).toEqual([]);
  });
});
