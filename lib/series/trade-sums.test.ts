import { expect, test } from "vitest";
import { countedRows } from "@/lib/holdings/standing-rows";
import { entryRows } from "@/lib/record/entry-rows";
import { attachDerived } from "@/testing/attach-derived";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";
import { rowForTest, saxonRows } from "@/testing/row-for-test";
import { sumTrades } from "./trade-sums";

const sums = (entries: Parameters<typeof entryRows>[0]) => sumTrades(countedRows(entryRows(attachDerived(entries))));
const bought = { transactionCode: "P", acquiredDisposedCode: "A" };
const sold = { transactionCode: "S", acquiredDisposedCode: "D" };

const NOTHING = { rows: 0, shares: "0", value: "0", underPlan: "0", valueMissing: 0, indirect: 0 };

test("the Saxon sales: 5,688 × 39.0616 + 1,975 × 40.1352 = 301,449.4008, all under the plan named in the footnote", () => {
  expect(sumTrades(derivedRows(saxonRows()))).toEqual({
    bought: NOTHING,
    sold: { ...NOTHING, rows: 2, shares: "7663", value: "301449.4008", underPlan: "301449.4008" },
    derivatives: { bought: NOTHING, sold: NOTHING },
    contradicting: 0,
    otherCurrency: 0,
    unsure: 0,
  });
});

test("counts a sale from paper with an uncertain price, and a row with an unread code, but adds neither to a sum", () => {
  const sale = { transactionCode: "S", acquiredDisposedCode: "D", transactionShares: "100", pricePerShare: "10" };
  const sums = sumTrades([
    rowForTest({ ...sale, line: 1 }),
    rowForTest({ ...sale, line: 2, uncertain: ["pricePerShare"] }),
    rowForTest({ ...sale, line: 3, transactionCode: null, unread: ["transactionCode"] }),
    rowForTest({ ...sale, line: 4, uncertain: ["natureOfOwnership"] }),
  ]);
  expect(sums).toMatchObject({ sold: { rows: 2, value: "2000" }, contradicting: 0, unsure: 2 });
});

test("1,000 at 10.00 + 500 at 10.40 = 15,200; a purchase without a price is counted and adds nothing", () => {
  const entry = entryForTest([
    { ...bought, transactionShares: "1000", pricePerShare: "10.00" },
    { ...bought, transactionShares: "500", pricePerShare: "10.40" },
    { ...bought, transactionShares: "3", pricePerShare: null },
  ]);
  expect(sums([entry]).bought).toEqual({ ...NOTHING, rows: 3, shares: "1503", value: "15200", valueMissing: 1 });
});

test("adds up trades in derivatives on their own, and counts what is held indirectly: 5 × 20 = 100 in Table II", () => {
  const entry = entryForTest([
    { ...sold, transactionShares: "10", pricePerShare: "1", directOrIndirect: "I" },
    { ...sold, transactionShares: "20", pricePerShare: "1" },
    { ...sold, tableNumber: "II", transactionShares: "5", pricePerShare: "20" },
  ]);
  expect(sums([entry])).toMatchObject({
    sold: { rows: 2, value: "30", indirect: 1 },
    derivatives: { bought: NOTHING, sold: { rows: 1, value: "100" } },
  });
});

test("does not count tax, exercises, derivatives and rows whose letter contradicts the code as trades", () => {
  const entry = entryForTest([
    { transactionCode: "F", acquiredDisposedCode: "D", transactionShares: "10", pricePerShare: "1" },
    { transactionCode: "M", acquiredDisposedCode: "A", transactionShares: "10", pricePerShare: "1" },
    { ...sold, tableNumber: "II", transactionShares: "10", pricePerShare: "1" },
    { transactionCode: "S", acquiredDisposedCode: "A", transactionShares: "10", pricePerShare: "1" },
  ]);
  expect(sums([entry])).toMatchObject({ bought: { rows: 0 }, sold: { rows: 0 }, contradicting: 1 });
});

test("counts an amendment's row instead of the one it restates: 1,000 at 10.10, and not also 1,000 at 10.00", () => {
  const row = { ...bought, transactionDate: "2025-06-10", transactionShares: "1000", sharesOwnedFollowing: "1000" };
  const owners = [ownerForTest({ cik: "2" })];
  const original = entryForTest([{ ...row, pricePerShare: "10.00" }], { owners, filingDate: "2025-06-12" });
  const amendment = entryForTest([{ ...row, pricePerShare: "10.10" }], {
    accessionNumber: "0000000001-25-000002",
    documentType: "4/A",
    dateOfOriginalSubmission: "2025-06-12",
    orderedAt: "2025-06-20T21:52:00.000Z",
    owners,
  });
  expect(sums([original, amendment]).bought).toMatchObject({ rows: 1, shares: "1000", value: "10100" });
  expect(sums([amendment]).bought).toMatchObject({ rows: 1, value: "10100" });
});
