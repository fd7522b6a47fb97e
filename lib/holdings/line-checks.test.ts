import { describe, expect, it } from "vitest";
import { rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, saxonRows, seriesFilingForTest } from "@/testing/row-for-test";

const checks = (rows: readonly SeriesRow[]) => {
  const byKey = new Map(derivedRows(rows).map((source) => [rowKey(source), source.derived.check]));
  return (row: string, accessionNumber = "0000000002-13-000001") => byKey.get(`${accessionNumber}#${row}`);
};

const earlierBalance = (balance: string, owners: readonly string[] = ["2"]): SeriesRow =>
  rowForTest(
    {
      line: 4,
      transactionDate: "2013-05-30",
      transactionCode: "A",
      transactionShares: "1",
      acquiredDisposedCode: "A",
      sharesOwnedFollowing: balance,
    },
    seriesFilingForTest({ accessionNumber: "0000000002-13-000000", filingDate: "2013-06-01", owners }),
  );

describe("the arithmetic of balances", () => {
  it("167,577 − 5,688 = 161,889 and 161,889 − 1,975 = 159,914; the opening balance is unknown", () => {
    const check = checks(saxonRows());
    expect(check("I-1")).toMatchObject({ state: "first", prior: null });
    expect(check("I-2")).toMatchObject({
      state: "consistent",
      expected: "161889",
      prior: { balance: "167577", row: "I-1" },
    });
    expect(check("I-3")).toMatchObject({ state: "consistent", expected: "159914" });
    expect(check("II-1")).toBeNull();
  });

  it("follows from the newest earlier balance of the same owners: 154,000 + 13,200 = 167,200, reported 377 more", () => {
    expect(checks([earlierBalance("154000"), ...saxonRows()])("I-1")).toMatchObject({
      state: "gap",
      expected: "167200",
      difference: "377",
      prior: { accessionNumber: "0000000002-13-000000", row: "I-4", balance: "154000" },
    });
  });

  it("is compared with a balance filed with other owners only if it follows from it", () => {
    const follows = checks([earlierBalance("154377", ["2", "3"]), ...saxonRows()]);
    expect(follows("I-1")).toMatchObject({ state: "consistent", prior: { balance: "154377" } });
    const doesNot = checks([earlierBalance("9", ["2", "3"]), ...saxonRows()]);
    expect(doesNot("I-1")).toMatchObject({ state: "first", prior: null });
  });
});

describe("across a row that reports no balance", () => {
  const filing = seriesFilingForTest();
  const sale = (line: number, sharesOwnedFollowing: string | null) =>
    rowForTest(
      {
        line,
        transactionCode: "S",
        transactionDate: "2025-01-02",
        transactionShares: "10",
        acquiredDisposedCode: "D",
        sharesOwnedFollowing,
      },
      filing,
    );

  it("nothing is concluded: 100, then −10 without a balance, then 80", () => {
    const check = checks([sale(1, "100"), sale(2, null), sale(3, "80")]);
    expect(check("I-2", filing.accessionNumber)).toBeNull();
    expect(check("I-3", filing.accessionNumber)).toEqual({
      state: "not_comparable",
      expected: null,
      reported: "80",
      difference: null,
      missing: "rows between",
      reason: null,
      prior: { accessionNumber: filing.accessionNumber, row: "I-1", balance: "100" },
    });
  });

  it("a balance that follows without it is consistent: 100 − 10 = 90", () => {
    const check = checks([sale(1, "100"), sale(2, null), sale(3, "90")]);
    expect(check("I-3", filing.accessionNumber)).toMatchObject({ state: "consistent", expected: "90" });
  });
});
