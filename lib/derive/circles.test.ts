import { expect, test } from "vitest";
import { entryForTest } from "@/testing/entry-for-test";
import { circles } from "./circles";

const OWNER = {
  name: null,
  isDirector: true,
  isOfficer: null,
  isTenPercentOwner: null,
  isOther: null,
  officerTitle: null,
  otherText: null,
};

const filing = (n: number, owners: (string | null)[], issuerCik: string | null = "1") =>
  entryForTest([], {
    accessionNumber: `0000000001-25-00000${n}`,
    issuer: { cik: issuerCik, name: null, tradingSymbol: null, foreignTradingSymbol: null },
    owners: owners.map((cik) => ({ ...OWNER, cik })),
  });

const found = (...filings: ReturnType<typeof filing>[]) =>
  circles(filings).map((circle) => circle.map(({ filing: { accessionNumber } }) => accessionNumber.slice(-1)).join(""));

test("filings of one owner on one issuer are a circle; those on another issuer are another", () => {
  expect(found(filing(1, ["2"]), filing(2, ["3"]), filing(3, ["2"]), filing(4, ["2"], "9"))).toEqual(["13", "2", "4"]);
});

test("owners that are joined by a third filing are one circle, in whatever order it comes", () => {
  expect(found(filing(1, ["2"]), filing(2, ["3"]), filing(3, ["3", "2"]))).toEqual(["123"]);
  expect(found(filing(3, ["3", "2"]), filing(2, ["3"]), filing(1, ["2"]))).toEqual(["321"]);
});

test("what is not known is never the same: no issuer, or no owner with a CIK", () => {
  expect(found(filing(1, ["2"], null), filing(2, ["2"], null), filing(3, [null]), filing(4, []))).toEqual([
    "1",
    "2",
    "3",
    "4",
  ]);
});
