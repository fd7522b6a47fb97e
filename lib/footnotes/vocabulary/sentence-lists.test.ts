import { expect, test } from "vitest";
import { withLists } from "./sentence-lists";
import { sentences } from "./sentences";

const joined = (text: string, item?: RegExp) =>
  withLists(text, sentences(text), /vest|includ/, item).map(({ text: words }) => words);

test("items without a verb of their own belong to the sentence before", () => {
  const text = "Vests 25% on January 1, 2012; 25% on January 1, 2013. Granted in May.";
  expect(joined(text)).toEqual(["Vests 25% on January 1, 2012; 25% on January 1, 2013.", "Granted in May."]);
});

test("what has its own verb stands alone", () => {
  expect(joined("Half vests in May; half vests in June.")).toEqual(["Half vests in May;", "half vests in June."]);
});

test("items may have to look like items", () => {
  const text = "Includes: (a) 100 shares; (b) 50 units; held by the trust.";
  expect(joined(text, /^\(\w\)/)).toEqual(["Includes: (a) 100 shares; (b) 50 units;", "held by the trust."]);
});
