import { expect, test } from "vitest";
import { rowKey } from "@/lib/record/row-in-filing";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { lastBalances } from "./last-balances";

const report = (month: number, row: Parameters<typeof rowForTest>[0]) => {
  const day = `2025-0${month}-10`;
  return rowForTest(
    { transactionDate: day, ...row },
    seriesFilingForTest({ accessionNumber: `0000000001-25-00000${month}`, filingDate: day, periodOfReport: day }),
  );
};

const rows = [
  report(1, { kind: "holding", sharesOwnedFollowing: "10000" }),
  report(2, {
    transactionCode: "P",
    acquiredDisposedCode: "A",
    transactionShares: "1500",
    sharesOwnedFollowing: "11500",
  }),
  report(3, {
    transactionCode: "S",
    acquiredDisposedCode: "D",
    transactionShares: "7500",
    sharesOwnedFollowing: "4412",
  }),
  report(2, {
    line: 2,
    kind: "holding",
    directOrIndirect: "I",
    natureOfOwnership: "By Family Trust.",
    sharesOwnedFollowing: "5000",
  }),
];

test("11,500 − 7,500 = 4,000, and 4,412 is reported: 412 shares that no row explains", () => {
  const checks = new Map(derivedRows(rows).map((source) => [rowKey(source), source.derived.check]));
  const states = ["1", "2", "3"].map((n) => checks.get(`0000000001-25-00000${n}#I-1`)?.state);
  expect(states).toEqual(["first", "consistent", "gap"]);
  expect(checks.get("0000000001-25-000003#I-1")).toMatchObject({ expected: "4000", difference: "412" });
});

test("each line's last balance comes with its filing, row and gaps, the latest report first", () => {
  const unexplained = { reason: null, reasonWords: null, reasonFrom: null };
  const direct = { filing: "0000000001-25-000003", row: "I-1" };
  expect(lastBalances(derivedRows(rows))).toEqual([
    {
      holdingLine: "0000000001-25-000001#I-1",
      owners: ["2"],
      issuer: "1",
      table: "I",
      security: "Common Stock",
      ownership: "D",
      vehicle: null,
      vehicleName: null,
      balance: "4412",
      asOf: "2025-03-10",
      ...direct,
      laterReport: null,
      gaps: [{ ...direct, expected: "4000", reported: "4412", difference: "412", ...unexplained }],
    },
    {
      holdingLine: "0000000001-25-000002#I-2",
      owners: ["2"],
      issuer: "1",
      table: "I",
      security: "Common Stock",
      ownership: "I",
      vehicle: "By Family Trust.",
      vehicleName: null,
      balance: "5000",
      asOf: "2025-02-10",
      filing: "0000000001-25-000002",
      row: "I-2",
      laterReport: null,
      gaps: [],
    },
  ]);
});
