import { expect, test } from "vitest";
import { countedEntries } from "./counted-entries";
import { entryForTest } from "./entry-for-test";
import { entryRows } from "./entry-rows";
import { saxonRows } from "./row-for-test";
import { sumTrades } from "./trade-sums";
import { rowsUnderPlan } from "./under-plan";

const sums = (entries: Parameters<typeof entryRows>[0]) => sumTrades(entryRows(entries), new Set());
const bought = { transactionCode: "P", acquiredDisposedCode: "A" };
const sold = { transactionCode: "S", acquiredDisposedCode: "D" };

test("the Saxon sales: 5,688 × 39.0616 + 1,975 × 40.1352 = 301,449.4008, all of it under the plan its note names", () => {
  const rows = saxonRows();
  expect(sumTrades(rows, rowsUnderPlan(rows))).toEqual({
    bought: { rows: 0, value: "0", underPlan: "0", valueMissing: 0 },
    sold: { rows: 2, value: "301449.4008", underPlan: "301449.4008", valueMissing: 0 },
    contradicting: 0,
  });
});

test("1,000 at 10.00 + 500 at 10.40 = 15,200; a purchase without a price is counted and adds nothing", () => {
  const entry = entryForTest([
    { ...bought, transactionShares: "1000", pricePerShare: "10.00" },
    { ...bought, transactionShares: "500", pricePerShare: "10.40" },
    { ...bought, transactionShares: "3", pricePerShare: null },
  ]);
  expect(sums([entry]).bought).toEqual({ rows: 3, value: "15200", underPlan: "0", valueMissing: 1 });
});

test("tax, exercises, derivatives and rows whose letter contradicts the code are no trades", () => {
  const entry = entryForTest([
    { transactionCode: "F", acquiredDisposedCode: "D", transactionShares: "10", pricePerShare: "1" },
    { transactionCode: "M", acquiredDisposedCode: "A", transactionShares: "10", pricePerShare: "1" },
    { ...sold, tableNumber: "II", transactionShares: "10", pricePerShare: "1" },
    { transactionCode: "S", acquiredDisposedCode: "A", transactionShares: "10", pricePerShare: "1" },
  ]);
  expect(sums([entry])).toMatchObject({ bought: { rows: 0 }, sold: { rows: 0 }, contradicting: 1 });
});

test("an amendment counts only where its issuer has no other filing", () => {
  const original = entryForTest([], { accessionNumber: "0000000001-25-000001" });
  const amendment = entryForTest([], { accessionNumber: "0000000001-25-000002", documentType: "4/A" });
  const alone = entryForTest([], {
    accessionNumber: "0000000001-25-000003",
    documentType: "3/A",
    issuer: { ...original.filing.issuer, cik: "2" },
  });
  expect(countedEntries([original, amendment, alone])).toEqual({ counted: [original, alone], leftOut: [amendment] });
});
