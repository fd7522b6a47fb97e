import { describe, expect, test } from "vitest";
import type { Implausible } from "@/lib/record/implausible";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { type JudgedRow, outlyingPrices, pricedRow } from "./outlying-prices";

type Short = Parameters<typeof rowForTest>[0];
type Trade = Short & Partial<Omit<JudgedRow, "row">>;

const NUMBERS = (n: number) => `0000000001-25-00000${n}`;

const trade = (n: number, { isForeign, marked, isSuperseded, isConsistent, ...short }: Trade): JudgedRow => ({
  row: pricedRow(
    rowForTest(
      { transactionCode: "S", transactionDate: "2025-06-10", transactionShares: "1000", ...short },
      seriesFilingForTest({ accessionNumber: NUMBERS(n) }),
    ).row,
  ),
  isForeign: isForeign ?? false,
  marked: marked ?? null,
  isSuperseded: isSuperseded ?? false,
  isConsistent: isConsistent ?? false,
});

const MARKET: Trade[] = [
  { pricePerShare: "11.50", transactionDate: "2025-06-03" },
  { pricePerShare: "11.90", transactionDate: "2025-06-17" },
];

/** What is found about the first row. Each row is on a separate filing. */
const found = (trades: Trade[]) =>
  outlyingPrices(trades.map((each, index) => trade(index + 1, each))).get(`${NUMBERS(1)}#I-1`) ??
  outlyingPrices(trades.map((each, index) => trade(index + 1, each))).get(`${NUMBERS(1)}#II-1`) ??
  null;

describe("a price far above other trades in the security within 30 days", () => {
  test("is compared with their median", () => {
    expect(found([{ pricePerShare: "279120", transactionShares: "24000" }, ...MARKET])).toEqual({
      field: "pricePerShare",
      reason: "other trades",
      cause: "total",
      // 279,120 / 11.90 = 23,455.5
      comparedWith: { amount: "11.9", times: "23455", trades: 2, footnoteId: null },
    });
  });

  test.each([
    ["price times 100", "1163", "1000", "decimal point"],
    ["price times 1,000", "11630", "5000", "decimal point"],
    ["a missing decimal point", "1163", "5000", "decimal point"],
    ["price and shares swapped", "24000", "11.63", "swapped"],
    ["Japanese yen", "1709", "5000", null],
  ])("is found: %s", (_, pricePerShare, transactionShares, cause) => {
    expect(found([{ pricePerShare, transactionShares }, ...MARKET])).toMatchObject({ cause });
  });

  test("is found for a warrant at the price of the whole, by trades in its underlying shares", () => {
    const warrant: Trade = {
      tableNumber: "II",
      transactionCode: "P",
      securityTitle: "Warrants",
      underlyingSecurityTitle: "Common Stock",
      conversionOrExercisePrice: "15",
      transactionShares: "200000",
      underlyingSecurityShares: "200000",
    };
    expect(found([{ ...warrant, pricePerShare: "500000" }, ...MARKET])).toMatchObject({ reason: "other trades" });
    expect(found([{ ...warrant, pricePerShare: "2.50" }, ...MARKET])).toBeNull();
    // One note that converts into 50,000 shares.
    const note = { ...warrant, transactionShares: "1", underlyingSecurityShares: "50000" };
    expect(found([{ ...note, pricePerShare: "600000" }, ...MARKET])).toBeNull();
  });
});

test("another report of a trade that one filing contradicts is implausible too", () => {
  const marked: Implausible = {
    field: "pricePerShare",
    reason: "stated price",
    cause: "total",
    comparedWith: { amount: "11.63", times: "1000", trades: null, footnoteId: "F1" },
  };
  expect(found([{ pricePerShare: "11630" }, { pricePerShare: "11630", marked }])).toEqual({
    ...marked,
    reason: "another report",
    comparedWith: { ...marked.comparedWith, footnoteId: null },
  });
  expect(found([{ pricePerShare: "11630", marked }])).toBeNull();
});

describe("precision", () => {
  test("one other trade is enough only if a total or a swap explains the price", () => {
    const [other] = MARKET;
    if (!other) throw new Error();
    expect(found([{ pricePerShare: "279120", transactionShares: "24000" }, other])).not.toBeNull();
    expect(found([{ pricePerShare: "1163", transactionShares: "5000" }, other])).toBeNull();
  });

  test("a trade that supports the price is enough to keep it", () => {
    expect(found([{ pricePerShare: "1163" }, ...MARKET, { pricePerShare: "1100" }])).toBeNull();
  });

  test("a price that is implausible itself supports no other", () => {
    const replaced = { pricePerShare: "279120", transactionShares: "24000", isSuperseded: true };
    const other = { pricePerShare: "116300", transactionShares: "10000" };
    expect(found([other, ...MARKET, replaced])).toMatchObject({ cause: "total" });
    expect(found([replaced, ...MARKET, other])).toMatchObject({ cause: "total" });
  });

  test("trades before or after may be on the other side of a split", () => {
    const before: Trade[] = MARKET.map((each) => ({ ...each, transactionDate: "2025-06-03" }));
    const split = { pricePerShare: "1163", transactionShares: "5000" };
    expect(found([split, ...before])).toBeNull();
    // The balance follows from the one before, so there was none.
    expect(found([{ ...split, isConsistent: true }, ...before])).not.toBeNull();
  });

  test.each<[string, Trade[]]>([
    ["trades of another month", MARKET.map((each) => ({ ...each, transactionDate: "2025-04-01" }))],
    ["another class of shares", MARKET.map((each) => ({ ...each, securityTitle: "Class B Common Stock" }))],
    ["another currency", MARKET.map((each) => ({ ...each, isForeign: true }))],
    ["a row that an amendment replaced", MARKET.map((each) => ({ ...each, isSuperseded: true }))],
    ["a grant or a gift", MARKET.map((each) => ({ ...each, transactionCode: "A" }))],
    [
      "founders who bought for less than a cent",
      [
        { pricePerShare: "0.003", transactionCode: "P" },
        { pricePerShare: "0.004", transactionCode: "P" },
      ],
    ],
    ["prices that do not agree", [{ pricePerShare: "2" }, { pricePerShare: "11.90" }]],
    ["the same trade reported twice", [{ pricePerShare: "1163", transactionShares: "5000" }]],
  ])("%s is not evidence", (_, others) => {
    expect(found([{ pricePerShare: "1163", transactionShares: "5000" }, ...others])).toBeNull();
  });

  test("rows of the same filing are not evidence, because they may share its fault", () => {
    const of = seriesFilingForTest({ accessionNumber: NUMBERS(1) });
    const rows = ["279120", "11.50", "11.90"].map((pricePerShare, index) => ({
      ...trade(1, {}),
      row: pricedRow(
        rowForTest(
          {
            line: index + 1,
            transactionCode: "S",
            transactionDate: "2025-06-10",
            transactionShares: "24000",
            pricePerShare,
          },
          of,
        ).row,
      ),
    }));
    expect(outlyingPrices(rows).size).toBe(0);
  });

  test("a price far below others is left alone, because shares often change hands at nominal prices", () => {
    expect(found([{ pricePerShare: "0.001", transactionCode: "P" }, ...MARKET])).toBeNull();
  });
});
