import { describe, expect, it } from "vitest";
import type { Implausible } from "@/lib/record/implausible";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { boughtAndSold, isPartBin, totalOf, unitSpans } from "./bought-and-sold";

let line = 0;
const trade = (code: string, letter: string, date: string, shares: string, price: string | null, more = {}) =>
  rowForTest(
    {
      line: ++line,
      transactionCode: code,
      acquiredDisposedCode: letter,
      transactionDate: date,
      transactionShares: shares,
      pricePerShare: price,
      ...more,
    },
    seriesFilingForTest({ accessionNumber: `0000000001-25-${line}`, filingDate: "2025-06-12" }),
  );

const span = { from: "2025-04-01", to: "2025-06-12" };

const IMPLAUSIBLE: Implausible = {
  field: "pricePerShare",
  reason: "other trades",
  cause: "total",
  comparedWith: { amount: "10.00", times: "500", trades: 2, footnoteId: null },
};

describe("months", () => {
  it("leave out a price that other trades contradict, and count it", () => {
    const total = trade("P", "A", "2025-04-10", "500", "5000");
    const { bins, implausible } = boughtAndSold(
      [
        trade("P", "A", "2025-04-09", "1000", "10.00"),
        { ...total, derived: { ...total.derived, implausible: IMPLAUSIBLE } },
      ],
      span,
      { unit: "month" },
    );
    expect(bins[0]).toMatchObject({ bought: "10000", purchases: 1 });
    expect(implausible).toEqual({ rows: { count: 1, countAtLeast: 1 }, prices: 1 });
  });

  it("1,000 at 10.00 + 500 at 10.40 = 15,200 bought in April", () => {
    const { bins } = boughtAndSold(
      [trade("P", "A", "2025-04-09", "1000", "10.00"), trade("P", "A", "2025-04-30", "500", "10.40")],
      span,
      { unit: "month" },
    );
    expect(bins.map(({ from, bought, purchases }) => [from, bought, purchases])).toEqual([
      ["2025-04-01", "15200", 2],
      ["2025-05-01", "0", 0],
      ["2025-06-01", "0", 0],
    ]);
  });

  it("include the part under a plan in the whole: 100 at 20 of 3,000 sold", () => {
    const planned = trade("S", "D", "2025-05-02", "100", "20");
    planned.filing = { ...planned.filing, aff10b5One: true };
    const { bins } = boughtAndSold(derivedRows([planned, trade("S", "D", "2025-05-05", "50", "20")]), span, {
      unit: "month",
    });
    expect(bins[1]).toMatchObject({ sold: "3000", soldUnderPlan: "2000", sales: 2 });
  });

  it("count a trade without a price and leave it out of the value", () => {
    const { bins } = boughtAndSold([trade("S", "D", "2025-05-02", "100", null)], span, { unit: "month" });
    expect(bins[1]).toMatchObject({ sold: "0", sales: 1, priceMissing: 1 });
  });

  it("include only codes P and S of Table I, and count contradicting letters separately", () => {
    const { bins, contradicting } = boughtAndSold(
      [
        trade("F", "D", "2025-05-02", "1", "1"),
        trade("P", "A", "2025-05-02", "1", "1", { tableNumber: "II" }),
        trade("S", "A", "2025-05-02", "1", "1"),
      ],
      span,
      { unit: "month" },
    );
    expect(contradicting).toBe(1);
    expect([totalOf(bins, "bought"), totalOf(bins, "sold")]).toEqual(["0", "0"]);
  });

  it("are cut at the ends of the span: June runs to the 12th", () => {
    const spans = unitSpans(span, "month");
    expect(spans.at(-1)).toEqual({ from: "2025-06-01", to: "2025-06-12" });
    expect(spans.map((each) => isPartBin(each, "month"))).toEqual([false, false, true]);
  });
});

describe("days", () => {
  it("are weekdays, by filing date if asked", () => {
    const { bins } = boughtAndSold(
      [trade("P", "A", "2025-06-10", "10", "3")],
      { from: "2025-06-06", to: "2025-06-12" },
      { unit: "day", by: "filed" },
    );
    expect(bins.map(({ from, bought }) => `${from.slice(8)} ${bought}`)).toEqual([
      "06 0",
      "09 0",
      "10 0",
      "11 0",
      "12 30",
    ]);
  });

  it("include a weekend day only if something happened on it", () => {
    const { bins } = boughtAndSold(
      [trade("P", "A", "2025-06-07", "10", "3")],
      { from: "2025-06-06", to: "2025-06-09" },
      { unit: "day" },
    );
    expect(bins.map(({ from }) => from.slice(8))).toEqual(["06", "07", "09"]);
  });
});

it("cuts quarters at the turn of the year", () => {
  expect(unitSpans({ from: "2024-11-05", to: "2025-02-01" }, "quarter")).toEqual([
    { from: "2024-11-05", to: "2024-12-31" },
    { from: "2025-01-01", to: "2025-02-01" },
  ]);
});

it("stops for a span whose end is far in the future or missing", () => {
  expect(unitSpans({ from: "9999-12-31", to: "9999-12-31" }, "month")).toEqual([]);
  expect(unitSpans({ from: "2199-11-01", to: "9999-12-31" }, "month")).toHaveLength(2);
  expect(unitSpans({ from: "0001-01-01", to: "1900-03-31" }, "quarter")).toHaveLength(1);
});
