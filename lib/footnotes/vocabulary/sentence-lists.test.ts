import { expect, test } from "vitest";
import { withLists } from "./sentence-lists";
import { sentences } from "./sentences";

const joined = (text: string, item?: RegExp) =>
  withLists(text, sentences(text), /vest|includ/, item).map(({ text: words }) => words);

test("adds items without a verb of their own to the sentence before", () => {
  const text = "Vests 25% on January 1, 2012; 25% on January 1, 2013. Granted in May.";
  expect(joined(text)).toEqual(["Vests 25% on January 1, 2012; 25% on January 1, 2013.", "Granted in May."]);
});

test("keeps an item with its own verb separate", () => {
  expect(joined("Half vests in May; half vests in June.")).toEqual(["Half vests in May;", "half vests in June."]);
});

test("can require items to look like items", () => {
  const text = "Includes: (a) 100 shares; (b) 50 units; held by the trust.";
  expect(joined(text, /^\(\w\)/)).toEqual(["Includes: (a) 100 shares; (b) 50 units;", "held by the trust."]);
});
