import { describe, expect, it } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { saxonRows } from "@/testing/row-for-test";
import { drawnSteps } from "./holding-days";
import { holdingLines } from "./holding-panels";
import type { HoldingPoint } from "./holding-points";

type Move = Pick<HoldingPoint, "day" | "before" | "start" | "balance" | "group">;

const [saxon] = holdingLines(derivedRows(saxonRows()));
const point = saxon?.points[0];
if (!point) throw new Error("the line has points");
const points = (moves: Move[]): HoldingPoint[] => moves.map((move) => ({ ...point, ...move }));
const wholeYears = { from: 0, to: 2000 };

const levels = (risers: { from: number; to: number; group: string | null }[] | null) =>
  risers?.map(({ from, to, group }) => [from, to, group]);

describe("a day of a long span", () => {
  it("is one riser from the balance before to the balance after: 154,377 + 13,200 − 5,688 − 1,975 = 159,914", () => {
    const { start, net, walk } = drawnSteps(saxon?.points ?? [], null, { from: point.day - 2000, to: point.day });
    expect(start).toEqual({ at: point.day, level: 154_377 });
    expect(levels(net)).toEqual([[154_377, 159_914, "exercise"]]);
    expect(walk).toBeNull();
  });

  it("is not drawn if it leaves the balance as it was: 100 + 50 − 50", () => {
    const moves = points([
      { day: 10, before: 100, start: 100, balance: 150, group: "exercise" },
      { day: 10, before: 150, start: 150, balance: 100, group: "sale" },
    ]);
    expect(drawnSteps(moves, 100, wholeYears).net).toEqual([]);
  });

  it("has the colour of the rows that account for most of it: of −60, 20 was given and 90 sold, after 50 came in", () => {
    const moves = points([
      { day: 10, before: 100, start: 100, balance: 150, group: "exercise" },
      { day: 10, before: 150, start: 150, balance: 130, group: "gift" },
      { day: 10, before: 130, start: 130, balance: 85, group: "sale" },
      { day: 10, before: 85, start: 85, balance: 40, group: "sale" },
    ]);
    expect(levels(drawnSteps(moves, 100, wholeYears).net)).toEqual([[100, 40, "sale"]]);
  });

  it("begins with what no row explains: 35,590 + 412 + 18,200 = 54,202", () => {
    const moves = points([{ day: 10, before: 35_590, start: 36_002, balance: 54_202, group: "exercise" }]);
    expect(levels(drawnSteps(moves, 35_590, wholeYears).net)).toEqual([
      [35_590, 36_002, null],
      [36_002, 54_202, "exercise"],
    ]);
  });

  it("takes in an earlier day that the form lists after it, so that no line runs back in time: 100 − 20 − 30 = 50", () => {
    const moves = points([
      { day: 10, before: 100, start: 100, balance: 80, group: "sale" },
      { day: 4, before: 80, start: 80, balance: 50, group: "sale" },
    ]);
    expect(drawnSteps(moves, 100, wholeYears).net).toEqual([{ at: 10, from: 100, to: 50, group: "sale" }]);
  });

  it("never goes beyond the balance after it: of a gap of +30 and a sale of 20, +10 is unexplained", () => {
    const moves = points([{ day: 10, before: 100, start: 130, balance: 110, group: "sale" }]);
    expect(levels(drawnSteps(moves, 100, wholeYears).net)).toEqual([[100, 110, null]]);
  });
});

it("a span of thirty years has at most one riser for each pixel, not one for each of 3,000 days", () => {
  const moves = points(
    Array.from({ length: 3000 }, (_, index) => ({
      day: index * 3,
      before: 100 + index,
      start: 100 + index,
      balance: 101 + index,
      group: "purchase" as const,
    })),
  );
  const { net } = drawnSteps(moves, 100, { from: 0, to: 9000 });
  expect(net.length).toBeLessThanOrEqual(1_125);
  expect(net.at(-1)?.to).toBe(3_100);
});

it("a day of a short span shows each change within its own width, in filing order and never back in time", () => {
  const { walk } = drawnSteps(saxon?.points ?? [], null, { from: point.day - 100, to: point.day });
  expect(levels(walk)).toEqual([
    [154_377, 167_577, "exercise"],
    [167_577, 161_889, "sale"],
    [161_889, 159_914, "sale"],
  ]);
  const times = walk?.map(({ at }) => at) ?? [];
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBe(point.day);
  expect(Math.min(...times)).toBeGreaterThan(point.day - 1);
});
