import { describe, expect, test } from "vitest";
import type { Implausible } from "@/lib/record/implausible";
import { rowForTest } from "@/testing/row-for-test";
import { implausibleRows, type MovedBalance } from "./implausible-rows";

type Short = Parameters<typeof rowForTest>[0];

const SALE: Short = { transactionCode: "S", acquiredDisposedCode: "D", transactionShares: "24000" };

/** Which figures of the first row a filing with these rows contradicts. */
function found(rows: Short[], notes: Record<string, string> = {}, balance?: MovedBalance): Implausible | null {
  const made = rows.map((row, index) => rowForTest({ line: index + 1, ...row }).row);
  return implausibleRows({ rows: made, notes }, (row) => (row === made[0] ? balance : undefined)).get("I-1") ?? null;
}

const priced = (pricePerShare: string, note: string, more: Short = {}) =>
  found([{ ...SALE, pricePerShare: [pricePerShare, "F1"], ...more }], { F1: note });

describe("the footnote on a price", () => {
  test("says that the amount is the total", () => {
    const note = "The amount shown is the total consideration for all shares sold, not a price per share.";
    // 279,120 / 24,000 = 11.63
    expect(priced("279120.00", note)).toEqual({
      field: "pricePerShare",
      reason: "stated total",
      cause: "total",
      comparedWith: { amount: "11.63", times: "24000", trades: null, footnoteId: "F1" },
    });
  });

  test("calls the amount in the price column a total", () => {
    const note = "The shares were sold in a block for an aggregate purchase price of $279,120.00.";
    expect(priced("279120", note)).toMatchObject({ reason: "stated total", cause: "total" });
    expect(priced("11.63", note)).toBeNull();
  });

  test("states the price per share", () => {
    const note = "The shares were sold at $11.63 per share in a block trade.";
    expect(priced("1163", note)).toMatchObject({ cause: "decimal point", comparedWith: { times: "100" } });
    expect(priced("279120", note)).toMatchObject({ cause: "total", comparedWith: { amount: "11.63" } });
    expect(priced("11.63", note)).toBeNull();
  });

  test.each([
    ["total", "279120", "total"],
    ["price times 100", "1163", "decimal point"],
    ["price times 1,000", "11630", "decimal point"],
    ["Japanese yen", "1733", null],
  ])("states a range far below it: %s", (_, price, cause) => {
    const note = "The weighted average price of sales at prices ranging from $11.50 to $11.80.";
    expect(priced(price, note)).toMatchObject({
      reason: "stated range",
      cause,
      comparedWith: { amount: "11.8", footnoteId: "F1" },
    });
  });

  test("states a range that a price and a number of shares in each other's column do not fit", () => {
    const note = "The weighted average price of sales at prices ranging from $11.50 to $11.80.";
    expect(priced("24000", note, { transactionShares: "11.63" })).toMatchObject({ cause: "swapped" });
  });

  test.each([
    ["a range of a tenth may be the mistake", "116.30", "Sold at prices ranging from $11.50 to $11.80."],
    ["another currency", "1733", "Sold at prices ranging from CAD 11.50 to CAD 11.80."],
    ["a unit", "2500.00", "Purchased at an aggregate price of $2,500.00 per unit of one share and one warrant."],
    ["the total beside the price", "11.63", "The shares were sold for total proceeds of $279,120."],
    [
      "an average of all, not of each",
      "1200",
      "The price is the average of the aggregate sales, not the price per share of each.",
    ],
    ["a par value", "1.00", "The shares have a par value of $0.01 per share."],
  ])("does not contradict %s", (_, price, note) => {
    expect(priced(price, note)).toBeNull();
  });

  test("does not contradict a single share at the total", () => {
    expect(priced("279120", "Sold for total consideration of $279,120.", { transactionShares: "1" })).toBeNull();
  });
});

describe("the exercise price", () => {
  const exercise = (price: string, strike: string) =>
    found([
      { transactionCode: "M", acquiredDisposedCode: "A", transactionShares: "5000", pricePerShare: price },
      {
        tableNumber: "II",
        transactionCode: "M",
        acquiredDisposedCode: "D",
        securityTitle: "Stock Option (right to buy)",
        conversionOrExercisePrice: strike,
        transactionShares: "5000",
        underlyingSecurityShares: "5000",
      },
    ]);

  test("contradicts its total and a lost decimal point, and no other price", () => {
    // 5,000 × 6.36 = 31,800
    expect(exercise("31800", "6.36")).toMatchObject({ reason: "exercise price", cause: "total" });
    expect(exercise("636", "6.36")).toMatchObject({ cause: "decimal point", comparedWith: { amount: "6.36" } });
    expect(exercise("6.36", "6.36")).toBeNull();
    expect(exercise("39.06", "6.36")).toBeNull();
    // A unit that converts one to one, at the price of the share.
    expect(exercise("5000", "1")).toBeNull();
  });

  const warrant = (price: string, strike: string, title = "Warrant (right to buy)") =>
    implausibleRows(
      {
        rows: [
          rowForTest({
            tableNumber: "II",
            transactionCode: "P",
            securityTitle: title,
            conversionOrExercisePrice: strike,
            transactionShares: "500000",
            underlyingSecurityShares: "500000",
            pricePerShare: price,
          }).row,
        ],
        notes: {},
      },
      () => undefined,
    ).get("II-1") ?? null;

  test("contradicts a warrant with the price of the whole instrument", () => {
    // 62,500 / 500,000 = 0.125 per share, at an exercise price of 2.50
    expect(warrant("62500", "2.50")).toMatchObject({ reason: "exercise price", cause: "total" });
    expect(warrant("0.125", "2.50")).toBeNull();
    // A pre-funded warrant costs nearly as much as the share.
    expect(warrant("9.99", "0.0001")).toBeNull();
    expect(warrant("62500", "2.50", "Phantom Stock")).toBeNull();
  });

  const preferred = (underlyingSecurityShares: string | null, note = "") =>
    implausibleRows(
      {
        rows: [
          rowForTest({
            tableNumber: "II",
            transactionCode: "A",
            securityTitle: "Series A Convertible Preferred Stock",
            conversionOrExercisePrice: note === "" ? "2.25" : null,
            transactionShares: "33",
            underlyingSecurityShares,
            pricePerShare: ["2250", "F1"],
          }).row,
        ],
        notes: { F1: note },
      },
      () => undefined,
    ).get("II-1") ?? null;

  test("does not contradict the price of a preferred share that converts into 1,000 shares at $2.25 each", () => {
    // 33 × 2,250 = 33,000 × 2.25
    expect(preferred("33000")).toBeNull();
    // The number of shares may be in a footnote.
    expect(preferred(null)).toBeNull();
    expect(preferred("33")).toMatchObject({ reason: "exercise price", cause: "decimal point" });
    expect(preferred("33000", "The price is $2.25 per common share into which it converts.")).toBeNull();
    expect(preferred("33", "The price is $2.25 per common share.")).toMatchObject({ reason: "stated price" });
  });
});

describe("the balances before and after", () => {
  const gap = (priorBalance: string, reported: string): MovedBalance => ({
    state: "gap",
    priorBalance,
    reported,
    reason: null,
  });
  const sold = (shares: string, price: string, balance: MovedBalance) =>
    found([{ ...SALE, transactionShares: shares, pricePerShare: price }], {}, balance);

  test("contradict a number of shares that is 100 times what the balance moved by", () => {
    // 110,861 − 86,461 = 24,400
    expect(sold("2440000", "11.63", gap("110861", "86461"))).toEqual({
      field: "transactionShares",
      reason: "balances",
      cause: "decimal point",
      comparedWith: { amount: "24400", times: "100", trades: null, footnoteId: null },
    });
  });

  test("contradict the total in the column of shares, and swapped columns", () => {
    // 24,400 × 11.63 = 283,772
    expect(sold("283772", "11.63", gap("110861", "86461"))).toMatchObject({ cause: "total" });
    expect(sold("11.63", "24400", gap("110861", "86461"))).toMatchObject({ cause: "swapped" });
  });

  test("contradict nothing if the gap has a reason, or is not an exact multiple", () => {
    const several: MovedBalance = {
      ...gap("110861", "86461"),
      reason: { kind: "one balance for several rows", words: null, from: "" },
    };
    expect(sold("2440000", "11.63", several)).toBeNull();
    expect(sold("2450000", "11.63", gap("110861", "86461"))).toBeNull();
    expect(sold("100000", "11.63", gap("2000", "1000"))).toBeNull();
  });
});
