import { expect, it } from "vitest";
import type { BarStop, BarsDrawing } from "./bars-drawing";
import { sideNames } from "./side-names";

const stop = (sold: number, bought = 0): BarStop => ({
  key: "",
  day: 0,
  bought,
  boughtUnderPlan: 0,
  sold,
  soldUnderPlan: 0,
  isDim: false,
  readout: { when: "", parts: [] },
});
const drawn = (stops: BarStop[], largest: BarsDrawing["largest"] = []): BarsDrawing => ({
  name: "",
  height: 200,
  highest: Math.max(...stops.map(({ bought }) => bought)),
  lowest: Math.max(...stops.map(({ sold }) => sold)),
  stops,
  ticks: [],
  largest,
  selected: null,
  brackets: [],
});
/** Twelve months: a name takes three of them on a phone. */
const sales = (...amounts: number[]) => amounts.map((amount) => stop(amount));

it("puts the name of a side where no bar comes as far", () => {
  // The bar of 500 ends at half the height.
  const stops = sales(1000, 0, 0, 1000, 500, 0, 0, 0, 0, 0, 0, 1000);
  expect(sideNames(drawn(stops)).sold).toEqual({ y: 196, index: 4 });
});

it("keeps the name at the left if the first bars are short, or if there is no better place", () => {
  expect(sideNames(drawn(sales(0, 500, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0))).sold.index).toBe(0);
  expect(sideNames(drawn(sales(1000, 0, 0, 1000, 0, 0, 1000, 0, 0, 1000, 0, 0))).sold.index).toBe(0);
});

it("keeps clear of the value beside the largest bar", () => {
  const stops = sales(1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  // Twelve bins in 580 pixels: a label of 60 takes two of them.
  const largest: BarsDrawing["largest"] = [{ index: 0, side: "right", top: 198, text: "$1,000" }];
  expect(sideNames(drawn(stops, largest)).sold.index).toBe(3);
  expect(sideNames(drawn(stops)).sold.index).toBe(1);
});

it("looks at the bars of its own side", () => {
  const stops = [stop(0, 1000), ...sales(0, 0, 0, 0, 1000, 0, 0, 0, 0, 0, 0)];
  expect(sideNames(drawn(stops)).bought).toEqual({ y: 10, index: 1 });
  expect(sideNames(drawn(stops)).sold).toEqual({ y: 196, index: 0 });
});
