import { expect, it } from "vitest";
import { endLabels, endWords } from "./end-labels";

const at = (level: number, place = 1) => ({ label: "direct", at: place, level });

it("keeps labels 30 px apart and above the floor, and joins those that moved to their lines", () => {
  // 100 and 102 are too close: the floor is 130 − 8 = 122, and 122 − 30 = 92.
  const labels = endLabels([at(100), at(102), at(20)], 130);
  expect(labels.map(({ top, isMoved }) => [top, isMoved])).toEqual([
    [92, true],
    [122, true],
    [20, false],
  ]);
});

it("does not move labels of lines that end at different times", () => {
  const labels = endLabels([at(100), at(102, 0.2)], 176);
  expect(labels.map(({ top, side, isMoved }) => [top, side, isMoved])).toEqual([
    [100, "right", false],
    [102, "right", false],
  ]);
});

it("keeps a label inside the plot off the baseline: the name under the balance needs 18 px", () => {
  expect(endLabels([at(176, 0.2)], 176)[0]?.top).toBe(158);
  expect(endLabels([at(176)], 176)[0]?.top).toBe(168);
});

it("puts a label to the left of an end that is near the right edge of the plot, above its line", () => {
  expect(endLabels([at(100, 0.9)], 176)).toMatchObject([{ side: "left", top: 80 }]);
});

it("drops words from the left, and never cuts a word", () => {
  expect(endWords(["by the Roelof and Huifen Botha Family Trust", "direct"])).toEqual(["Botha Family Trust", "direct"]);
  expect(endWords(["Grantor-Retained-Annuity-Trust"])).toEqual(["Grantor-Retained-Annuity-Trust"]);
});

it("begins labels that would look the same at the first word that differs", () => {
  const funds = ["by Sequoia Growth Fund III Principals Holdings", "by Sequoia Venture Fund III Principals Holdings"];
  expect(endWords(funds)).toEqual(["Growth Fund III", "Venture Fund III"]);
});
