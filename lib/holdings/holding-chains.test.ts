import { describe, expect, test } from "vitest";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { holdingChains } from "./holding-chains";
import { inTime } from "./in-time";

type Short = Parameters<typeof rowForTest>[0];

const filing = (month: number, owners: string[], notes: Record<string, string> = {}) =>
  seriesFilingForTest({
    accessionNumber: `0000000001-25-00000${month}`,
    periodOfReport: `2025-0${month}-01`,
    orderedAt: `2025-0${month}-02T21:00:00.000Z`,
    owners,
    notes,
  });

const sold = (month: number, owners: string[], shares: string, held: string, more: Short = {}) =>
  rowForTest(
    {
      transactionCode: "S",
      transactionDate: `2025-0${month}-01`,
      transactionShares: shares,
      acquiredDisposedCode: "D",
      sharesOwnedFollowing: held,
      ...more,
    },
    filing(month, owners),
  );

const balances = (rows: Parameters<typeof holdingChains>[0]) =>
  holdingChains(inTime(rows)).map(({ rows: line }) => line.map(({ row }) => row.sharesOwnedFollowing.value).join(" "));

describe("groups of owners", () => {
  test("an owner who files alone has another line than the same owner filing with a fund", () => {
    expect(balances([sold(1, ["2"], "10", "90"), sold(2, ["2", "3"], "10", "5000")])).toEqual(["90", "5000"]);
  });

  test("a line continues when an owner leaves the group and the balances follow: 1,000 − 250 = 750", () => {
    const rows = [sold(1, ["2", "3"], "10", "1000"), sold(2, ["2"], "250", "750"), sold(3, ["2"], "50", "700")];
    expect(balances(rows)).toEqual(["1000 750 700"]);
  });

  test("and when the group comes back, both continue as one", () => {
    const rows = [sold(1, ["2", "3"], "10", "1000"), sold(2, ["2"], "250", "750"), sold(3, ["2", "3"], "50", "700")];
    expect(balances(rows)).toEqual(["1000 750 700"]);
  });

  test("groups without a common owner are never one line, even if the balances follow", () => {
    expect(balances([sold(1, ["2"], "10", "1000"), sold(2, ["3"], "250", "750")])).toEqual(["1000", "750"]);
  });

  test("direct holdings of two owners on one filing are distinguished by their notes", () => {
    const joint = filing(1, ["2", "3"], { F1: "Held by A.", F2: "Held by B LP." });
    const direct = (line: number, held: string, note: string) =>
      rowForTest({ kind: "holding", line, sharesOwnedFollowing: held, directOrIndirect: ["D", note] }, joint);
    expect(balances([direct(1, "100", "F1"), direct(2, "9000", "F2")])).toEqual(["100", "9000"]);
  });
});

describe("a filing that lists its trades newest first", () => {
  const twice = (month: number, owners: string[]) => [
    sold(month, owners, "50", "700", { line: 1 }),
    sold(month, owners, "250", "750", { line: 2 }),
  ];

  test("continues the line of another group if its first trade does: 1,000 − 250 = 750", () => {
    expect(balances([sold(1, ["2", "3"], "10", "1000"), ...twice(2, ["2"])])).toEqual(["1000 700 750"]);
    expect(balances([sold(1, ["2", "3"], "10", "990"), ...twice(2, ["2"])])).toEqual(["990", "700 750"]);
  });

  test("is continued from the end of its last trade: 700 − 100 = 600, not 750 − 100", () => {
    expect(balances([...twice(1, ["2", "3"]), sold(2, ["2"], "100", "600")])).toEqual(["700 750 600"]);
    expect(balances([...twice(1, ["2", "3"]), sold(2, ["2"], "100", "650")])).toEqual(["700 750", "650"]);
  });

  test("continues a line with a similar title in the same way", () => {
    const renamed = { securityTitle: "Class A Common Stock" };
    const rows = [
      sold(2, ["2"], "50", "700", { line: 1, ...renamed }),
      sold(2, ["2"], "250", "750", { line: 2, ...renamed }),
    ];
    expect(balances([sold(1, ["2"], "10", "1000"), ...rows])).toEqual(["1000 700 750"]);
  });

  test("begins a new line if a balance between its trades equals another's by chance", () => {
    const rows = [
      sold(2, ["2"], "50", "50", { line: 1 }),
      sold(2, ["2"], "50", "0", { line: 2 }),
      sold(2, ["2"], "30", "30", { line: 3, transactionCode: "P", acquiredDisposedCode: "A" }),
    ];
    expect(balances([sold(1, ["2", "3"], "10", "0"), ...rows])).toEqual(["0", "50 0 30"]);
  });

  test("begins a new line if two of its trades follow from two lines", () => {
    const rows = [
      sold(2, ["2"], "1", "9", { line: 1 }),
      sold(2, ["2"], "250", "750", { line: 2 }),
      sold(2, ["2"], "250", "350", { line: 3 }),
    ];
    const before = [sold(1, ["2", "3"], "10", "1000"), sold(1, ["2", "4"], "10", "600", { line: 2 })];
    expect(balances([...before, ...rows])).toEqual(["1000", "600", "9 750 350"]);
  });
});

describe("titles", () => {
  test("a longer title for the same security is one line if the balance follows exactly from that line and no other", () => {
    const renamed = { securityTitle: "Class A Common Stock" };
    expect(balances([sold(1, ["2"], "10", "1000"), sold(2, ["2"], "250", "750", renamed)])).toEqual(["1000 750"]);
    expect(balances([sold(1, ["2"], "10", "1000"), sold(2, ["2"], "250", "740", renamed)])).toEqual(["1000", "740"]);
    expect(
      balances([sold(1, ["2"], "10", "1000"), sold(2, ["2"], "250", "750", { securityTitle: "Ordinary Shares" })]),
    ).toEqual(["1000", "750"]);
  });

  test("two titles in one filing are two securities", () => {
    const both = [
      sold(2, ["2"], "250", "750", { line: 1 }),
      sold(2, ["2"], "250", "750", { line: 2, securityTitle: "Class A Common Stock" }),
    ];
    expect(balances([sold(1, ["2"], "10", "1000"), ...both])).toEqual(["1000 750", "750"]);
  });

  test("nothing continues from a balance of zero", () => {
    const fresh = sold(2, ["2"], "0", "0", { securityTitle: "Class A Common Stock" });
    expect(balances([sold(1, ["2"], "10", "0"), fresh])).toEqual(["0", "0"]);
  });
});

describe("a line that another group of owners continues", () => {
  test("may have a fraction: 1,000.4 − 100 is 900 to less than one share", () => {
    expect(balances([sold(1, ["2", "3"], "10", "1000.4"), sold(2, ["2"], "100", "900")])).toEqual(["1000.4 900"]);
  });

  test("may begin again from zero", () => {
    const bought = sold(2, ["2"], "50", "50", { transactionCode: "P", acquiredDisposedCode: "A" });
    expect(balances([sold(1, ["2", "3"], "10", "0"), bought])).toEqual(["0 50"]);
  });
});
