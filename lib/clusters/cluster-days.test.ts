import { expect, test } from "vitest";
import { purchaseForTest } from "@/testing/purchase-for-test";
import { clusterDays } from "./cluster-days";

const bought = (date: string, shares: string) => purchaseForTest({ date, shares, price: "10" });

test("adds days up that would be drawn on top of each other", () => {
  // Over 20 days, 1 day is 0.05 of the width and 2 days are 0.1.
  const purchases = [bought("2026-05-01", "1"), bought("2026-05-02", "2"), bought("2026-05-03", "4"), bought("2026-05-21", "8")];
  expect(clusterDays({ from: "2026-05-01", to: "2026-05-21", purchases })).toEqual([
    { date: "2026-05-01", at: 0, value: 30 },
    { date: "2026-05-03", at: 0.1, value: 40 },
    { date: "2026-05-21", at: 1, value: 80 },
  ]);
});

test("keeps days without a price, and puts a single day in the middle", () => {
  const purchases = [purchaseForTest({ date: "2026-05-01", shares: "1", price: null })];
  expect(clusterDays({ from: "2026-05-01", to: "2026-05-01", purchases })).toEqual([
    { date: "2026-05-01", at: 0.5, value: null },
  ]);
});
