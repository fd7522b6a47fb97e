import { describe, expect, it } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { derivativeLadder } from "./derivative-ladder";
import { lastBalances } from "./last-balances";
import type { Split } from "./splits";

const option = (n: number, date: string, price: string, balance: string, more = {}) =>
  rowForTest(
    {
      tableNumber: "II",
      securityTitle: "Stock Option (right to buy)",
      transactionCode: "A",
      transactionDate: date,
      transactionShares: balance,
      acquiredDisposedCode: "A",
      conversionOrExercisePrice: price,
      expirationDate: "2030-06-01",
      underlyingSecurityTitle: "Common Stock",
      underlyingSecurityShares: balance,
      sharesOwnedFollowing: balance,
      ...more,
    },
    seriesFilingForTest({ accessionNumber: `0000000001-20-00000${n}`, periodOfReport: date, orderedAt: date }),
  );

function ladder(options: ReturnType<typeof option>[], today = "2026-11-25", splits?: Split[]) {
  const rows = derivedRows(options);
  return derivativeLadder(rows, lastBalances(rows), today, splits && new Map([["1", splits]]));
}

describe("the ladder", () => {
  it("lists open lines by exercise price, those without one last, and adds up by title only", () => {
    const { open, totals } = ladder([
      option(1, "2020-06-01", "31.20", "5000"),
      option(2, "2020-07-01", "9.5", "7500"),
      option(3, "2020-08-01", "", "900", { securityTitle: "Restricted Stock Units", expirationDate: null }),
    ]);
    expect(open.map(({ exercisePrice, balance }) => [exercisePrice || null, balance])).toEqual([
      ["9.5", "7500"],
      ["31.20", "5000"],
      [null, "900"],
    ]);
    expect(totals.map(({ title, total, lines }) => [title, total, lines])).toEqual([
      ["Stock Option (right to buy)", "12500", 2],
      ["Restricted Stock Units", "900", 1],
    ]);
  });

  it("separates lines that expired with a balance, outside all totals, from the day after expiry", () => {
    const rows = [option(1, "2020-06-01", "31.20", "5000", { expirationDate: "2026-11-24" })];
    expect(ladder(rows)).toMatchObject({ open: [], totals: [], expired: [{ balance: "5000" }] });
    expect(ladder(rows, "2026-11-24")).toMatchObject({ expired: [], totals: [{ total: "5000" }] });
  });

  it("counts lines that came to zero and does not list them", () => {
    const sold = option(2, "2021-06-01", "31.20", "0", {
      transactionCode: "M",
      transactionShares: "5000",
      acquiredDisposedCode: "D",
    });
    expect(ladder([option(1, "2020-06-01", "31.20", "5000"), sold])).toMatchObject({ open: [], expired: [], ended: 1 });
  });

  it("separates what is reported by value, the last report of each", () => {
    const note = (n: number, date: string, value: string) =>
      option(n, date, "10.50", "", {
        kind: "holding",
        securityTitle: "5.50% Convertible Senior Notes",
        sharesOwnedFollowing: null,
        valueOwnedFollowing: value,
      });
    const { open, values } = ladder([note(1, "2022-12-09", "3750000"), note(2, "2023-12-09", "3000000")]);
    expect([open, values.map(({ value, asOf }) => [value, asOf])]).toEqual([[], [["3000000", "2023-12-09"]]]);
  });

  it("computes the underlying shares of a balance by the rate of the row: 100 moved 150, so 40 are 60", () => {
    const moved = option(1, "2020-06-01", "1", "40", { transactionShares: "100", underlyingSecurityShares: "150" });
    const odd = option(2, "2020-07-01", "2", "41", { transactionShares: "100", underlyingSecurityShares: "150" });
    expect(ladder([moved, odd]).open.map(({ underlyingShares }) => underlyingShares)).toEqual(["60", null]);
  });
});

describe("a split", () => {
  const split: Split = {
    ratio: { new: "5", old: "1" },
    after: "2020-08-27",
    until: "2020-08-28",
    date: "2020-08-28",
    evidence: [],
    words: null,
    from: null,
  };
  // 0001494730-19-000002, then 0000899243-21-044921, which misspells the title: 31.17 ÷ 5 = 6.234.
  const before = option(1, "2019-05-20", "31.17", "5099901");
  const after = option(2, "2021-11-16", "6.24", "19123500", { securityTitle: "Non-Qualifed Stock Option" });

  it("moves an option to the line with its new price, if only one has it", () => {
    const { open, replaced } = ladder([before, after], "2026-11-25", [split]);
    expect(open.map(({ balance }) => balance)).toEqual(["19123500"]);
    expect(replaced).toEqual([{ holdingLine: "0000000001-20-000001#II-1", by: "0000000001-20-000002#II-1" }]);
    const twin = option(3, "2021-11-17", "6.23", "1");
    expect(ladder([before, after, twin], "2026-11-25", [split]).replaced).toEqual([]);
  });

  it("is mentioned for what was last reported before it", () => {
    const { open } = ladder([before], "2026-11-25", [split]);
    expect(open[0]?.splitsSince).toEqual([split]);
    expect(ladder([after], "2026-11-25", [split]).open[0]?.splitsSince).toEqual([]);
  });
});
