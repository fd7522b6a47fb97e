import { expect, test } from "vitest";
import { clusterSizes, type ReportedTrade } from "./cluster-sizes";

let trades = 0;
const trade = (code: "P" | "S", cik: string, date: string, more: Partial<ReportedTrade> = {}): ReportedTrade => ({
  rowKey: `0000000001-24-${String(++trades).padStart(6, "0")}#I-1`,
  transactionCode: code,
  acquiredDisposedCode: code === "P" ? "A" : "D",
  date,
  shares: "100",
  price: "10",
  currency: null,
  owners: [{ cik, name: null }],
  event: null,
  ...more,
});

/** In the order of the trades. */
function sizesOf(...of: ReportedTrade[]) {
  const sizes = clusterSizes(of);
  return of.map(({ rowKey }) => sizes.get(rowKey) ?? null);
}

test("counts the insiders who bought within 30 days, and not their trades", () => {
  expect(
    sizesOf(
      trade("P", "1", "2024-05-01"),
      trade("P", "1", "2024-05-02"),
      trade("P", "2", "2024-05-20"),
      trade("P", "3", "2024-05-31"),
      trade("P", "4", "2024-09-01"),
    ),
  ).toEqual([3, 3, 3, 3, null]);
  expect(sizesOf(trade("P", "1", "2024-05-01"), trade("P", "2", "2024-06-01"))).toEqual([null, null]);
});

test("sales form clusters of their own", () => {
  expect(
    sizesOf(
      trade("S", "1", "2024-05-01"),
      trade("S", "2", "2024-05-02"),
      trade("P", "3", "2024-05-02"),
      trade("S", "4", "2024-05-31"),
    ),
  ).toEqual([3, 3, null, 3]);
});

test("those who report a trade together count as one insider, and all their reports are in the cluster", () => {
  const event = "0000000001-24-900001#I-1";
  const joint = [
    trade("P", "1", "2024-05-01", { rowKey: event, event }),
    trade("P", "2", "2024-05-01", { event }),
  ] as const;
  expect(sizesOf(...joint, trade("P", "3", "2024-05-05"))).toEqual([2, 2, 2]);
  expect(sizesOf(...joint)).toEqual([null, null]);
});
