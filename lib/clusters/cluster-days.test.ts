import { expect, test } from "vitest";
import { clusterDays } from "./cluster-days";
import type { CountedRow } from "./clusters";

const bought = (date: string, shares: string, price: string | null = "10"): CountedRow => ({
  rowKey: `0000000008-20-000001#${date}`,
  tableNumber: "I",
  transactionCode: "P",
  acquiredDisposedCode: "A",
  date,
  shares,
  price,
  currency: null,
  underPlan: false,
  owners: [{ cik: "1", name: "Owner 1" }],
  event: null,
});

test("adds up days that would be drawn on top of each other", () => {
  // Over 20 days, 1 day is 0.05 of the width and 2 days are 0.1.
  const trades = ["01", "02", "03", "21"].map((day, index) => bought(`2026-05-${day}`, String(2 ** index)));
  expect(clusterDays({ from: "2026-05-01", to: "2026-05-21", trades })).toEqual([
    { date: "2026-05-01", at: 0, value: 30 },
    { date: "2026-05-03", at: 0.1, value: 40 },
    { date: "2026-05-21", at: 1, value: 80 },
  ]);
});

test("keeps a day without a price, and puts a single day in the middle", () => {
  expect(clusterDays({ from: "2026-05-01", to: "2026-05-01", trades: [bought("2026-05-01", "1", null)] })).toEqual([
    { date: "2026-05-01", at: 0.5, value: null },
  ]);
});
