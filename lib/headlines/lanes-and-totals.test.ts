import { expect, test } from "vitest";
import type { TradeSums } from "@/lib/series/trade-sums";
import { lanesAgainstTotals } from "./lanes-and-totals";
import { sumsLeaveOut } from "./sums-leave-out";

const NOTHING = { rows: 0, shares: "0", value: "0", underPlan: "0", valueMissing: 0, indirect: 0 };
const NONE: TradeSums = {
  bought: NOTHING,
  sold: NOTHING,
  derivatives: { bought: NOTHING, sold: NOTHING },
  contradicting: 0,
  otherCurrency: 0,
  unsure: 0,
};
const NINE = { ...NOTHING, rows: 9, value: "57500000" };
const NOTE = { ...NOTHING, rows: 1, value: "60000000" };
const withNote: TradeSums = { ...NONE, bought: NINE, derivatives: { bought: NOTE, sold: NOTHING } };
const lane = (count: number, value: string | null) => ({ group: "purchase", label: "Purchase", count, value }) as const;

test("says why a lane counts more than the totals: 9 + 1 = 10 trades, 57.5 + 60 = 117.5 million", () => {
  expect(lanesAgainstTotals([lane(10, "117500000")], withNote)).toEqual([
    "Purchase: 10 trades, $117.5M. The totals count 9 of them, $57.5M; 1 is in Table II, $60.0M.",
  ]);
  expect(lanesAgainstTotals([lane(11, "57500000")], { ...NONE, bought: NINE })).toEqual([
    "Purchase: 11 trades, $57.5M. The totals count 9 of them, $57.5M; 2 are left out of the totals.",
  ]);
  expect(lanesAgainstTotals([lane(8, null)], { ...NONE, bought: NINE })).toEqual([
    "Purchase: 8 trades. The totals count 9 of them, $57.5M; 1 trade has no date and no marker.",
  ]);
});

test("says that the totals count none, even of a single trade", () => {
  expect(lanesAgainstTotals([lane(1, null)], { ...NONE, derivatives: { bought: NOTE, sold: NOTHING } })).toEqual([
    "Purchase: 1 trade. The totals count none; 1 is in Table II, $60.0M.",
  ]);
});

test("says nothing if they agree, and nothing about other lanes", () => {
  expect(lanesAgainstTotals([lane(9, "57500000")], { ...NONE, bought: NINE })).toEqual([]);
  expect(lanesAgainstTotals([{ group: "grant", label: "Grant", count: 3, value: null }], NONE)).toEqual([]);
});

test("names the trades in derivatives that totals leave out", () => {
  expect(sumsLeaveOut(withNote)).toEqual([
    "1 purchase ($60.0M) of derivatives in Table II is not included in the totals, which cover Table I.",
  ]);
  const more = { ...NONE, derivatives: { bought: NOTE, sold: { ...NOTHING, rows: 2, valueMissing: 2 } } };
  expect(sumsLeaveOut(more)).toEqual([
    "1 purchase ($60.0M) and 2 sales of derivatives in Table II are not included in the totals, which cover Table I.",
  ]);
});
