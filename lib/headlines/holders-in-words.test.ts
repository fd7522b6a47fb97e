import { expect, test } from "vitest";
import { holdersInWords } from "./holders-in-words";

test.each([
  [["Thornlea Fund II, L.P."], "Thornlea Fund II, L.P."],
  [["Thornlea Capital Partners V, L.P.", "Thornlea Capital Partners V Parallel, L.P."], "two Thornlea funds"],
  [["The Founders Fund II, LP", "The Founders Fund III, LP", "The Founders Fund IV, LP"], "three Founders funds"],
  [["DM Trust Aggregator, LLC", "DM Individual Aggregator, LLC"], "two DM companies"],
  [["Greylock 15", "Greylock 15-A"], "two Greylock entities"],
  [["Marsh Family Trust", "Marsh 2018 GRAT"], "two Marsh trusts"],
  [["Rivendell 7 LLC", "Marsh Family Trust"], "Rivendell 7 LLC and Marsh Family Trust"],
  [["Rivendell 7 LLC", "FF Pathfinder VI, LLC", "A", "B"], "Rivendell 7 LLC and 3 others"],
])("%j: %s", (names, words) => {
  expect(holdersInWords(names)).toBe(words);
});
