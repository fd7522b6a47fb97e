import { describe, expect, it } from "vitest";
import { filingForTest, rowForTest, saxonRows } from "@/lib/series/row-for-test";
import type { SeriesRow } from "@/lib/series/series-row";
import { filingChecks } from "./filing-checks";

const NOTHING_EARLIER = { ofSameOwners: [], ofSomeOwners: [] };
const before = filingForTest({ accessionNumber: "0000000002-13-000000", filingDate: "2013-06-01" });
const earlierBalance = (balance: string): SeriesRow =>
  rowForTest(
    {
      line: 4,
      transactionDate: "2013-05-30",
      transactionCode: "A",
      transactionShares: "1",
      acquiredDisposedCode: "A",
      sharesOwnedFollowing: balance,
    },
    before,
  );

describe("the arithmetic of a filing's balances", () => {
  it("167,577 − 5,688 = 161,889 and 161,889 − 1,975 = 159,914; the opening balance is not known", () => {
    const checks = filingChecks(saxonRows(), NOTHING_EARLIER);
    expect(checks.get("I-1")).toMatchObject({ state: "first", prior: null });
    expect(checks.get("I-2")).toMatchObject({
      state: "consistent",
      expected: "161889",
      prior: { balance: "167577", row: "I-1" },
    });
    expect(checks.get("I-3")).toMatchObject({ state: "consistent", expected: "159914" });
    expect(checks.get("II-1")).toMatchObject({ state: "not_comparable", reason: "balance" });
  });

  it("begins with the newest earlier balance of the same owners: 154,000 + 13,200 = 167,200, reported 377 more", () => {
    const earlier = [earlierBalance("154000")];
    const checks = filingChecks(saxonRows(), { ofSameOwners: earlier, ofSomeOwners: earlier });
    expect(checks.get("I-1")).toMatchObject({
      state: "gap",
      expected: "167200",
      difference: "377",
      prior: { accessionNumber: "0000000002-13-000000", row: "I-4", date: "2013-05-30" },
    });
  });

  it("takes a balance filed by only some of the owners if it chains, else not at all", () => {
    const chains = filingChecks(saxonRows(), { ofSameOwners: [], ofSomeOwners: [earlierBalance("154377")] });
    expect(chains.get("I-1")).toMatchObject({ state: "consistent", prior: { balance: "154377" } });
    const doesNot = filingChecks(saxonRows(), { ofSameOwners: [], ofSomeOwners: [earlierBalance("9")] });
    expect(doesNot.get("I-1")).toMatchObject({ state: "first", prior: null });
  });

  it("checks nothing across a row that reports no balance: 100, then −10 without one, then 80", () => {
    const filing = filingForTest();
    const sale = (line: number, sharesOwnedFollowing: string | null) =>
      rowForTest(
        {
          line,
          transactionDate: "2025-01-02",
          transactionShares: "10",
          acquiredDisposedCode: "D",
          sharesOwnedFollowing,
        },
        filing,
      );
    const checks = filingChecks([sale(1, "100"), sale(2, null), sale(3, "80")], NOTHING_EARLIER);
    expect(checks.get("I-2")).toMatchObject({ state: "not_comparable", reason: "balance" });
    expect(checks.get("I-3")).toMatchObject({ state: "first" });
  });
});
