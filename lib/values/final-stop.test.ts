import { expect, it } from "vitest";
import { withoutFinalStop } from "./final-stop";

it("leaves out the full stop of a sentence, not that of an abbreviation", () => {
  expect(["By Trust.", "By Trust .", "Fund XV, L.P.", "By Spouse"].map(withoutFinalStop)).toEqual([
    "By Trust",
    "By Trust",
    "Fund XV, L.P.",
    "By Spouse",
  ]);
});
