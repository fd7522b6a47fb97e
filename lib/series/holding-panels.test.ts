import { describe, expect, it } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, saxonRows, seriesFilingForTest } from "@/testing/row-for-test";
import { holdingPanels, lineOfRow, holdingLines as linesOf } from "./holding-panels";

const holdingLines = (rows: Parameters<typeof linesOf>[0]) => linesOf(derivedRows(rows));

const domain = { from: "2024-01-01", to: "2024-12-31" };

const trade = (month: number, code: string, letter: "A" | "D", shares: string, balance: string, more = {}) =>
  rowForTest(
    {
      transactionCode: code,
      transactionDate: `2024-${String(month).padStart(2, "0")}-10`,
      transactionShares: shares,
      acquiredDisposedCode: letter,
      sharesOwnedFollowing: balance,
      ...more,
    },
    seriesFilingForTest({
      accessionNumber: `0000000001-24-0000${String(month).padStart(2, "0")}`,
      periodOfReport: `2024-${String(month).padStart(2, "0")}-10`,
    }),
  );

describe("steps", () => {
  it("rise by each row's own change: 154,377 + 13,200 − 5,688 − 1,975 = 159,914", () => {
    const [line] = holdingLines(saxonRows());
    expect(
      line?.points.map(({ before, start, balance, group, check }) => [before, start, balance, group, check?.state]),
    ).toEqual([
      [null, 154_377, 167_577, "exercise", "first"],
      [167_577, 167_577, 161_889, "sale", "consistent"],
      [161_889, 161_889, 159_914, "sale", "consistent"],
    ]);
  });

  it("separate what no row explains: 35,590 to 36,002 before 18,200 are added", () => {
    const [line] = holdingLines([trade(2, "S", "D", "7500", "35590"), trade(3, "M", "A", "18200", "54202")]);
    expect(line?.points[1]).toMatchObject({
      before: 35_590,
      start: 36_002,
      balance: 54_202,
      check: { state: "gap", expected: "53790", difference: "412" },
      unexplained: "412",
    });
  });

  it("ignore the rounding of fractions", () => {
    const [line] = holdingLines([trade(2, "P", "A", "10.5", "100.5"), trade(3, "P", "A", "10", "111")]);
    expect(line?.points[1]).toMatchObject({ before: 100.5, start: 100.5, unexplained: null });
  });

  it("have no colour for a holding", () => {
    const holding = rowForTest(
      { kind: "holding", sharesOwnedFollowing: "120" },
      seriesFilingForTest({ accessionNumber: "0000000001-24-000009", periodOfReport: "2024-09-01" }),
    );
    const [line] = holdingLines([trade(2, "P", "A", "10", "100"), holding]);
    expect(line?.points[1]).toMatchObject({ before: 100, start: 120, balance: 120, group: null, unexplained: "20" });
  });
});

describe("the view", () => {
  const rows = [trade(2, "P", "A", "10", "100"), trade(6, "P", "A", "10", "110")];

  it("begins at the last known level and ends at the last report", () => {
    const [panel] = holdingPanels(holdingLines(rows), { from: "2024-04-01", to: "2024-12-31" }).panels;
    expect(panel?.lines[0]).toMatchObject({ entersAt: 100, endsAt: { balance: 110, isLastReport: true } });
    expect(panel?.lines[0]?.points).toHaveLength(1);
  });

  it("continues to the right edge if there are later reports", () => {
    const [panel] = holdingPanels(holdingLines(rows), { from: "2024-01-01", to: "2024-04-01" }).panels;
    expect(panel?.lines[0]?.endsAt).toMatchObject({ balance: 100, isLastReport: false });
  });

  it("leaves out a line whose last report is earlier", () => {
    expect(holdingPanels(holdingLines(rows), { from: "2024-07-01", to: "2024-12-31" }).panels).toEqual([]);
  });
});

describe("panels", () => {
  it("never put two securities on one axis, and split after four lines", () => {
    const vehicles = ["A", "B", "C", "D"].map((name, index) =>
      trade(3, "P", "A", "1", "2", { line: index + 2, directOrIndirect: "I", natureOfOwnership: `Fund ${name}` }),
    );
    const rows = [
      trade(3, "P", "A", "1", "9"),
      ...vehicles,
      trade(3, "P", "A", "1", "5", { line: 9, securityTitle: "Class B Common Stock" }),
      trade(3, "A", "A", "1", "7", { line: 1, tableNumber: "II", securityTitle: "Restricted Stock Units" }),
    ];
    const { panels } = holdingPanels(holdingLines(rows), domain);
    expect(panels.map(({ title, lines }) => [title, lines.length])).toEqual([
      ["Common Stock", 4],
      ["Common Stock", 1],
      ["Class B Common Stock", 1],
      ["Derivatives", 1],
    ]);
    expect(panels[0]?.lines[0]?.label).toBe("direct");
  });

  it("put lines under 5 % of the largest in a separate panel: of 1,000,000, 49,000 is, 60,000 is not", () => {
    const held = (line: number, balance: string, nature: string) =>
      trade(3, "P", "A", "1", balance, { line, directOrIndirect: "I", natureOfOwnership: nature });
    const rows = [
      trade(3, "P", "A", "1", "49000", { line: 1 }),
      held(2, "1000000", "Fund A"),
      held(3, "60000", "Fund B"),
      trade(3, "S", "D", "10", "0", { line: 4, directOrIndirect: "I", natureOfOwnership: "Fund C" }),
    ];
    const { panels } = holdingPanels(holdingLines(rows), domain);
    expect(panels.map(({ isSmaller, lines }) => [isSmaller, lines.map(({ label }) => label)])).toEqual([
      [false, ["Fund A", "Fund B"]],
      [true, ["direct"]],
      [true, ["Fund C"]],
    ]);
  });

  it("number two funds that have no name but 'a fund' and begin on the same day", () => {
    const fund = (month: number, line: number) =>
      rowForTest(
        {
          kind: "holding",
          line,
          sharesOwnedFollowing: String(100 * line),
          directOrIndirect: "I",
          natureOfOwnership: ["By Fund", `F${line}`],
        },
        seriesFilingForTest({
          accessionNumber: `0000000001-24-00000${month}`,
          periodOfReport: `2024-0${month}-10`,
          notes: { F1: "See Exhibit 99.1.", F2: "See Exhibit 99.2." },
        }),
      );
    const labels = (rows: Parameters<typeof linesOf>[0]) =>
      holdingPanels(holdingLines(rows), domain).panels.flatMap(({ lines }) => lines.map(({ label }) => label));
    expect(labels([fund(3, 1), fund(3, 2)]).toSorted()).toEqual(["by Fund, no. 1", "by Fund, no. 2"]);
  });

  it("add up the grants of a title if there are more than four: 10 + 20 + 30 + 40 + 50 = 150, less 20 = 130", () => {
    const grants = [10, 20, 30, 40, 50].map((shares, index) =>
      trade(index + 1, "A", "A", String(shares), String(shares), {
        tableNumber: "II",
        securityTitle: "Stock Option",
        conversionOrExercisePrice: `1${index}`,
        expirationDate: "2034-01-01",
      }),
    );
    const exercise = trade(8, "M", "D", "20", "0", {
      tableNumber: "II",
      securityTitle: "Stock Option",
      conversionOrExercisePrice: "11",
      expirationDate: "2034-01-01",
    });
    const { panels, addedUp } = holdingPanels(holdingLines([...grants, exercise]), domain);
    expect(addedUp).toEqual(["Stock Option"]);
    expect(panels[0]?.lines).toHaveLength(1);
    expect(panels[0]?.lines[0]?.points.map(({ balance }) => balance)).toEqual([10, 30, 60, 100, 150, 130]);
    expect(panels[0]?.lines[0]?.points.at(-1)).toMatchObject({ before: 150, start: 150, group: "exercise" });
  });
});

describe("grants that are added up", () => {
  const grant = (month: number, price: string, balance: string, expires: string, more = {}) =>
    trade(month, "A", "A", balance, balance, {
      tableNumber: "II",
      securityTitle: "Stock Option",
      conversionOrExercisePrice: price,
      expirationDate: expires,
      ...more,
    });

  it("lose a grant on its last day, whether or not a report says so: 150 − 20 = 130", () => {
    const grants = [10, 20, 30, 40, 50].map((shares, index) =>
      grant(index + 1, `1${index}`, String(shares), shares === 20 ? "2024-07-01" : "2034-01-01"),
    );
    const later = grant(9, "19", "7", "2034-01-01");
    const [panel] = holdingPanels(holdingLines([...grants, later]), domain).panels;
    const points = panel?.lines[0]?.points ?? [];
    expect(points.map(({ balance }) => balance)).toEqual([10, 30, 60, 100, 150, 130, 137]);
    expect(points[5]).toMatchObject({
      date: "2024-07-01",
      group: null,
      gap: { label: "20 expired by its terms" },
      unexplained: "-20",
    });
  });

  it("say so if a grant is already owned when first reported", () => {
    const grants = [1, 2, 3, 4].map((index) => grant(index, `1${index}`, "10", "2034-01-01"));
    const held = grant(6, "30", "48000", "2034-01-01", {
      kind: "holding",
      transactionCode: null,
      transactionDate: null,
    });
    const [panel] = holdingPanels(holdingLines([...grants, held]), domain).panels;
    expect(panel?.lines[0]?.points.at(-1)?.gap?.label).toBe("48,000 first reported");
  });
});

it("name what no row explains, with its reason", () => {
  const [line] = holdingLines([trade(2, "S", "D", "7500", "35590"), trade(3, "M", "A", "18200", "54202")]);
  expect(line?.points[1]?.gap).toMatchObject({ label: "+412 unexplained", reason: null });
});

it("finds the line of a row, and none for a row without a balance", () => {
  const lines = holdingLines(saxonRows());
  expect(lineOfRow(lines, "0000000002-13-000001#I-2")?.label).toBe("direct");
  expect(lineOfRow(lines, "0000000002-13-000001#II-1")).toBeNull();
});
