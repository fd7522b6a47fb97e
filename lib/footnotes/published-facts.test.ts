import { expect, test } from "vitest";
import { FACT_NAMES } from "./fact-names";
import { publishedFacts } from "./published-facts";

test("publishes facts by key, in the order in which they are listed", () => {
  const text = "A 2-for-1 split; a gift.";
  const published = publishedFacts(text, {
    splits: { value: [{ ratio: "2:1", date: null }], spans: [[2, 15]] },
    gift: { value: { to: null }, spans: [[19, 23]] },
  });
  expect(published).toEqual({
    facts: { gift: { to: null }, split: [{ ratio: "2:1", date: null }] },
    spans: { gift: [[19, 23]], split: [[2, 15]] },
  });
  expect(Object.keys(published.facts)).toEqual(["gift", "split"]);
});

test("counts spans in code points: a character outside the basic plane counts once", () => {
  const text = "😀 to 😀 charity";
  const spans = (span: [number, number]) =>
    publishedFacts(text, { gift: { value: { to: "charity" }, spans: [span] } }).spans.gift;
  expect(spans([9, 16])).toEqual([[7, 14]]);
  expect(spans([0, 2])).toEqual([[0, 1]]);
  expect(spans([3, 8])).toEqual([[2, 6]]);
});

test("gives every fact its own key and label", () => {
  for (const field of ["name", "key", "words"] as const) {
    expect(new Set(FACT_NAMES.map((names) => names[field])).size).toBe(16);
  }
});
