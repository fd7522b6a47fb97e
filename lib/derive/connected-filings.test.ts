import { expect, test } from "vitest";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";
import { connectedFilings } from "./connected-filings";

const filing = (n: number, owners: (string | null)[], issuerCik: string | null = "1") =>
  entryForTest([], {
    accessionNumber: `0000000001-25-00000${n}`,
    issuer: { cik: issuerCik, name: null, tradingSymbol: null, foreignTradingSymbol: null },
    owners: owners.map((cik) => ownerForTest({ cik })),
  });

const found = (...filings: ReturnType<typeof filing>[]) =>
  connectedFilings(filings).map((group) =>
    group.map(({ filing: { accessionNumber } }) => accessionNumber.slice(-1)).join(""),
  );

test("connects an owner's filings on one issuer, and not those on another", () => {
  expect(found(filing(1, ["2"]), filing(2, ["3"]), filing(3, ["2"]), filing(4, ["2"], "9"))).toEqual(["13", "2", "4"]);
});

test("connects owners through a third filing, in any order", () => {
  expect(found(filing(1, ["2"]), filing(2, ["3"]), filing(3, ["3", "2"]))).toEqual(["123"]);
  expect(found(filing(3, ["3", "2"]), filing(2, ["3"]), filing(1, ["2"]))).toEqual(["321"]);
});

test("never connects filings without an issuer, or without an owner that has a CIK", () => {
  expect(found(filing(1, ["2"], null), filing(2, ["2"], null), filing(3, [null]), filing(4, []))).toEqual([
    "1",
    "2",
    "3",
    "4",
  ]);
});
