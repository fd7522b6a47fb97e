import { expect, it } from "vitest";
import { withoutFinalStop } from "./final-stop";

it("removes the full stop of a sentence, but not that of an abbreviation", () => {
  expect(["By Trust.", "By Trust .", "Fund XV, L.P.", "By Spouse"].map(withoutFinalStop)).toEqual([
    "By Trust",
    "By Trust",
    "Fund XV, L.P.",
    "By Spouse",
  ]);
});
