import { expect, it } from "vitest";
import { dayNumber } from "@/lib/values/calendar-day";
import { stopAfter, stopAt } from "./stops";

const stop = (date: string, lane: number) => ({ day: dayNumber(date) ?? 0, lane });
const stops = [
  stop("2021-01-10", 0),
  stop("2021-06-10", 2),
  stop("2022-01-10", 0),
  stop("2022-02-10", 2),
  stop("2023-03-10", 2),
];
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

it("arrows go to the next stop in time and stay at the ends", () => {
  expect(stopAfter(stops, 4, press("ArrowLeft"))).toBe(3);
  expect(stopAfter(stops, 0, press("ArrowLeft"))).toBe(0);
  expect(stopAfter(stops, 4, press("ArrowRight"))).toBe(4);
  // Until a stop is chosen, the arrows start from beyond the last one.
  expect(stopAfter(stops, 5, press("ArrowLeft"))).toBe(4);
});

it("with Shift, they go to the first stop at least a year away, or to the end", () => {
  expect(stopAfter(stops, 4, press("ArrowLeft", true))).toBe(3);
  expect(stopAfter(stops, 3, press("ArrowLeft", true))).toBe(0);
  expect(stopAfter(stops, 0, press("ArrowRight", true))).toBe(2);
  expect(stopAfter(stops, 3, press("ArrowRight", true))).toBe(4);
  expect(stopAfter(stops, 4, press("ArrowRight", true))).toBe(4);
});

it("up and down go to the nearest stop of the next lane that has any", () => {
  expect(stopAfter(stops, 2, press("ArrowDown"))).toBe(3);
  expect(stopAfter(stops, 4, press("ArrowUp"))).toBe(2);
  expect(stopAfter(stops, 0, press("ArrowUp"))).toBeNull();
  expect(stopAfter([{ day: 1 }, { day: 2 }], 0, press("ArrowDown"))).toBeNull();
});

it("leaves other keys alone", () => {
  expect(stopAfter(stops, 2, press("Tab"))).toBeNull();
});

it("finds the stop under the pointer, in its own lane if one is near", () => {
  const day = dayNumber("2022-02-01") ?? 0;
  expect(stopAt(stops, day, 0, 40)).toBe(2);
  expect(stopAt(stops, day, 0, 5)).toBe(3);
  expect(stopAt(stops, day, null, 40)).toBe(3);
});
