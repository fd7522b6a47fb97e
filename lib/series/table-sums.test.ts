import { expect, test } from "vitest";
import { rowForTest } from "@/testing/row-for-test";
import { tableSums } from "./table-sums";

const row = (of: Parameters<typeof rowForTest>[0]) =>
  rowForTest({ transactionDate: "2025-06-10", securityTitle: "Common Stock", ...of }).row;

const sale = (line: number, transactionShares: string | null, pricePerShare: string | null) =>
  row({ line, transactionCode: "S", acquiredDisposedCode: "D", transactionShares, pricePerShare });

test("sales on several rows: 1,012 × 468.50 + 888 × 470 = 891,482", () => {
  expect(tableSums([sale(1, "1012", "468.50"), sale(2, "888", "470")])).toEqual([
    {
      code: "S",
      acquiredDisposedCode: "D",
      security: "Common Stock",
      rows: 2,
      shares: "1900",
      value: "891482",
      withoutPrice: 0,
    },
  ]);
});

test("a row without a price adds shares and no value, and is counted", () => {
  expect(tableSums([sale(1, "100", "2"), sale(2, "50", null)])).toMatchObject([
    { shares: "150", value: "200", withoutPrice: 1 },
  ]);
});

test("leaves out the number of shares if a row states none, and the value if no row has a price", () => {
  expect(tableSums([sale(1, null, null), sale(2, "50", null)])).toMatchObject([
    { shares: null, value: null, withoutPrice: 2 },
  ]);
});

test("other securities, codes and letters are summed apart, and a single row is its own sum", () => {
  const classB = row({ line: 3, securityTitle: "Class B", transactionCode: "S", transactionShares: "9" });
  const gift = row({ line: 4, transactionCode: "G", acquiredDisposedCode: "D", transactionShares: "9" });
  const holding = row({ line: 5, kind: "holding", transactionDate: null });
  expect(tableSums([sale(1, "1", "1"), sale(2, "1", "1"), classB, gift, holding]).map(({ rows }) => rows)).toEqual([2]);
});
