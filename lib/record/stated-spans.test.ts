import { expect, it } from "vitest";
import { statedSpans } from "./stated-spans";

const text = "Sold under a 10b5-1 plan adopted on May 30, 2023. Includes 412 shares bought under the ESPP.";
const words = (of: string[]) => statedSpans(text, of).map(([start, end]) => text.slice(start, end));

it("finds words at their places, in the order of the text", () => {
  expect(words(["Includes 412 shares", "under a 10b5-1 plan", "under a 10b5-1 plan"])).toEqual([
    "under a 10b5-1 plan",
    "Includes 412 shares",
  ]);
});

it("joins overlapping words into one span, and skips words that are absent", () => {
  expect(words(["Sold under a 10b5-1 plan", "plan adopted on May 30, 2023"])).toEqual([
    "Sold under a 10b5-1 plan adopted on May 30, 2023",
  ]);
  expect(words(["", "of a trust"])).toEqual([]);
});
