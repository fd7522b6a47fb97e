import { expect, test } from "vitest";
import { markedSegments, placePassages } from "./marked-segments";
import type { Passage } from "./note-search";

const TEXT = "Shares were sold at a weighted average price; the weighted price is given.";

const passage = (marked: string): Passage => ({
  parts: marked
    .split(/(\*[^*]+\*)/)
    .filter((part) => part !== "")
    .map((part) => ({ text: part.replaceAll("*", ""), isMatch: part.startsWith("*") })),
  isCutBefore: true,
  isCutBehind: true,
});

test("finds passages in their order, with their matches", () => {
  const { passages, matches } = placePassages(TEXT, [passage("a *weighted* average"), passage("the *weighted* price")]);
  expect(passages.map(({ from, to }) => TEXT.slice(from, to))).toEqual(["a weighted average", "the weighted price"]);
  expect(matches.map(([start, end]) => [start, TEXT.slice(start, end)])).toEqual([
    [22, "weighted"],
    [50, "weighted"],
  ]);
});

test("cuts a text at both ends of matches and facts", () => {
  const shown = (marks: Parameters<typeof markedSegments>[1]) =>
    markedSegments(TEXT, marks).map(
      ({ text, isMatch, isStated }) => `${isMatch ? "*" : ""}${isStated ? "_" : ""}${text}`,
    );
  expect(shown({ from: 17, to: 44, matches: [[22, 30]], stated: [[22, 44]] })).toEqual([
    "at a ",
    "*_weighted",
    "_ average price",
  ]);
  expect(shown({ matches: [], stated: [] })).toEqual([TEXT]);
});

test("keeps overlapping spans", () => {
  expect(
    markedSegments("abcdef", {
      matches: [[1, 4]],
      stated: [
        [2, 5],
        [3, 6],
      ],
    }).map(({ text, isMatch, isStated }) => [text, isMatch, isStated]),
  ).toEqual([
    ["a", false, false],
    ["b", true, false],
    ["c", true, true],
    ["d", true, true],
    ["e", false, true],
    ["f", false, true],
  ]);
});
