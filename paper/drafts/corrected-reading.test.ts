import { describe, expect, test } from "vitest";
import { documentNode } from "@/paper/form/document-node";
import type { PaperReading } from "@/paper/form/paper-reading";
import { BALANCE, readingForTest } from "@/testing/reading-for-test";
import { correctedReading } from "./corrected-reading";

const at = ({ document }: PaperReading, pointer: string) => documentNode(document, pointer.split("/").slice(1));
const SHARES = "/nonDerivativeTable/1/transactionAmounts/transactionShares";

test("a reading without corrections is unchanged", () => {
  const reading = readingForTest();
  expect(correctedReading(reading, [])).toBe(reading);
});

test("a corrected value keeps its footnotes and its place, and the original reading is not modified", () => {
  const reading = readingForTest();
  const corrected = correctedReading(reading, [{ pointer: SHARES, asRead: "5688", value: "5697" }]);
  expect(at(corrected, SHARES)).toEqual({ value: "5697", footnotes: ["F2"] });
  expect(corrected.places).toEqual(reading.places);
  expect(reading).toEqual(readingForTest());
});

test("a corrected value is neither unread nor uncertain, and no note remains about it", () => {
  const corrected = correctedReading(readingForTest(), [
    { pointer: "/periodOfReport", asRead: null, value: "2013-07-15" },
    { pointer: "/issuer/issuerTradingSymbol", asRead: null, value: null },
    { pointer: "/issuer/issuerName", asRead: "Kestrel Grid, Inc.", value: "Kestrel Grid, Inc." },
  ]);
  expect(at(corrected, "/periodOfReport")).toBe("2013-07-15");
  expect(at(corrected, "/issuer/issuerTradingSymbol")).toBeNull();
  expect(corrected.unread).toEqual(["/derivativeTable"]);
  expect(corrected.uncertain).not.toContain("/issuer/issuerName");
  expect(corrected.doubts["/issuer/issuerName"]).toBeUndefined();
});

describe("the reading checks run again", () => {
  test("a sum that now agrees makes all its values certain", () => {
    const corrected = correctedReading(readingForTest(), [{ pointer: BALANCE, asRead: "161880", value: "161889" }]);
    expect(corrected.checks).toContainEqual(
      expect.objectContaining({ outcome: "confirmed", message: "167,577 − 5,688 = 161,889" }),
    );
    expect(corrected.uncertain).toEqual(["/issuer/issuerName"]);
    expect(Object.keys(corrected.doubts)).toEqual(["/issuer/issuerName"]);
  });

  test("a sum that still disagrees leaves uncertain what nobody has reviewed", () => {
    const corrected = correctedReading(readingForTest(), [{ pointer: SHARES, asRead: "5688", value: "5600" }]);
    expect(corrected.uncertain).not.toContain(SHARES);
    expect(corrected.uncertain).toContain(BALANCE);
    expect(corrected.doubts[BALANCE]).toBe("167,577 − 5,600 = 161,977, and the form says 161,880");
  });

  test("in a source with exact letters a contradiction makes no value uncertain", () => {
    const reading: PaperReading = { ...readingForTest(), kind: "pdf", uncertain: [], doubts: {} };
    expect(correctedReading(reading, [{ pointer: SHARES, asRead: "5688", value: "5600" }]).uncertain).toEqual([]);
  });
});

test("creates a field that the document lacks", () => {
  const pointer = "/nonDerivativeTable/0/ownershipNature/natureOfOwnership";
  const zip = "/reportingOwner/0/reportingOwnerAddress/rptOwnerZipCode";
  const corrected = correctedReading(readingForTest(), [
    { pointer, asRead: null, value: "By trust" },
    { pointer: zip, asRead: null, value: "10038" },
  ]);
  expect(at(corrected, pointer)).toEqual({ value: "By trust", footnotes: [] });
  expect(at(corrected, zip)).toBe("10038");
});

test("adds an unread entry at the end of its list, but not far beyond it", () => {
  const byHand = (pointer: string, value: string) => ({ pointer, asRead: null, value });
  const { document } = correctedReading(readingForTest(), [
    byHand("/derivativeTable/0/securityTitle", "Stock Option"),
    byHand("/nonDerivativeTable/2/transactionCoding/transactionCode", "P"),
    byHand("/reportingOwner/1/reportingOwnerId/rptOwnerName", "Tollefsen Bo"),
    byHand("/footnotes/1/text", "By trust."),
    byHand("/nonDerivativeTable/9/securityTitle", "Common Stock"),
  ]);
  expect(document.derivativeTable).toEqual([
    { kind: "holding", line: 1, securityTitle: { value: "Stock Option", footnotes: [] } },
  ]);
  expect(document.nonDerivativeTable).toHaveLength(3);
  expect(document.nonDerivativeTable[2]).toMatchObject({ kind: "transaction", line: 3 });
  expect(document.reportingOwner[1]).toEqual({ reportingOwnerId: { rptOwnerName: "Tollefsen Bo" } });
  expect(document.footnotes[1]).toEqual({ id: "F2", text: "By trust." });
});

test("a list that a person declares complete is no longer unread", () => {
  const { unread, document } = correctedReading(readingForTest(), [
    { pointer: "/derivativeTable", asRead: null, value: null },
  ]);
  expect(unread).not.toContain("/derivativeTable");
  expect(document.derivativeTable).toEqual([]);
});

test("the date of an original makes the form an amendment", () => {
  const pointer = "/dateOfOriginalSubmission";
  const amendment = correctedReading(readingForTest(), [{ pointer, asRead: null, value: "2013-07-17" }]);
  expect(amendment.document.documentType).toBe("4/A");
  const byHand = { pointer: "/documentType", asRead: "4", value: "5" };
  const both = correctedReading(readingForTest(), [{ pointer, asRead: null, value: "2013-07-17" }, byHand]);
  expect(both.document.documentType).toBe("5");
});

describe("a row is a transaction or a holding according to its fields", () => {
  const trade = [
    "transactionDate",
    "transactionCoding/transactionCode",
    "transactionAmounts/transactionShares",
    "transactionAmounts/transactionAcquiredDisposedCode",
  ].map((path) => `/nonDerivativeTable/0/${path}`);
  const blank = trade.map((pointer) => ({ pointer, asRead: null, value: null }));

  test("a row without the fields of a trade is a holding, but not if its amount has a footnote", () => {
    const reading = readingForTest();
    expect(correctedReading(reading, blank).document.nonDerivativeTable[0]?.kind).toBe("transaction");
    const [row] = reading.document.nonDerivativeTable;
    if (row) row.transactionAmounts = {};
    expect(correctedReading(reading, blank).document.nonDerivativeTable[0]?.kind).toBe("holding");
  });

  test("a code makes it a transaction", () => {
    const reading = readingForTest();
    const kind = "/nonDerivativeTable/0/kind";
    reading.uncertain.push(kind);
    const corrected = correctedReading(reading, [{ pointer: trade[1] ?? "", asRead: null, value: "P" }]);
    expect(corrected.document.nonDerivativeTable[0]?.kind).toBe("transaction");
    expect(corrected.uncertain).not.toContain(kind);
  });
});
