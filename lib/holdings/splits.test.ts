import { describe, expect, test } from "vitest";
import { gapForTest } from "@/testing/gap-for-test";
import { fitsSplit, simpleRatios } from "./split-fit";
import { splitReason, splits, statedSplits } from "./splits";

type Claim = Parameters<typeof gapForTest>[0];

const gap = (owner: string, before: string, reported: string, claim: Partial<Claim> = {}) =>
  gapForTest({ before, reported, owners: [owner], accessionNumber: `0000000001-24-0000${owner}`, ...claim });
const shown = (gaps: Parameters<typeof splits>[0]) =>
  splits(gaps).map(({ ratio, after, until }) => [`${ratio.new}:${ratio.old}`, after, until]);

describe("the splits of an issuer", () => {
  test("two insiders whose balances doubled: between the latest first day and the earliest last", () => {
    const gaps = [
      gap("10", "1200", "2400", { from: "2024-01-05", until: "2024-06-10" }),
      gap("11", "3333", "6666", { from: "2024-02-20", until: "2024-09-01" }),
    ];
    expect(splits(gaps)).toEqual([
      {
        ratio: { new: "2", old: "1" },
        after: "2024-02-20",
        until: "2024-06-10",
        date: null,
        evidence: ["0000000001-24-000010#I-1", "0000000001-24-000011#I-1"],
        words: null,
        from: null,
      },
    ]);
    expect(splits([...gaps].reverse())).toEqual(splits(gaps));
  });

  test.each([
    ["one insider alone", [gap("10", "1200", "2400"), gap("10", "500", "1000", { line: "trust" })]],
    ["two who file together", [gap("10", "1200", "2400", { owners: ["10", "11"] }), gap("11", "500", "1000")]],
    [
      "windows that do not meet",
      [gap("10", "1200", "2400", { until: "2024-03-01" }), gap("11", "500", "1000", { from: "2024-03-01" })],
    ],
    ["other ratios", [gap("10", "1200", "2400"), gap("11", "500", "1500")]],
    ["a share too many", [gap("10", "1200", "2400"), gap("11", "500", "1001")]],
    ["balances under 100", [gap("10", "1200", "2400"), gap("11", "99", "198")]],
    ["equal balances, as equal grants to a board make them", [gap("10", "1200", "2400"), gap("11", "1200", "2400")]],
  ])("none from %s", (_, gaps) => {
    expect(splits(gaps)).toEqual([]);
  });

  test("a reverse split is told to less than a share", () => {
    const other = gap("11", "2500049", "50000");
    expect(shown([gap("10", "1000030", "20000"), other])).toEqual([["1:50", "2024-01-02", "2024-06-10"]]);
    expect(shown([gap("10", "1000030", "20002"), other])).toEqual([]);
  });

  test("small balances agree with some reverse split by chance: two are not enough, three may be", () => {
    const two = [gap("10", "21190", "1115"), gap("11", "30500", "1605")];
    expect(shown(two)).toEqual([]);
    expect(shown([...two, gap("12", "95000", "5000")]).map(([ratio]) => ratio)).toEqual(["1:19"]);
  });

  test("the row's own trade may have come before or after it", () => {
    const row = { kind: "transaction", acquiredDisposedCode: "D", transactionShares: "300" } as const;
    expect(shown([gap("10", "1000", "1400", { row }), gap("11", "2000", "3700", { row })])).toHaveLength(1);
  });

  test("two splits in turn are not a third one of both", () => {
    const gaps = [
      gap("10", "1000", "5000", { from: "2020-08-01", until: "2020-09-01" }),
      gap("11", "1100", "5500", { from: "2020-08-01", until: "2020-09-01" }),
      gap("12", "1000", "3000", { from: "2022-08-01", until: "2022-09-01" }),
      gap("13", "1100", "3300", { from: "2022-08-01", until: "2022-09-01" }),
      gap("14", "1200", "18000", { from: "2020-01-01", until: "2023-01-01" }),
      gap("15", "1400", "21000", { from: "2020-01-01", until: "2023-01-01" }),
    ];
    expect(shown(gaps).map(([ratio]) => ratio)).toEqual(["5:1", "3:1"]);
  });

  test("the day on which most agree is taken first", () => {
    const gaps = [
      gap("10", "1000", "2000", { from: "2010-01-01", until: "2011-06-01" }),
      gap("11", "1100", "2200", { from: "2011-01-01", until: "2012-12-01" }),
      gap("12", "1300", "2600", { from: "2012-01-01", until: "2012-11-01" }),
      gap("13", "1400", "2800", { from: "2012-02-01", until: "2012-10-01" }),
    ];
    expect(shown(gaps)).toEqual([["2:1", "2012-02-01", "2012-10-01"]]);
  });
});

describe("a split that a note states", () => {
  const notes = { F1: "Reflects a 1-for-50 reverse stock split effected by the Issuer on August 16, 2024." };
  const days = { from: "2024-03-01", until: "2025-03-20" };

  test("0001493152-25-009612: needs one insider, and is of the day that the note says", () => {
    expect(splits([gap("10", "1000030", "20000", { ...days, notes })])).toEqual([
      {
        ratio: { new: "1", old: "50" },
        after: "2024-08-15",
        until: "2024-08-16",
        date: "2024-08-16",
        evidence: ["0000000001-24-000010#I-1"],
        words: "1-for-50 reverse stock split effected by the Issuer on August 16, 2024",
        from: "0000000001-24-000010#F1",
      },
    ]);
  });

  test("the balances of others join it; balances that disagree do not", () => {
    const others = [gap("11", "500", "10", days), gap("12", "50000", "1000", days), gap("13", "50000", "1001", days)];
    const [split, ...more] = splits([gap("10", "1000030", "20000", { ...days, notes }), ...others]);
    expect(split?.evidence).toEqual(["0000000001-24-000010#I-1", "0000000001-24-000012#I-1"]);
    expect(more).toEqual([]);
    expect(splits([gap("10", "1000030", "21000", { ...days, notes })])).toEqual([]);
  });

  test("or the remarks", () => {
    const remarks = "Adjusted to reflect a ten-for-one forward split of the Issuer's common stock.";
    const stated = statedSplits({ filing: { accessionNumber: "0000000001-24-000010", remarks }, notes: {} });
    const [split] = splits([gap("10", "369", "3690")], stated);
    expect(split).toMatchObject({ ratio: { new: "10", old: "1" }, date: null, from: "0000000001-24-000010#remarks" });
    expect(splits([gap("11", "369", "3690")], stated)).toEqual([]);
  });

  test("0000899243-21-044921: or another filing of the issuer that says the day; 34,098,597 × 5 = 170,492,985", () => {
    const note =
      "an option to purchase 26,374,505 shares of common stock, as adjusted to give effect to a five-for-one forward split of the Issuer's common stock in the form of a stock dividend distributed on August 28, 2020.";
    const stated = statedSplits({
      filing: { accessionNumber: "0000899243-21-044921", remarks: null },
      notes: { F30: note },
    });
    const balances = gap("10", "34098597", "170492985", { from: "2020-02-14", until: "2021-11-08" });
    const found = splits([balances], stated);
    expect(found).toMatchObject([
      { ratio: { new: "5", old: "1" }, date: "2020-08-28", after: "2020-08-27", until: "2020-08-28" },
    ]);
    expect(splitReason(balances, found)).toEqual({
      kind: "split",
      words: found[0]?.words,
      from: "0000899243-21-044921#F30",
    });
    expect(splits([gap("10", "34098597", "170492985", { from: "2020-09-01", until: "2021-11-08" })], stated)).toEqual(
      [],
    );
  });
});

test("a split explains a gap that it fits, in its days", () => {
  const found = splits([gap("10", "1200", "2400"), gap("11", "3333", "6666")]);
  expect(splitReason(gap("10", "1200", "2400"), found)).toEqual({
    kind: "split",
    words: null,
    from: "0000000001-24-000011#I-1",
  });
  expect(splitReason(gap("12", "20", "40"), found)?.kind).toBe("split");
  expect(splitReason(gap("12", "1200", "2401"), found)).toBeNull();
  expect(splitReason(gap("12", "1200", "2400", { from: "2024-06-10", until: "2024-09-01" }), found)).toBeNull();
});

test("simple ratios of one balance", () => {
  const of = (before: string, reported: string) =>
    simpleRatios(gap("10", before, reported)).map((ratio) => `${ratio.new}:${ratio.old}`);
  expect(of("1000", "1500")).toEqual(["3:2"]);
  expect(of("1001", "1251")).toEqual(["5:4"]);
  expect(of("1000", "20000")).toEqual(["20:1"]);
  expect(of("12345", "1234")).toEqual(["1:10"]);
  expect(of("1000", "1100")).toEqual([]);
  expect(of("1000", "0")).toEqual([]);
  expect(fitsSplit(gap("10", "1000", "1100"), { new: "11", old: "10" })).toBe(true);
});
