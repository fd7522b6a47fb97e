import { expect, test } from "vitest";
import type { Implausible } from "@/lib/record/implausible";
import { describeImplausible, implausibleName, implausibleRowsInWords } from "./describe-implausible";

const of = (
  reason: Implausible["reason"],
  comparedWith: Partial<Implausible["comparedWith"]>,
  more: Partial<Implausible> = {},
): Implausible => ({
  field: "pricePerShare",
  reason,
  cause: null,
  ...more,
  comparedWith: { amount: "11.63", times: "23455", trades: null, footnoteId: null, ...comparedWith },
});

test("says what contradicts a figure, how far it is off, and the likely cause", () => {
  expect(describeImplausible(of("other trades", { trades: 3 }, { cause: "total" }))).toBe(
    "23,500 times the price of 3 other trades within 30 days ($11.63), probably the total",
  );
  expect(describeImplausible(of("other trades", { trades: 1, times: "147" }))).toBe(
    "147 times the price of another trade within 30 days ($11.63)",
  );
  expect(describeImplausible(of("stated range", { times: "100" }, { cause: "decimal point" }))).toBe(
    "100 times the highest price in its footnote ($11.63), probably missing its decimal point",
  );
  expect(describeImplausible(of("stated total", { times: "24000" }, { cause: "total" }))).toBe(
    "The footnote says that this is the total, 24,000 times the price per share ($11.63)",
  );
  const swapped: Partial<Implausible> = { field: "transactionShares", cause: "swapped" };
  expect(describeImplausible(of("balances", { amount: "24400", times: null }, swapped))).toBe(
    "Differs from the change in the balance (24,400), price and shares probably swapped",
  );
  expect(implausibleName(of("balances", {}, swapped))).toBe("Implausible number of shares");
});

test("counts rows, and says which figure if it is the same in all", () => {
  expect(implausibleRowsInWords(1, 1)).toBe("1 row with an implausible price");
  expect(implausibleRowsInWords(2, 2)).toBe("2 rows with an implausible price");
  expect(implausibleRowsInWords(2, 0)).toBe("2 rows with an implausible number of shares");
  expect(implausibleRowsInWords(1200, 1000)).toBe("1,200 rows with an implausible price or number of shares");
  // Of rows that were not counted we do not know which figure is implausible.
  expect(implausibleRowsInWords({ count: null, countAtLeast: 10_000 }, 10_001)).toBe(
    "more than 10,000 rows with an implausible price or number of shares",
  );
});
