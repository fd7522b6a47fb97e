import { expect, it } from "vitest";
import { transactionLines } from "@/lib/lists/transaction-lines";
import { entryForTest } from "@/testing/entry-for-test";
import { codesOf, filingRows } from "./transaction-rows";

const SALE = {
  transactionCode: "S",
  acquiredDisposedCode: "D",
  transactionDate: "2025-06-10",
  transactionShares: "100",
  pricePerShare: "10.00",
} as const;

const linesOf = (row: Parameters<typeof entryForTest>[0][number]) => {
  const entry = entryForTest([row]);
  return transactionLines([{ entry, rows: entry.rows }]);
};

const firstRow = (row: Parameters<typeof linesOf>[0]) => {
  const body = filingRows(linesOf(row));
  return body?.kind === "rows" ? body.rows[0] : undefined;
};

it("a row has its code with a mark, and its figures", () => {
  expect(firstRow(SALE)).toEqual({
    mark: { group: "sale", fill: "solid", code: "S" },
    cells: ["2025-06-10", "Sale", "Common Stock", "−100", "$10.00", "$1.0K"],
  });
});

it("a code that was read with doubt is on no card, in a row or below", () => {
  const row = { ...SALE, uncertain: ["transactionCode" as const] };
  expect(firstRow(row)).toMatchObject({ mark: null, cells: expect.arrayContaining(["uncertain"]) });
  expect(codesOf(linesOf(row))).toEqual([]);
});
