import { describe, expect, test } from "vitest";
import { documentFromRecord } from "@/lib/edgar/document-from-record";
import { nodeAt } from "@/lib/edgar/ownership-document";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";

const parsed = (xml: string) => {
  const result = parseOwnershipDocument(xml);
  if (result.outcome === "refused") throw new Error(result.message);
  return result;
};

const form4 = (rows: string, more = "") => `<?xml version="1.0"?>
<ownershipDocument>
  <schemaVersion>X0508</schemaVersion>
  <documentType>4</documentType>
  <periodOfReport>2025-06-10</periodOfReport>
  <issuer><issuerCik>0009900208</issuerCik><issuerName>Kestrel &amp; Sons</issuerName><issuerTradingSymbol>KSTG</issuerTradingSymbol></issuer>
  <reportingOwner>
    <reportingOwnerId><rptOwnerCik>9900416</rptOwnerCik><rptOwnerName>Tollefsen Ingrid M</rptOwnerName></reportingOwnerId>
    <reportingOwnerRelationship><isDirector>true</isDirector><isOfficer>0</isOfficer></reportingOwnerRelationship>
  </reportingOwner>
  <aff10b5One>0</aff10b5One>
  <nonDerivativeTable>${rows}</nonDerivativeTable>
  <footnotes><footnote id="F1"> First line.
  Second line.</footnote><footnote id="F2">A price stated here alone.</footnote></footnotes>
  <ownerSignature><signatureName>/s/ I. Tollefsen</signatureName><signatureDate>2025-06-12</signatureDate></ownerSignature>
  ${more}
</ownershipDocument>`;

const sale = (inside: string) => `<nonDerivativeTransaction>
  <securityTitle><value>Common Stock</value><footnoteId id="F1"/></securityTitle>
  <transactionDate><value>2025-06-10</value></transactionDate>
  <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode><equitySwapInvolved>false</equitySwapInvolved><footnoteId id="F1"/><footnoteId id="F2"/></transactionCoding>
  ${inside}
  <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
</nonDerivativeTransaction>`;

const amounts = (shares: string, price: string) => `<transactionAmounts>
  <transactionShares><value>${shares}</value></transactionShares>
  <transactionPricePerShare>${price}</transactionPricePerShare>
  <transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>`;

describe("reads a document as filed", () => {
  test("reads a price stated only in a footnote as null with its footnote, never as zero", () => {
    const { record } = parsed(form4(sale(amounts("7500", '<footnoteId id="F2"/>'))));
    expect(record.rows[0]).toMatchObject({
      pricePerShare: null,
      pricePerShareFootnotes: ["F2"],
      transactionShares: "7500",
    });
  });

  test("keeps all footnotes of a row's code, in order", () => {
    const { record } = parsed(form4(sale(amounts("7500", "<value>64.87</value>"))));
    expect(record.rows[0]?.transactionCodingFootnotes).toEqual(["F1", "F2"]);
    expect(record.rows[0]?.securityTitleFootnotes).toEqual(["F1"]);
  });

  test.each([
    ["275.634", "275.634", undefined],
    ["5000.0000", "5000.0000", undefined],
    [".5", "0.5", ".5"],
    ["+5", "5", "+5"],
    ["1,000", "1000", "1,000"],
    ["007", "7", "007"],
    ["5.", "5", "5."],
    ["-0", "0", "-0"],
  ])("reads %s shares as the number %s, and keeps the spelling if it differs", (filed, value, spelling) => {
    const { record } = parsed(form4(sale(amounts(filed, "<value>1</value>"))));
    expect(record.rows[0]?.transactionShares).toBe(value);
    expect(record.rows[0]?.spelling?.transactionShares).toBe(spelling);
  });

  test.each(["923 F1", "1e3", "12.5.1", "abc"])(
    "“%s” is not a number: it is kept as filed, with a problem on its line",
    (filed) => {
      const { record, problems } = parsed(form4(sale(amounts(filed, "<value>1</value>"))));
      expect(record.rows[0]?.transactionShares).toBeNull();
      expect(record.rows[0]?.spelling?.transactionShares).toBe(filed);
      expect(problems).toContainEqual(
        expect.objectContaining({ line: 17, message: `<transactionShares> “${filed}” is not a decimal number` }),
      );
    },
  );

  test("stores a CIK without leading zeros and returns it as filed", () => {
    const { record, document } = parsed(form4(sale(amounts("1", "<value>1</value>"))));
    expect(record.filing.issuerCik).toBe("9900208");
    expect(record.owners[0]?.cik).toBe("9900416");
    const back = documentFromRecord(record);
    expect(nodeAt(back, ["issuer", "issuerCik"])).toBe("0009900208");
    expect(back.reportingOwner[0]).toEqual(document.reportingOwner[0]);
    expect(nodeAt(back.reportingOwner[0], ["reportingOwnerId", "rptOwnerCik"])).toBe("9900416");
  });

  test("reads both spellings of a flag and returns them as filed; a missing flag is not false", () => {
    const { record } = parsed(form4(sale(amounts("1", "<value>1</value>"))));
    expect(record.owners[0]).toMatchObject({ isDirector: true, isOfficer: false, isTenPercentOwner: null });
    const back = documentFromRecord(record);
    expect(nodeAt(back.reportingOwner[0], ["reportingOwnerRelationship", "isDirector"])).toBe("true");
    expect(nodeAt(back.nonDerivativeTable[0], ["transactionCoding", "equitySwapInvolved"])).toBe("false");
  });

  test("keeps the time zone of a date without moving the date", () => {
    const { record } = parsed(
      form4(sale(amounts("1", "<value>1</value>"))).replace("2025-06-10</value>", "2025-06-10-05:00</value>"),
    );
    expect(record.rows[0]?.transactionDate).toBe("2025-06-10");
    expect(documentFromRecord(record).nonDerivativeTable[0]?.transactionDate).toEqual({
      value: "2025-06-10-05:00",
      footnotes: [],
    });
  });

  test("a date that does not exist is a problem", () => {
    const { record, problems } = parsed(
      form4(sale(amounts("1", "<value>1</value>"))).replaceAll("2025-06-10<", "2025-02-30<"),
    );
    expect(record.rows[0]?.transactionDate).toBeNull();
    expect(problems.map((p) => p.message)).toContain("<transactionDate> “2025-02-30” is not a calendar date");
  });

  test("numbers transactions and holdings together, in document order", () => {
    const holding = `<nonDerivativeHolding><securityTitle><value>Common Stock</value></securityTitle>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>5</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><footnoteId id="F1"/></natureOfOwnership></ownershipNature></nonDerivativeHolding>`;
    const { record } = parsed(form4(holding + sale(amounts("1", "<value>1</value>")) + holding));
    expect(record.rows.map((row) => [row.line, row.kind])).toEqual([
      [1, "holding"],
      [2, "transaction"],
      [3, "holding"],
    ]);
    expect(record.rows[0]).toMatchObject({ natureOfOwnership: null, natureOfOwnershipFootnotes: ["F1"] });
  });

  test("keeps line breaks inside text and resolves entities", () => {
    const { record } = parsed(form4(""));
    expect(record.footnotes[0]?.text).toBe("First line.\n  Second line.");
    expect(record.filing.issuerName).toBe("Kestrel & Sons");
  });
});

describe("keeps and reports what is outside the specification", () => {
  const odd = form4(
    sale(`<transactionAmounts><transactionShares><value>1</value><unit>lot</unit></transactionShares>
    <transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode><brokerage>Acme</brokerage></transactionAmounts>`),
    "<reviewedBy><name>Nobody</name></reviewedBy>",
  );

  test("in the document", () => {
    const { record, document } = parsed(odd);
    const back = documentFromRecord(record);
    expect(back).toMatchObject({ reviewedBy: { name: "Nobody" } });
    expect(nodeAt(back.nonDerivativeTable[0], ["transactionAmounts"])).toMatchObject({
      brokerage: "Acme",
      transactionShares: { value: "1", footnotes: [], unit: "lot" },
    });
    expect(back.nonDerivativeTable).toEqual(document.nonDerivativeTable);
  });

  test("as problems", () => {
    const messages = parsed(odd).problems.map((p) => p.message);
    expect(messages).toContain("<reviewedBy> does not belong here");
    expect(messages).toContain("<brokerage> does not belong here");
    expect(messages).toContain("<unit> does not belong here");
    expect(messages).not.toContain("<transactionShares> does not belong here");
  });

  test("a value next to elements, where only elements belong", () => {
    const { record } = parsed(
      form4(
        sale(amounts("1", "<value>2</value>").replace("<transactionAmounts>", "<transactionAmounts><value>x</value>")),
      ),
    );
    expect(nodeAt(documentFromRecord(record).nonDerivativeTable[0], ["transactionAmounts"])).toMatchObject({
      value: "x",
      transactionShares: { value: "1" },
      transactionPricePerShare: { value: "2" },
      transactionAcquiredDisposedCode: { value: "D" },
    });
  });

  test("footnote references in the wrong place, or not empty", () => {
    const { record, problems } = parsed(
      form4(sale(amounts("1", '<value>1</value><footnoteId id="F2">and a text</footnoteId>')), '<footnoteId id="F2"/>'),
    );
    const back = documentFromRecord(record);
    expect(back).toMatchObject({ footnoteId: "F2" });
    expect(nodeAt(back.nonDerivativeTable[0], ["transactionAmounts", "transactionPricePerShare"])).toMatchObject({
      value: "1",
      footnotes: ["F2"],
      footnoteId: { id: "F2", text: "and a text" },
    });
    expect(problems.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([
        "/footnoteId",
        "/nonDerivativeTable/0/transactionAmounts/transactionPricePerShare/footnoteId",
      ]),
    );
  });

  test("keeps elements for EDGAR's own use without a problem", () => {
    const { record, problems } = parsed(
      form4(sale(amounts("1", "<value>1</value>")))
        .replace("<rptOwnerName>", "<rptOwnerCcc>a#ofc0rn</rptOwnerCcc><rptOwnerName>")
        .replace(
          "<reportingOwnerRelationship>",
          "<reportingOwnerAddress><rptOwnerGoodAddress>true</rptOwnerGoodAddress></reportingOwnerAddress><reportingOwnerRelationship>",
        ),
    );
    expect(documentFromRecord(record).reportingOwner[0]).toMatchObject({
      reportingOwnerId: { rptOwnerCcc: "a#ofc0rn" },
      reportingOwnerAddress: { rptOwnerGoodAddress: "true" },
    });
    expect(problems.map((p) => p.message).filter((message) => message.includes("not an element"))).toEqual([]);
  });

  test("reads an element without its <value>, keeps its shape and reports a problem", () => {
    const { record, problems } = parsed(
      form4(sale(amounts("1", "<value>1</value>"))).replace(
        '<value>Common Stock</value><footnoteId id="F1"/>',
        "Common Stock",
      ),
    );
    expect(record.rows[0]?.securityTitle).toBe("Common Stock");
    expect(documentFromRecord(record).nonDerivativeTable[0]?.securityTitle).toBe("Common Stock");
    expect(problems.map((p) => p.message)).toEqual(["<securityTitle> has no <value>; its text is used as the value"]);
  });

  test("keeps both copies of a repeated element and shows the first", () => {
    const twice = form4(sale(amounts("1", "<value>1</value>"))).replace(
      "<transactionDate>",
      "<transactionDate><value>2025-06-09</value></transactionDate><transactionDate>",
    );
    const { record, document } = parsed(twice);
    expect(record.rows[0]?.transactionDate).toBe("2025-06-09");
    expect(documentFromRecord(record).nonDerivativeTable).toEqual(document.nonDerivativeTable);
  });
});

describe("reads schema X0101 of 2003, which has no tables", () => {
  const form3 = `<ownershipDocument><schemaVersion>X0101</schemaVersion>
  <documentType>3<noSecuritiesOwned>0</noSecuritiesOwned></documentType>
  <nonDerivativeSecurity><securityTitle><value>Common Stock</value></securityTitle>
    <transactionAmounts><transactionShares><value>220.5830</value><footnoteId id="F1"/></transactionShares></transactionAmounts>
    <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeSecurity>
  <nonDerivativeSecurity><securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>2003-06-02</value></transactionDate>
    <transactionCoding><transactionCode>P</transactionCode></transactionCoding>
    <transactionAmounts><transactionShares><value>10</value></transactionShares><transactionValue><value>21.50</value></transactionValue></transactionAmounts></nonDerivativeSecurity>
  <footnotes><footnote id="F1">Held.</footnote></footnotes></ownershipDocument>`;

  test("a row with a date or code is a transaction with transactionValue as its price; any other row is a holding", () => {
    const { record } = parsed(form3);
    expect(record.rows[0]).toMatchObject({
      kind: "holding",
      sharesOwnedFollowing: "220.5830",
      sharesOwnedFollowingFootnotes: ["F1"],
    });
    expect(record.rows[0]?.transactionShares).toBeNull();
    expect(record.rows[1]).toMatchObject({
      kind: "transaction",
      line: 2,
      transactionShares: "10",
      pricePerShare: "21.50",
    });
  });

  test("writes back the names of 2003, and noSecuritiesOwned beside documentType", () => {
    const { record, document } = parsed(form3);
    const back = documentFromRecord(record);
    expect(back.documentType).toBe("3");
    expect(back.noSecuritiesOwned).toBe("0");
    expect(back.nonDerivativeTable).toEqual(document.nonDerivativeTable);
  });
});

describe("refuses a document with the line and the reason", () => {
  test.each([
    ["<ownershipDocument>\n<issuer>", 2, /unclosed tag/],
    ["<ownershipDocument>\n<remarks>Smith & Sons</remarks></ownershipDocument>", 2, /there is a bare &/],
    ["<ownershipDocument><remarks>&nbsp;</remarks></ownershipDocument>", 1, /entity/],
    ["<html>\n<body/></html>", 1, /root is <html>/],
    ["<ownershipDocument/>", 1, /is empty/],
    ["", 1, /./],
  ])("%j", (xml, line, message) => {
    expect(parseOwnershipDocument(xml)).toMatchObject({
      outcome: "refused",
      line,
      message: expect.stringMatching(message),
    });
  });

  test("rejects an entity that would be fetched or expand endlessly", () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><ownershipDocument><remarks>&c;</remarks></ownershipDocument>`;
    expect(parseOwnershipDocument(bomb).outcome).toBe("refused");
  });

  test("refuses endless nesting", () => {
    expect(parseOwnershipDocument("<ownershipDocument>".repeat(5000)).outcome).toBe("refused");
  });
});
