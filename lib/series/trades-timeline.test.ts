import { expect, it } from "vitest";
import { filingForTest, rowForTest } from "@/testing/row-for-test";
import { tradeEvents } from "./trade-events";
import { largestRadius, markLimit, markRadius, roundUp, smallestRadius, tradesTimeline } from "./trades-timeline";

const domain = { from: "2020-01-01", to: "2025-06-12" };

const row = (line: number, transactionCode: string, transactionDate: string, shares: string, price: string | null) =>
  rowForTest(
    { line, transactionCode, transactionDate, transactionShares: shares, pricePerShare: price },
    filingForTest({ accessionNumber: `0000000001-25-${line}` }),
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
  const events = tradeEvents([row(1, "S", "2022-05-01", "1", "10"), row(2, "S", "2022-05-02", "9", "10")]);
  expect(tradesTimeline(events, domain).lanes[0]?.marks.map(({ event }) => event.value)).toEqual(["90", "10"]);
});

it("draws at most a thousand marks and still counts all trades", () => {
  const rows = Array.from({ length: 3000 }, (_, index) =>
    row(index, "S", `202${index % 5}-0${(index % 9) + 1}-${String((index % 28) + 1).padStart(2, "0")}`, "10", "1"),
  );
  const timeline = tradesTimeline(tradeEvents(rows), domain);
  expect(timeline.count).toBe(3000);
  expect(timeline.drawn).toBeLessThanOrEqual(markLimit);
  expect(timeline.lanes[0]?.count).toBe(3000);
});
