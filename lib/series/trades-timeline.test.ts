import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/values/calendar-day";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { tradeEvents } from "./trade-events";
import { largestRadius, markRadius, roundUp, smallestRadius, tradesTimeline } from "./trades-timeline";

const domain = { from: "2020-01-01", to: "2025-06-12" };

const row = (line: number, transactionCode: string, transactionDate: string, shares: string, price: string | null) =>
  rowForTest(
    { line, transactionCode, transactionDate, transactionShares: shares, pricePerShare: price },
    seriesFilingForTest({ accessionNumber: `0000000001-25-${line}` }),
  );

it("has a lane for each group in view, in the order of the groups, with count and value", () => {
  const events = tradeEvents([
    row(1, "G", "2021-05-01", "100", "0"),
    row(2, "S", "2022-05-01", "100", "10.50"),
    row(3, "S", "2023-05-01", "200", "20"),
    row(4, "P", "2023-06-01", "10", null),
    row(5, "S", "2019-05-01", "900", "9"),
  ]);
  const { lanes } = tradesTimeline(events, domain);
  expect(lanes.map(({ label, count, value, valueMissing }) => [label, count, value, valueMissing])).toEqual([
    ["Purchase", 1, null, 1],
    // 100 × 10.50 + 200 × 20 = 5,050
    ["Sale", 2, "5050", 0],
    ["Gift", 1, "0", 0],
  ]);
});

it("draws four times the value with twice the radius", () => {
  expect(markRadius(400_000, 1_000_000)).toBeCloseTo(2 * markRadius(100_000, 1_000_000));
  expect(markRadius(1_000_000, 1_000_000)).toBe(largestRadius);
});

it("draws a trade with no value, or almost none, at the smallest size", () => {
  expect(markRadius(null, 1_000_000)).toBe(smallestRadius);
  expect(markRadius(12, 1_000_000)).toBe(smallestRadius);
});

it("gives the largest radius a round value: 577,995 gives 1,000,000", () => {
  expect(roundUp(577_995)).toBe(1_000_000);
  expect(roundUp(1_100)).toBe(2_000);
  expect(roundUp(500)).toBe(500);
});

it("puts smaller marks after larger ones, so that they are drawn on top", () => {
  const events = tradeEvents([row(1, "S", "2022-05-01", "1", "10"), row(2, "S", "2022-09-02", "9", "10")]);
  expect(tradesTimeline(events, domain).lanes[0]?.marks.map(({ value }) => value)).toEqual(["90", "10"]);
});

describe("marks that would overlap by more than half", () => {
  const marks = (rows: Parameters<typeof tradeEvents>[0]) => {
    const [lane] = tradesTimeline(tradeEvents(rows), domain).lanes;
    return { by: lane?.summedBy, count: lane?.count, values: lane?.marks.map(({ value }) => value).toSorted() };
  };

  it("stay apart while there is room: sales in May and November", () => {
    const rows = [row(1, "S", "2022-05-01", "1", "10"), row(2, "S", "2022-11-01", "1", "10")];
    expect(marks(rows)).toEqual({ by: null, count: 2, values: ["10", "10"] });
  });

  it("are summed by day if only they share a day: 100 × 10.50 + 200 × 20 = 5,050", () => {
    const rows = [
      row(1, "S", "2022-05-02", "100", "10.50"),
      row(2, "S", "2022-05-02", "200", "20"),
      row(3, "S", "2023-05-02", "50", "10"),
    ];
    expect(marks(rows)).toEqual({ by: "day", count: 3, values: ["500", "5050"] });
  });

  it("are summed by month, in the middle of it: 10 + 20 in May, 40 in December", () => {
    const rows = [
      row(1, "S", "2022-05-02", "1", "10"),
      row(2, "S", "2022-05-12", "2", "10"),
      row(3, "S", "2022-12-02", "4", "10"),
    ];
    expect(marks(rows)).toEqual({ by: "month", count: 3, values: ["30", "40"] });
    const [lane] = tradesTimeline(tradeEvents(rows), domain).lanes;
    expect(lane?.marks.map(({ day }) => calendarDate(day)).toSorted()).toEqual(["2022-05-16", "2022-12-16"]);
  });

  it("are summed by quarter if months are still too close: six months of 10 make 30 and 30", () => {
    const rows = [1, 2, 3, 4, 5, 6].map((month) => row(month, "S", `2022-0${month}-10`, "1", "10"));
    expect(marks(rows)).toEqual({ by: "quarter", count: 6, values: ["30", "30"] });
  });

  it("are not summed with trades of another fill", () => {
    const planned = seriesFilingForTest({ accessionNumber: "0000000001-25-000009", aff10b5One: true });
    const sale = { transactionCode: "S", acquiredDisposedCode: "D", transactionDate: "2022-05-02" } as const;
    const rows = [
      row(1, "S", "2022-05-02", "1", "10"),
      rowForTest({ ...sale, transactionShares: "3", pricePerShare: "10" }, planned),
    ];
    expect(marks(derivedRows(rows))).toEqual({ by: null, count: 2, values: ["10", "30"] });
  });

  it("become a few marks that count all of three thousand trades", () => {
    const rows = Array.from({ length: 3000 }, (_, index) =>
      row(index, "S", `202${index % 5}-0${(index % 9) + 1}-${String((index % 28) + 1).padStart(2, "0")}`, "10", "1"),
    );
    const { by, count, values } = marks(rows);
    // Three quarters in each of five years
    expect([by, count, values?.length]).toEqual(["quarter", 3000, 15]);
  });
});
