import { expect, test } from "vitest";
import { endSentence } from "./end-sentence";

test("ends a sentence with one full stop", () => {
  expect(["Both are by Roe", "Both are by Roe, Inc.", "Sold?"].map(endSentence)).toEqual([
    "Both are by Roe.",
    "Both are by Roe, Inc.",
    "Sold?",
  ]);
});
