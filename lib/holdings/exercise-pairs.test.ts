import { expect, it } from "vitest";
import { rowId } from "@/lib/record/reported-row";
import { rowForTest, saxonRows } from "@/testing/row-for-test";
import { exercisePairs, exercises, exerciseTotals } from "./exercise-pairs";

it("13,200 options exercised in Table II are the 13,200 shares acquired in Table I", () => {
  const rows = saxonRows().map(({ row }) => row);
  expect([...exercisePairs(rows)]).toEqual([
    ["I-1", "II-1"],
    ["II-1", "I-1"],
  ]);
  expect(exerciseTotals(rows)).toEqual([{ code: "M", underlying: "13200", acquired: "13200", agrees: true }]);
});

it("of two options on 500 shares each, the exercise price decides", () => {
  const shares = (line: number, pricePerShare: string) =>
    rowForTest({ line, transactionCode: "M", transactionShares: "500", acquiredDisposedCode: "A", pricePerShare }).row;
  const option = (line: number, conversionOrExercisePrice: string) =>
    rowForTest({
      tableNumber: "II",
      line,
      transactionCode: "M",
      transactionShares: "500",
      acquiredDisposedCode: "D",
      conversionOrExercisePrice,
    }).row;
  const pairs = exercisePairs([shares(1, "20"), shares(2, "10"), option(1, "10.00"), option(2, "20.00")]);
  expect(pairs.get("I-1")).toBe("II-2");
  expect(pairs.get("I-2")).toBe("II-1");
});

const ids = (rows: Parameters<typeof exercises>[0]) =>
  exercises(rows).map(({ shares, derivatives }) => [shares.map(rowId), derivatives.map(rowId)]);

it("two series of preferred stock that became one line of common stock are one conversion: 300 + 200 = 500", () => {
  const preferred = (line: number, transactionShares: string) =>
    rowForTest({ tableNumber: "II", line, transactionCode: "C", transactionShares, acquiredDisposedCode: "D" }).row;
  const common = rowForTest({ transactionCode: "C", transactionShares: "500", acquiredDisposedCode: "A" }).row;
  expect(ids([common, preferred(1, "300"), preferred(2, "200")])).toEqual([[["I-1"], ["II-1", "II-2"]]]);
  expect(ids([common, preferred(1, "300"), preferred(2, "201")])).toEqual([]);
  expect(exercisePairs([common, preferred(1, "300"), preferred(2, "200")]).size).toBe(0);
});

it("units converted into other units do not count: the row that was disposed of does", () => {
  const unit = (line: number, acquiredDisposedCode: string) =>
    rowForTest({ tableNumber: "II", line, transactionCode: "M", transactionShares: "500", acquiredDisposedCode }).row;
  const shares = rowForTest({ transactionCode: "M", transactionShares: "500", acquiredDisposedCode: "A" }).row;
  expect(ids([shares, unit(1, "A"), unit(2, "D")])).toEqual([[["I-1"], ["II-2"]]]);
});

it("rows of another day or code are another exercise", () => {
  const shares = rowForTest({ transactionDate: "2025-03-03", transactionCode: "M", transactionShares: "500" }).row;
  const option = (transactionDate: string, transactionCode: string) =>
    rowForTest({ tableNumber: "II", transactionDate, transactionCode, transactionShares: "500" }).row;
  expect(ids([shares, option("2025-03-04", "M")])).toEqual([]);
  expect(ids([shares, option("2025-03-03", "C")])).toEqual([]);
  expect(ids([shares, option("2025-03-03", "M")])).toHaveLength(1);
});
