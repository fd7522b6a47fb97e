import { expect, test } from "vitest";
import type { DocumentObject, OwnershipDocument } from "@/lib/edgar/ownership-document";
import { recordFromDocument } from "@/lib/edgar/record-from-document";
import { readingForTest } from "@/testing/reading-for-test";
import { isOtherFiling } from "./is-other-filing";

const ISSUER = "/issuer/issuerName";

const filing = (issuerName: string, owners: string[], more: Partial<OwnershipDocument> & { cik?: string } = {}) => {
  const { cik = null, ...of } = more;
  const reportingOwner: DocumentObject[] = owners.map((rptOwnerName) => ({ reportingOwnerId: { rptOwnerName } }));
  const issuer = { issuerCik: cik, issuerName, issuerTradingSymbol: null };
  return recordFromDocument({ ...readingForTest().document, issuer, reportingOwner, ...of }).record;
};
const isOther = (one: ReturnType<typeof filing>, other: ReturnType<typeof filing>, unread: string[] = []) =>
  isOtherFiling({ record: one, unread }, { record: other, unread: [] });

const held = filing("NVIDIA CORP", ["HUANG JEN HSUN"], { cik: "1045810", periodOfReport: "2023-06-22" });

test("a different issuer, owner or period makes it another filing", () => {
  expect(isOther(filing("Kestrel Grid Corp", ["Huang Jen Hsun"]), held)).toBe(true);
  expect(isOther(filing("NVIDIA Corporation", ["Tollefsen Ada"]), held)).toBe(true);
  expect(isOther(filing("NVIDIA Corporation", ["Huang"], { periodOfReport: "2023-06-23" }), held)).toBe(true);
  expect(isOther(filing("NVIDIA CORP", ["Huang"], { cik: "320193" }), held)).toBe(true);
});

test("a name that is spelled out, reversed, changed under one CIK, or damaged in a letter does not", () => {
  expect(isOther(filing("Nvidia Corporation", ["Jen-Hsun Huang"], { periodOfReport: "2023-06-22" }), held)).toBe(false);
  expect(isOther(filing("NVID1A CORP", ["HUANG JEN HSUN"]), held)).toBe(false);
  expect(isOther(filing("Formerly Something Else", ["HUANG JEN HSUN"], { cik: "1045810" }), held)).toBe(false);
});

test("unknown values do not", () => {
  expect(isOther(filing("Kestrel Grid Corp", ["Huang Jen Hsun"]), held, [ISSUER])).toBe(false);
  expect(isOther(filing("NVIDIA CORP", []), held)).toBe(false);
});
