import { describe, expect, test } from "vitest";
import { type DerivedRow, NOTHING_DERIVED, type RowPlan } from "@/lib/record/derived-filing";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { insiderPlans } from "./insider-plans";

const of2011: RowPlan = {
  state: "note",
  adoptedOn: "2011-09-19",
  footnoteId: "F1",
  words: "pursuant to a 10b5-1 plan",
};

type Short = Parameters<typeof rowForTest>[0];

const trade = (
  short: Short,
  plan: RowPlan | null,
  { currency = null, filing = "1" } = {} as { currency?: string | null; filing?: string },
): SeriesRow => {
  const derived: DerivedRow = { ...NOTHING_DERIVED, trade: { plan, currency, price: null, covers: [] } };
  const accessionNumber = `0000000001-13-00000${filing}`;
  const orderedAt = `2013-07-${filing.padStart(2, "0")}`;
  const row = rowForTest(
    { transactionCode: "S", acquiredDisposedCode: "D", ...short },
    seriesFilingForTest({ accessionNumber, orderedAt }),
  );
  return { ...row, derived };
};

describe("the plans of an insider", () => {
  test("the Saxon plan: 5,688 × 39.0616 + 1,975 × 40.1352 = 301,449.4008, 665 days after adoption", () => {
    const rows = [
      trade({ line: 2, transactionDate: "2013-07-15", transactionShares: "5688", pricePerShare: "39.0616" }, of2011),
      trade({ line: 3, transactionDate: "2013-07-15", transactionShares: "1975", pricePerShare: "40.1352" }, of2011),
      trade({ line: 4, transactionDate: "2013-07-15", transactionShares: "1", pricePerShare: "40" }, null),
    ];
    expect(insiderPlans(rows)).toEqual([
      {
        issuerCik: "1",
        adoptedOn: "2011-09-19",
        basis: ["note"],
        filings: ["0000000001-13-000001"],
        rows: ["0000000001-13-000001#I-2", "0000000001-13-000001#I-3"],
        purchases: { rows: 0, shares: "0", value: "0", valueMissing: 0 },
        sales: { rows: 2, shares: "7663", value: "301449.4008", valueMissing: 0 },
        derivatives: 0,
        notCounted: 0,
        firstTrade: "2013-07-15",
        lastTrade: "2013-07-15",
        daysToFirstTrade: 665,
        words: "pursuant to a 10b5-1 plan",
        from: "0000000001-13-000001#F1",
      },
    ]);
  });

  test("lists one plan for each issuer and day of adoption, the last traded first, in any order of rows", () => {
    const undated: RowPlan = { state: "box", adoptedOn: null, footnoteId: null, words: null };
    const rows = [
      trade({ transactionDate: "2013-07-01" }, of2011, { filing: "1" }),
      trade({ transactionDate: "2013-07-02" }, undated, { filing: "2" }),
      trade({ transactionDate: "2013-07-03" }, { ...of2011, state: "box" }, { filing: "3" }),
      { ...trade({ transactionDate: "2013-07-04" }, undated, { filing: "4" }), issuerCik: "9" },
    ];
    const plans = insiderPlans(rows);
    expect(
      plans.map(({ issuerCik, adoptedOn, basis, filings }) => [issuerCik, adoptedOn, basis, filings.length]),
    ).toEqual([
      ["9", null, ["box"], 1],
      ["1", "2011-09-19", ["box", "note"], 2],
      ["1", null, ["box"], 1],
    ]);
    expect(insiderPlans([...rows, ...rows].reverse())).toEqual(plans);
  });

  test("adds up the rows that every other total of trades counts, and says how many it does not", () => {
    const [plan] = insiderPlans([
      trade({ line: 1, transactionShares: "10", pricePerShare: "2" }, of2011),
      trade({ line: 2, transactionShares: "10" }, of2011),
      trade({ line: 3, transactionShares: "10", pricePerShare: "2" }, of2011, { currency: "CAD" }),
      trade({ line: 4, transactionShares: "10", pricePerShare: "2", acquiredDisposedCode: "A" }, of2011),
      trade({ line: 5, transactionShares: "10", pricePerShare: "2", tableNumber: "II" }, of2011),
    ]);
    // Neither the Canadian dollars nor the letter A are in the sum; the row without a price adds shares and no value.
    expect(plan).toMatchObject({
      sales: { rows: 2, shares: "20", value: "20", valueMissing: 1 },
      derivatives: 1,
      notCounted: 2,
    });
    expect(plan?.rows).toHaveLength(5);
  });

  test("says which words come from the remarks", () => {
    const [plan] = insiderPlans([trade({}, { ...of2011, footnoteId: null })]);
    expect(plan?.from).toBe("0000000001-13-000001#remarks");
  });
});
