import { expect, test } from "vitest";
import { factsByNote } from "./facts-by-note";
import { readFacts } from "./read-facts";

const read = (texts: Record<string, string>) => {
  const notes = Object.entries(texts).map(([id, text]) => ({ id, text }));
  return new Map([...factsByNote(notes, readFacts)].map(([note, facts]) => [note.id, { facts, text: note.text }]));
};

const words = (of: { text: string } | undefined, spans: [number, number][] | undefined) =>
  spans?.map(([start, end]) => of?.text.slice(start, end));

test("reads separate notes each by its own text", () => {
  const found = read({ F1: "The price is a weighted average price.", F2: "Not applicable." });
  expect([...found.keys()]).toEqual(["F1"]);
});

test("reads a range that continues in the next note, and marks its words in both", () => {
  const found = read({
    F1: "The shares were sold in several trades at prices ranging (continued in footnote 2)",
    F2: "(continued from footnote 1) from $39.00 to $39.07. The price reported is a weighted average price.",
  });
  const first = found.get("F2");
  expect(first?.facts.priceRanges?.value).toEqual([{ low: "39.00", high: "39.07", currency: "USD" }]);
  expect(words(first, first?.facts.priceRanges?.spans)).toEqual(["$39.00 to $39.07"]);
  expect(words(first, first?.facts.weightedAverage?.spans)).toEqual(["weighted average price"]);
  expect(found.get("F1")?.facts.priceRanges).toBeUndefined();
});
