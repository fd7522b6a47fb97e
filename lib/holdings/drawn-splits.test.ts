import { describe, expect, it } from "vitest";
import type { Split } from "@/lib/holdings/splits";
import { heldBefore } from "@/lib/series/held-before";
import { holdingLines, holdingPanels } from "@/lib/series/holding-panels";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";

const split: Split = {
  ratio: { new: "4", old: "1" },
  after: "2022-06-06",
  until: "2022-06-07",
  date: "2022-06-07",
  evidence: [],
  words: null,
  from: null,
};

let number = 0;
const report = (date: string, balance: string, more = {}) =>
  rowForTest(
    { kind: "holding", sharesOwnedFollowing: balance, ...more },
    seriesFilingForTest({
      accessionNumber: `0000000001-22-${String(++number).padStart(6, "0")}`,
      periodOfReport: date,
      orderedAt: date,
    }),
  );

const lines = (rows: ReturnType<typeof report>[], splits = [split]) => holdingLines(derivedRows(rows), splits);
const levels = (rows: ReturnType<typeof report>[]) =>
  lines(rows).map(({ points }) => points.map(({ balance, unexplained }) => [balance, unexplained]));

describe("a split", () => {
  it("draws balances from before it as after it, and is not a gap: 1,000 × 4 = 4,000", () => {
    const rows = [report("2022-01-10", "900"), report("2022-03-10", "1000"), report("2022-09-10", "4000")];
    expect(levels(rows)).toEqual([
      [
        [3600, null],
        [4000, "100"],
        [4000, null],
      ],
    ]);
    expect(lines(rows)[0]?.points.map(({ reported }) => reported)).toEqual(["900", "1000", "4000"]);
  });

  it("leaves a line alone if its balances stay the same through its day", () => {
    expect(levels([report("2022-03-10", "1000"), report("2022-09-10", "1000")])).toEqual([
      [
        [1000, null],
        [1000, null],
      ],
    ]);
  });

  it("leaves a change that does not fit as a gap", () => {
    expect(levels([report("2022-03-10", "1000"), report("2022-09-10", "4100")])).toEqual([
      [
        [1000, null],
        [4100, "3100"],
      ],
    ]);
  });

  it("includes a line of the same security that ends before it, and none of another", () => {
    const trust = { directOrIndirect: "I", natureOfOwnership: "By Trust" };
    const rows = [
      report("2022-03-10", "1000"),
      report("2022-03-11", "50", { ...trust, line: 2 }),
      report("2022-03-12", "70", { securityTitle: "Preferred Stock" }),
      report("2022-09-10", "4000"),
    ];
    expect(levels(rows)).toEqual([
      [
        [4000, null],
        [4000, null],
      ],
      [[200, null]],
      [[70, null]],
    ]);
  });

  it("is marked on the panels whose lines it changed, inside the dates in view", () => {
    const found = lines([report("2022-03-10", "1000"), report("2022-09-10", "4000")]);
    const splits = (from: string) => holdingPanels(found, { from, to: "2022-12-31" }).panels[0]?.splits;
    expect(splits("2022-01-01")).toEqual([split]);
    expect(splits("2022-07-01")).toEqual([]);
  });
});

describe("the balance some years before", () => {
  it("is the last balance until then, in shares of the last report", () => {
    const [line] = lines([report("2019-08-01", "900"), report("2022-03-10", "1000"), report("2022-09-10", "4000")]);
    expect(line && heldBefore(line, 3)).toEqual({ balance: "3600", asOf: "2019-08-01", isAdjusted: true });
  });

  it("is missing if the line is younger", () => {
    const [line] = lines([report("2022-03-10", "1000"), report("2022-09-10", "4000")]);
    expect(line && heldBefore(line, 3)).toBeNull();
  });
});
