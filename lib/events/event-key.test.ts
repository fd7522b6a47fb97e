import { describe, expect, test } from "vitest";
import { saleRow } from "@/testing/filing-for-test";
import { rowForTest } from "@/testing/row-for-test";
import { eventKey, roughEventKey } from "./event-key";

const row = (over: Parameters<typeof saleRow>[0] = {}) => rowForTest(saleRow(over)).row;
const key = (over: Parameters<typeof saleRow>[0] = {}) => eventKey(row(over), "1");

describe("rows have equal keys if they agree in everything that distinguishes a trade", () => {
  test.each([
    ["decimals", { transactionShares: "2,913,732.00", pricePerShare: "48.36580", sharesOwnedFollowing: "6798708.0" }],
    ["the par value in a title", { securityTitle: "COMMON STOCK, $0.01 PAR VALUE" }],
    ["notes, and who holds", { natureOfOwnership: ["By Trust", "F1"], directOrIndirect: "D" }],
    ["the line", { line: 7 }],
  ] as const)("however they spell %s", (_, over) => {
    const other = { ...over, natureOfOwnership: "natureOfOwnership" in over ? ("By Trust" as const) : null };
    expect(key(other)).toBe(key());
    expect(roughEventKey(row(other))).toBe(roughEventKey(row()));
  });

  test.each([
    ["security", { securityTitle: "Class B Common Stock" }],
    ["day", { transactionDate: "2020-03-03" }],
    ["code", { transactionCode: "J" }],
    ["letter", { acquiredDisposedCode: "A" }],
    ["shares", { transactionShares: "2913733" }],
    ["price", { pricePerShare: "48.37" }],
    ["balance", { sharesOwnedFollowing: "6798707" }],
    ["table", { tableNumber: "II" }],
  ] as const)("another %s is another trade", (_, over) => {
    expect(key(over)).not.toBe(key());
  });

  test("and so is one on another issuer", () => {
    expect(eventKey(row(), "2")).not.toBe(key());
  });
});

describe("missing values", () => {
  test("a missing price equals a missing price, and not zero", () => {
    expect(key({ pricePerShare: null })).toBe(key({ pricePerShare: null }));
    expect(key({ pricePerShare: null })).not.toBe(key({ pricePerShare: "0" }));
    expect(key({ sharesOwnedFollowing: null })).not.toBe(key({ sharesOwnedFollowing: "0" }));
  });

  test("an amount in dollars replaces shares, and is not the same as as many shares", () => {
    const inDollars = { transactionShares: null, transactionTotalValue: "2913732" };
    expect(key(inDollars)).toBe(key(inDollars));
    expect(key(inDollars)).not.toBe(key());
  });

  test("there is no key without a day, an amount or an issuer, or for a holding", () => {
    expect(key({ transactionDate: null })).toBeNull();
    expect(key({ transactionShares: null })).toBeNull();
    expect(key({ kind: "holding" })).toBeNull();
    expect(eventKey(row(), null)).toBeNull();
  });
});

test("derivatives are also distinguished by exercise price and expiry; shares are not", () => {
  const option = { tableNumber: "II", conversionOrExercisePrice: "6.36", expirationDate: "2029-02-18" } as const;
  expect(key(option)).not.toBe(key({ ...option, conversionOrExercisePrice: "6.37" }));
  expect(key(option)).not.toBe(key({ ...option, expirationDate: "2030-02-18" }));
  expect(key(option)).toBe(key({ ...option, conversionOrExercisePrice: "6.360" }));
});
