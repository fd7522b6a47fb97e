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

it("shows the code of a row with its mark, and its figures", () => {
  expect(firstRow(SALE)).toEqual({
    mark: { group: "sale", fill: "solid", code: "S" },
    cells: ["2025-06-10", "Sale", "Common Stock", "−100", "$10.00", "$1.0K"],
  });
});

it("leaves out an uncertain code, in a row and in the legend", () => {
  const row = { ...SALE, uncertain: ["transactionCode" as const] };
  expect(firstRow(row)).toMatchObject({ mark: null, cells: expect.arrayContaining(["uncertain"]) });
  expect(codesOf(linesOf(row))).toEqual([]);
});

it("says in the legend which mark stands for a trade under a plan", () => {
  const [sale, ...others] = linesOf(SALE);
  if (!sale || others.length > 0) throw new Error("There is one row.");
  const planned = { ...sale, underPlan: true };
  expect(codesOf([planned, sale, planned]).map(({ fill, word }) => [fill, word])).toEqual([
    ["tint", "Sale under a 10b5-1 plan"],
    ["solid", "Sale"],
  ]);
});

it("says that a figure of a holding is uncertain instead of showing it", () => {
  const holding = { kind: "holding", sharesOwnedFollowing: "1200", directOrIndirect: "D" } as const;
  expect(firstRow(holding)?.cells).toEqual(["Common Stock", "1,200", "held directly"]);
  const option = { ...holding, sharesOwnedFollowing: null, underlyingSecurityShares: "500" };
  expect(firstRow(option)?.cells).toEqual(["Common Stock", "500", "held directly"]);
  const doubted = { ...option, uncertain: ["underlyingSecurityShares" as const, "directOrIndirect" as const] };
  expect(firstRow(doubted)?.cells).toEqual(["Common Stock", "uncertain", "uncertain"]);
});
