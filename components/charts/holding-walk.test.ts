import { expect, it } from "vitest";
import { besideRiser, captionLines } from "./holding-walk";

it("puts a change under the level it leaves, never over that level's balance", () => {
  expect(besideRiser(60, 1)).toEqual([77]);
  expect(besideRiser(60, 2)).toEqual([77, 90]);
});

it("puts it over the balance if the floor, at 138, is too close: 130 + 17 = 147", () => {
  // The balance is 7 px above the level and about 13 px high.
  expect(besideRiser(130, 1)).toEqual([108]);
  expect(besideRiser(130, 2)).toEqual([95, 108]);
});

it("breaks captions so that they fit their columns: 358 px in five are 71 px each, or 11 letters", () => {
  expect(captionLines("after second sale", 4)).toEqual(["after second", "sale"]);
  expect(captionLines("after second conversion", 5)).toEqual(["second", "conversion"]);
  expect(captionLines("after tax withheld", 7)).toEqual(["tax", "withheld"]);
  expect(captionLines("before", 7)).toEqual(["before"]);
});
