import { expect, test } from "vitest";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { inOrderOfBalances } from "./order-of-balances";

const filing = (n: number) => seriesFilingForTest({ accessionNumber: `0000000001-25-00000${n}` });

const row = (n: number, line: number, date: string, letter: "A" | "D", shares: string, held: string) =>
  rowForTest(
    {
      line,
      transactionCode: letter === "A" ? "P" : "S",
      transactionDate: date,
      transactionShares: shares,
      acquiredDisposedCode: letter,
      sharesOwnedFollowing: held,
    },
    filing(n),
  );

const held = (rows: Parameters<typeof inOrderOfBalances>[0]) =>
  inOrderOfBalances(rows).map(({ row: { sharesOwnedFollowing } }) => sharesOwnedFollowing.value);

test("0001209191-12-022044 lists April 2 before March 27, and its balances say so: 18,714,696 − 113,000 = 18,601,696", () => {
  const march = row(2, 2, "2012-03-27", "D", "113000", "18601696");
  const april = row(2, 1, "2012-04-02", "D", "78667", "18714696");
  expect(held([row(1, 1, "2012-03-01", "D", "1", "18793363"), march, april])).toEqual([
    "18793363",
    "18714696",
    "18601696",
  ]);
});

test("trades of a day that are listed newest first get the order of their balances: 1,000, 900, 700", () => {
  const day = [row(2, 1, "2025-01-02", "D", "200", "700"), row(2, 2, "2025-01-02", "D", "100", "900")];
  expect(held([row(1, 1, "2025-01-01", "A", "1000", "1000"), ...day])).toEqual(["1000", "900", "700"]);
  // Even without a balance before them: only one of the two can come first.
  expect(held(day)).toEqual(["900", "700"]);
});

test("rows without an order stay as they are, and so do those in order by date", () => {
  const gap = [row(2, 1, "2025-01-02", "D", "200", "650"), row(2, 2, "2025-01-02", "D", "100", "10")];
  expect(held([row(1, 1, "2025-01-01", "A", "1000", "1000"), ...gap])).toEqual(["1000", "650", "10"]);
  const fine = [row(2, 2, "2025-01-02", "D", "100", "900"), row(2, 1, "2025-01-03", "D", "100", "800")];
  expect(held([row(1, 1, "2025-01-01", "A", "1000", "1000"), ...fine])).toEqual(["1000", "900", "800"]);
});

test("rows of two filings never change places", () => {
  const rows = [row(1, 1, "2025-01-02", "D", "200", "700"), row(2, 1, "2025-01-02", "D", "100", "900")];
  expect(held(rows)).toEqual(["700", "900"]);
});
