import { expect, it } from "vitest";
import { codeGroups } from "@/lib/record/transaction-codes";
import { markPath } from "./mark-path";

/** Corners of a path made of M, L, H and V. */
const corners = (path: string): [number, number][] => {
  let [x, y] = [0, 0];
  return Array.from(
    path.matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g),
    ([, command, first, second]): [number, number] => {
      if (command === "H") x = Number(first);
      else if (command === "V") y = Number(first);
      else [x, y] = [Number(first), Number(second)];
      return [x, y];
    },
  );
};

const area = (points: [number, number][]): number =>
  Math.abs(
    points.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

it("gives every shape the area of the circle: 3.1416 × 10² = 314", () => {
  for (const { group } of codeGroups) {
    if (group === "grant") continue;
    expect(area(corners(markPath(group, 10))), group).toBeGreaterThan(313);
    expect(area(corners(markPath(group, 10))), group).toBeLessThan(315.5);
  }
});

it("points purchases up and sales down", () => {
  expect(markPath("purchase", 5)).toMatch(/^M0 -/);
  expect(markPath("sale", 5)).toMatch(/^M0 \d/);
});
