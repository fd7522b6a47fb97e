import { describe, expect, it } from "vitest";
import { continuity, impliedPriorBalance } from "./continuity";

const row = (
  acquiredDisposedCode: string | null,
  transactionShares: string | null,
  sharesOwnedFollowing: string | null,
) => ({
  kind: "transaction" as const,
  transactionShares,
  acquiredDisposedCode,
  sharesOwnedFollowing,
});
const holding = (sharesOwnedFollowing: string) => ({
  ...row(null, null, sharesOwnedFollowing),
  kind: "holding" as const,
});

describe("a balance that follows from the previous one", () => {
  it("154,377 + 13,200 = 167,577", () => {
    expect(continuity("154377", row("A", "13200", "167577"))).toEqual({
      state: "consistent",
      expected: "167577",
      reported: "167577",
      difference: "0",
      reason: null,
    });
  });

  it("167,577 − 5,688 = 161,889", () => {
    expect(continuity("167577", row("D", "5688", "161889")).state).toBe("consistent");
  });

  it("counts a difference under 1 as rounding if a balance has a fraction: 1,000.634 + 500 reported as 1,501", () => {
    expect(continuity("1000.634", row("A", "500", "1501"))).toMatchObject({ state: "consistent", difference: "0.366" });
  });

  it("counts a holding that repeats the balance as consistent", () => {
    expect(continuity("5000.0", holding("5000")).state).toBe("consistent");
  });
});

describe("a balance that does not follow", () => {
  it("35,590 + 18,200 = 53,790, reported 54,202: a gap of +412", () => {
    expect(continuity("35590", row("A", "18200", "54202"))).toMatchObject({
      state: "gap",
      expected: "53790",
      difference: "412",
    });
  });

  it("is exact for whole balances: a difference of one is a gap", () => {
    expect(continuity("100", row("A", "10", "111")).state).toBe("gap");
  });

  it("counts a whole share or more as a gap, with fractions or without", () => {
    expect(continuity("100.5", row("A", "10", "111.5")).state).toBe("gap");
  });

  it("has no sum to check if the letter or the shares are missing", () => {
    expect(continuity("100", row(null, "10", "110"))).toMatchObject({
      state: "not_comparable",
      reason: "acquiredDisposedCode",
    });
    expect(continuity("100", row("A", null, "110"))).toMatchObject({ state: "not_comparable", reason: "shares" });
    expect(continuity("100", row("A", "10", null))).toMatchObject({ state: "not_comparable", reason: "balance" });
  });
});

it("is the first if no earlier balance is known", () => {
  expect(continuity(null, row("A", "10", "110"))).toMatchObject({ state: "first", expected: null, difference: null });
});

describe("the balance before a row, from the row alone", () => {
  it("167,577 less 13,200 acquired is 154,377", () => {
    expect(impliedPriorBalance(row("A", "13200", "167577"))).toBe("154377");
  });

  it("is unknown if it would be negative", () => {
    expect(impliedPriorBalance(row("A", "500", "200"))).toBeNull();
  });
});
