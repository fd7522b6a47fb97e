import { describe, expect, test } from "vitest";
import { rowForTest } from "@/testing/row-for-test";
import type { BalanceCheck } from "./balance-check";
import { type DerivedRow, NOTHING_DERIVED } from "./derived-filing";
import { certainPrice, certainShares, certainValue, holdingAround, holdingChange, holdingTurn } from "./trade-figures";

type Row = ReturnType<typeof rowForTest>["row"];

const row = (shares: string | null, side: string | null, after: string | null, over: Partial<Row> = {}): Row => ({
  ...rowForTest({
    transactionShares: shares,
    acquiredDisposedCode: side,
    sharesOwnedFollowing: after,
    pricePerShare: "10.50",
  }).row,
  ...over,
});

const implausible = {
  ...NOTHING_DERIVED,
  implausible: { field: "pricePerShare" } as DerivedRow["implausible"],
};
const abroad = { ...NOTHING_DERIVED, trade: { plan: null, currency: "CAD", price: null, covers: [] } };

describe("the change of a holding", () => {
  test("is measured against the balance before, which the row implies: −7,500 / 54,932 = −13.6532%", () => {
    expect(holdingAround(row("7500", "D", "47432"))).toEqual({ before: "54932", after: "47432" });
    expect(holdingChange(row("7500", "D", "47432"))).toBe("-13.6532");
    expect(holdingChange(row("7500", "A", "54932"))).toBe("15.8121"); // 7,500 / 47,432
    expect(holdingChange(row("100", "D", "0"))).toBe("-100");
  });

  test("has no percentage from zero: the position is new", () => {
    expect(holdingChange(row("5500", "A", "5500"))).toBeNull();
    expect(holdingTurn(row("5500", "A", "5500"))).toBe("new");
    expect(holdingTurn(row("5500", "D", "0"))).toBe("closed");
    expect(holdingTurn(row("5500", "A", "5501"))).toBeNull();
    expect(holdingTurn(row("0", "A", "0"))).toBeNull();
  });

  test("is not known if the balance contradicts the row, or a figure is missing, uncertain or implausible", () => {
    expect(holdingAround(row("5500", "A", "100"))).toBeNull();
    expect(holdingAround(row("5500", null, "100"))).toBeNull();
    expect(holdingAround(row(null, "A", "100"))).toBeNull();
    expect(holdingAround(row("50", "A", "100", { uncertain: ["sharesOwnedFollowing"] }))).toBeNull();
    expect(holdingAround(row("50", "A", "100"), implausible)).toBeNull();
  });

  test("is not known if the filing states one balance for several rows, which is right for only one of them", () => {
    const check = {
      state: "gap",
      reason: { kind: "one balance for several rows", words: null, from: "" },
    } as BalanceCheck;
    expect(holdingAround(row("50", "A", "100"), { ...NOTHING_DERIVED, check })).toBeNull();
  });
});

describe("figures to filter and sort by", () => {
  test("are those of the row: 100 × $10.50 = $1,050", () => {
    expect(certainValue(row("100", "A", "100"))).toBe("1050");
    expect(certainPrice(row("100", "A", "100"))).toBe("10.50");
    expect(certainShares(row("100", "A", "100"))).toBe("100");
  });

  test("leave out implausible rows, and prices and values in another currency", () => {
    for (const figure of [certainValue, certainPrice, certainShares]) {
      expect(figure(row("100", "A", "100"), implausible)).toBeNull();
    }
    expect(certainValue(row("100", "A", "100"), abroad)).toBeNull();
    expect(certainPrice(row("100", "A", "100"), abroad)).toBeNull();
    expect(certainShares(row("100", "A", "100"), abroad)).toBe("100");
  });

  test("leave out what was misread on paper, and values of derivatives", () => {
    expect(certainValue(row("100", "A", "100", { uncertain: ["pricePerShare"] }))).toBeNull();
    expect(certainPrice(row("100", "A", "100", { uncertain: ["pricePerShare"] }))).toBeNull();
    expect(certainShares(row("100", "A", "100", { uncertain: ["transactionShares"] }))).toBeNull();
    expect(certainValue(row("100", "A", "100", { tableNumber: "II" }))).toBeNull();
  });
});
