import { expect, it } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { holdingLines as linesOf } from "./holding-panels";
import { monthsBefore, sparkline } from "./sparkline";

const trade = (date: string, code: string, letter: "A" | "D", shares: string, balance: string, line = 1) =>
  rowForTest(
    {
      line,
      transactionCode: code,
      transactionDate: date,
      transactionShares: shares,
      acquiredDisposedCode: letter,
      sharesOwnedFollowing: balance,
    },
    seriesFilingForTest({ accessionNumber: `0000000001-25-${date}` }),
  );

const lineOf = (...rows: ReturnType<typeof trade>[]) => {
  const [line] = linesOf(derivedRows(rows));
  if (!line) throw new Error("no line");
  return line;
};

it("begins at the balance before its 24 months and ends at the last report, on its own scale", () => {
  const line = lineOf(
    trade("2020-01-10", "P", "A", "100", "100"),
    trade("2024-06-12", "P", "A", "100", "200"),
    trade("2024-12-12", "S", "D", "50", "150"),
  );
  expect(sparkline(line, "2025-06-12")).toMatchObject({
    start: { at: 0, level: 0 },
    first: "100",
    last: "150",
    asOf: "2024-12-12",
    end: { level: 0.5 },
    steps: [
      { from: 0, to: 1, group: "purchase" },
      { from: 1, to: 0.5, group: "sale" },
    ],
  });
});

it("draws the reports of one day as one step, in the colour of the larger change", () => {
  const line = lineOf(
    trade("2025-01-10", "P", "A", "10", "10"),
    trade("2025-02-10", "M", "A", "100", "110", 1),
    trade("2025-02-10", "S", "D", "30", "80", 2),
  );
  expect(sparkline(line, "2025-06-12")?.steps.map(({ group }) => group)).toEqual(["purchase", "exercise"]);
});

it("is absent if there is no report in the 24 months", () => {
  expect(sparkline(lineOf(trade("2020-01-10", "P", "A", "100", "100")), "2025-06-12")).toBeNull();
});

it("counts months back to the last day of a shorter month", () => {
  expect(monthsBefore("2024-02-29", 12)).toBe("2023-02-28");
  expect(monthsBefore("2025-06-12", 24)).toBe("2023-06-12");
});
