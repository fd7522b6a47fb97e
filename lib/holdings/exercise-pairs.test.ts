import { expect, it } from "vitest";
import { rowForTest, saxonRows } from "@/lib/series/row-for-test";
import { exercisePairs, exerciseTotals } from "./exercise-pairs";

it("13,200 options exercised in Table II are the 13,200 shares acquired in Table I", () => {
  const rows = saxonRows().map(({ row }) => row);
  expect([...exercisePairs(rows)]).toEqual([
    ["I-1", "II-1"],
    ["II-1", "I-1"],
  ]);
  expect(exerciseTotals(rows)).toEqual([{ code: "M", underlying: "13200", acquired: "13200", agrees: true }]);
});

it("of two options of 500 shares each the exercise price tells which is which", () => {
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
