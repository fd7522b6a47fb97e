import { expect, it } from "vitest";
import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import type { PaperReading } from "./paper-reading";
import { publishedReading, readingFromPublished } from "./published-reading";

const document: OwnershipDocument = {
  documentType: "4",
  reportingOwner: [],
  nonDerivativeTable: [],
  derivativeTable: [],
  footnotes: [{ id: "F2", text: "By trust." }],
  ownerSignature: [],
};
const reading: PaperReading = {
  kind: "ocr",
  document,
  unread: ["/periodOfReport", "/nonDerivativeTable", "/footnotes"],
  uncertain: [],
  checks: [],
  problems: [],
  places: {},
  doubts: {},
  accessionNumber: null,
  text: [],
};

it("an unread table is null, a table without rows is empty, and a list that lacks a footnote is incomplete", () => {
  const published = publishedReading(reading);
  expect(published.document).toMatchObject({ nonDerivativeTable: null, derivativeTable: [] });
  expect(published.unread).toEqual(["/periodOfReport", "/nonDerivativeTable"]);
  expect(published.incomplete).toEqual(["/footnotes"]);
});

it("is read back unchanged", () => {
  expect(readingFromPublished(JSON.parse(JSON.stringify(publishedReading(reading))))).toEqual(reading);
});
