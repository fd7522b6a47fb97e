import { expect, it } from "vitest";
import { levelAxis, sharedAxis } from "./level-axis";

it("ends at the next round number over the line: 412,000 needs 450,000, not 600,000", () => {
  expect(levelAxis(412_000, 176).ticks).toEqual([0, 150_000, 300_000, 450_000]);
  expect(levelAxis(684_741, 176).ticks).toEqual([0, 250_000, 500_000, 750_000]);
  expect(levelAxis(47_432, 176).ticks).toEqual([0, 25_000, 50_000]);
  expect(levelAxis(400_000, 176).top).toBe(400_000);
});

it("fills at least three quarters of the plot with any line, and has three to five ticks", () => {
  for (let highest = 1; highest < 1e7; highest = Math.ceil(highest * 1.07)) {
    for (const height of [100, 176]) {
      const { top, ticks, y } = levelAxis(highest, height);
      expect(highest / top).toBeGreaterThan(height === 100 ? 0.66 : 0.75);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect([y(0), y(top)]).toEqual([height, 0]);
    }
  }
});

it("has one tick for a line that is always 0", () => {
  expect(levelAxis(0, 100).ticks).toEqual([0]);
});

it("leaves no room for a side with nothing on it: sales of $3.6M reach the foot of the plot from its top", () => {
  const { ticks, y } = sharedAxis(0, 3_600_000, 264);
  expect([y(0), y(-3_600_000)]).toEqual([0, 264]);
  expect(ticks).toEqual([-3_000_000, -2_000_000, -1_000_000, 0]);
});

it("has at most four ticks on a low plot and five on a high one", () => {
  // Steps of 1 would be eight; of 2 they are 0, 2, 4 and 6 below, and none above.
  expect(sharedAxis(100_000, 7_800_000, 104).ticks).toEqual([-6_000_000, -4_000_000, -2_000_000, 0]);
  for (let highest = 1; highest < 1e6; highest *= 3.3) {
    for (let lowest = 1; lowest < 1e6; lowest *= 2.7) {
      expect(sharedAxis(highest, lowest, 104).ticks.length).toBeLessThanOrEqual(4);
      const { ticks } = sharedAxis(highest, lowest, 264);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
    }
  }
});
