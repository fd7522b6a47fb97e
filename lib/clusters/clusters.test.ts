import { describe, expect, test } from "vitest";
import { DEFAULT_CLUSTER_RULE } from "./cluster-rule";
import { type CountedRow, clusters } from "./clusters";

let made = 0;

/** A purchase of 100 shares at $10 by the owner with this CIK. */
function bought(owner: string | string[], date: string, over: Partial<CountedRow> = {}): CountedRow {
  made += 1;
  return {
    rowKey: `0000000008-20-${String(made).padStart(6, "0")}#I-1`,
    tableNumber: "I",
    transactionCode: "P",
    acquiredDisposedCode: "A",
    date,
    shares: "100",
    price: "10",
    currency: null,
    underPlan: false,
    owners: [owner].flat().map((cik) => ({ cik, name: `Owner ${cik}` })),
    event: null,
    ...over,
  };
}

const rule = DEFAULT_CLUSTER_RULE;
const spans = (rows: CountedRow[], over: Partial<typeof rule> = {}) =>
  clusters(rows, { ...rule, ...over }).map(({ from, to, insiders }) => [from, to, insiders.length]);

describe("a cluster", () => {
  const three = [bought("1", "2025-04-01"), bought("2", "2025-04-09"), bought("3", "2025-05-01")];

  test("is three insiders who bought within 30 days", () => {
    expect(spans(three)).toEqual([["2025-04-01", "2025-05-01", 3]]);
    expect(spans(three, { days: 29 })).toEqual([]);
    expect(spans(three, { insiders: 4 })).toEqual([]);
    expect(spans(three.slice(1))).toEqual([]);
  });

  test("is of sales if the rule says so, and never of both", () => {
    const sold = three.map((row) => ({ ...row, transactionCode: "S", acquiredDisposedCode: "D" }));
    expect(spans([...three, ...sold.slice(1)], { code: "S" })).toEqual([]);
    expect(clusters([...three, ...sold], { ...rule, code: "S" })).toMatchObject([
      { code: "S", insiders: [{}, {}, {}], trades: sold.map(({ rowKey }) => ({ rowKey, transactionCode: "S" })) },
    ]);
    expect(spans(sold)).toEqual([]);
  });

  test("is not three purchases by one insider", () => {
    expect(spans(["2025-04-01", "2025-04-02", "2025-04-03"].map((date) => bought("1", date)))).toEqual([]);
  });

  test("has exact sums, for each insider and in total", () => {
    const [cluster] = clusters(
      [
        bought("1", "2025-04-01", { shares: "100", price: "0.1" }),
        bought("2", "2025-04-02", { shares: "200", price: "0.2" }),
        bought("1", "2025-04-03", { shares: "7.5", price: "0.3", owners: [{ cik: "1", name: "Renamed" }] }),
        bought("3", "2025-04-04", { shares: "1000", price: null }),
      ],
      rule,
    );
    expect(cluster).toMatchObject({
      from: "2025-04-01",
      to: "2025-04-04",
      shares: "1307.5",
      value: "52.25",
      valueMissing: 1,
      averagePrice: "0.169919",
      insiders: [
        { owners: ["2"], names: ["Owner 2"], shares: "200", value: "40", valueMissing: 0 },
        { owners: ["1"], names: ["Renamed"], shares: "107.5", value: "12.25", valueMissing: 0 },
        { owners: ["3"], names: ["Owner 3"], shares: "1000", value: null, valueMissing: 1 },
      ],
    });
    expect(cluster?.trades.map(({ date }) => date)).toEqual(["2025-04-01", "2025-04-02", "2025-04-03", "2025-04-04"]);
  });

  test("reaches the minimum value; a price in another currency adds nothing", () => {
    expect(spans(three, { floor: "3000" })).toHaveLength(1);
    expect(spans(three, { floor: "3000.01" })).toEqual([]);
    const [inEuros] = clusters(
      three.map((row) => ({ ...row, currency: "EUR" })),
      rule,
    );
    expect(inEuros).toMatchObject({ shares: "300", value: null, valueMissing: 3, averagePrice: null });
  });

  test("includes plan trades, unless the rule leaves them out", () => {
    const planned = three.map((row, n) => ({ ...row, underPlan: n === 1 }));
    expect(spans(planned)).toHaveLength(1);
    expect(spans(planned, { plan: false })).toEqual([]);
  });

  test.each([
    ["in Table II", { tableNumber: "II" }],
    ["of another code", { transactionCode: "A" }],
    ["marked disposed of", { acquiredDisposedCode: "D" }],
    ["without a date", { date: null }],
    ["of a day that is none", { date: "2025-02-30" }],
  ] as const)("contains no row %s", (_, over) => {
    expect(spans([...three.slice(0, 2), bought("3", "2025-04-10", over)])).toEqual([]);
  });
});

describe("counts owners who file together as one insider", () => {
  test("in one filing", () => {
    const fund = bought(["7", "1"], "2025-04-02");
    expect(spans([bought("1", "2025-04-01"), fund, bought("2", "2025-04-03")])).toEqual([]);
    const [cluster] = clusters(
      [bought("1", "2025-04-01"), fund, bought("2", "2025-04-03"), bought("3", "2025-04-04")],
      rule,
    );
    expect(cluster?.insiders).toHaveLength(3);
    expect(cluster?.insiders[0]).toMatchObject({ owners: ["1", "7"], names: ["Owner 1", "Owner 7"], value: "2000" });
  });

  test("in one event", () => {
    const event = { counted: "x#I-1", filings: ["x", "y"], owners: ["2", "9"] };
    const rows = [bought("1", "2025-04-01"), bought("2", "2025-04-02", { event }), bought("9", "2025-04-03")];
    expect(spans(rows)).toEqual([]);
  });

  test("in any of the purchases, and also through others", () => {
    const before = [bought(["1", "2"], "2020-01-01"), bought(["2", "3"], "2021-01-01")];
    const rows = ["1", "2", "3"].map((cik) => bought(cik, "2025-04-01"));
    expect(spans(rows)).toHaveLength(1);
    expect(spans([...before, ...rows])).toEqual([]);
  });

  test("identifies an owner without a CIK by name", () => {
    const named = (name: string) => bought("", "2025-04-01", { owners: [{ cik: null, name }] });
    expect(spans([named("Saxon"), named("Smith"), named("Smith")])).toEqual([]);
    expect(spans([named("Saxon"), named("Smith"), named("Alder")])).toEqual([["2025-04-01", "2025-04-01", 3]]);
  });
});

describe("clusters do not overlap", () => {
  test("the one with the most insiders comes first, and the rest before and after it is searched separately", () => {
    const rows = [
      ...["1", "2", "3"].map((cik) => bought(cik, "2025-01-01")),
      ...["1", "2", "3", "4"].map((cik) => bought(cik, "2025-01-20")),
      ...["1", "2", "3"].map((cik) => bought(cik, "2025-02-10")),
      bought("4", "2025-01-25"),
      bought("5", "2025-02-15"),
    ];
    // January 20 to February 15 has five insiders; the purchases before it are a cluster of their own.
    expect(spans(rows)).toEqual([
      ["2025-01-01", "2025-01-01", 3],
      ["2025-01-20", "2025-02-15", 5],
    ]);
  });

  test("with equal insiders the larger value wins, then the earlier date", () => {
    const day = (date: string, price = "10") => ["1", "2", "3"].map((cik) => bought(cik, date, { price }));
    const rows = [...day("2025-01-01"), ...day("2025-01-25"), ...day("2025-02-20")];
    expect(spans(rows)).toEqual([
      ["2025-01-01", "2025-01-25", 3],
      ["2025-02-20", "2025-02-20", 3],
    ]);
    expect(spans([...day("2025-01-01"), ...day("2025-01-25"), ...day("2025-02-20", "11")])).toEqual([
      ["2025-01-01", "2025-01-01", 3],
      ["2025-01-25", "2025-02-20", 3],
    ]);
  });

  test("no cluster reaches across another", () => {
    const around = [bought("8", "2025-03-01"), bought("9", "2025-03-01"), bought("7", "2025-03-10")];
    const inside = ["1", "2", "3", "4"].map((cik) => bought(cik, "2025-03-05"));
    expect(spans([...around, ...inside], { days: 7 })).toEqual([["2025-03-01", "2025-03-05", 6]]);
  });

  test("the order of the rows does not matter", () => {
    const rows = Array.from({ length: 60 }, (_, n) =>
      bought(String(n % 7), `2025-0${1 + (n % 6)}-${String(1 + ((n * 11) % 28)).padStart(2, "0")}`),
    );
    const found = clusters(rows, rule);
    const shuffled = rows.map((row, n) => ({ row, at: (n * 37) % 61 })).sort((a, b) => a.at - b.at);
    expect(found.length).toBeGreaterThan(1);
    expect(
      clusters(
        shuffled.map(({ row }) => row),
        rule,
      ),
    ).toEqual(found);
  });
});

test("a board that buys every day for years makes many clusters that share no purchase", () => {
  const rows = Array.from({ length: 5000 }, (_, n) =>
    bought(String(n % 9), new Date(n * 86_400_000).toISOString().slice(0, 10)),
  );
  const found = clusters(rows, { ...rule, days: 10 });
  expect(found.length).toBeGreaterThan(100);
  const inClusters = found.flatMap(({ trades }) => trades.map(({ rowKey }) => rowKey));
  expect(new Set(inClusters).size).toBe(inClusters.length);
});
