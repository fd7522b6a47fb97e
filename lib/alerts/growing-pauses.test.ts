import { expect, test } from "vitest";
import { GrowingPauses } from "@/lib/alerts/growing-pauses";

const MINUTE = 60_000;

test("each failure doubles the pause, up to an hour, until it is forgotten", () => {
  const pauses = new GrowingPauses();
  const minutes = Array.from({ length: 8 }, () => pauses.begin("a", 0) / MINUTE);
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  pauses.forget("a");
  expect(pauses.begin("a", 0)).toBe(MINUTE);
});

test("a pause is of one thing, and ends", () => {
  const pauses = new GrowingPauses();
  pauses.begin("a", 0);
  expect(pauses.pausing(MINUTE - 1)).toEqual(["a"]);
  expect([pauses.isOver("a", MINUTE - 1), pauses.isOver("b", 0)]).toEqual([false, true]);
  expect(pauses.pausing(MINUTE)).toEqual([]);
});
