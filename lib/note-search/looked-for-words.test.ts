import { describe, expect, test } from "vitest";
import { LONGEST_QUERY } from "@/lib/filters/search-query";
import { lookedForWords } from "./looked-for-words";

const words = (text: string) => ({ kind: "words", text });
const beginning = (word: string, isExcluded = false) => ({ kind: "beginning", word, isExcluded });

describe("a query without beginnings of words", () => {
  test.each([
    'plan "weighted average" or gift -trust',
    '"not closed',
    "-",
    "or",
    "*",
    '"vest*"',
    "a ** b",
    "(x | y) & !z",
  ])("is left to PostgreSQL: %s", (text) => {
    expect(lookedForWords(text)).toEqual([[words(text)]]);
  });
});

test.each([
  ["vest*", [[beginning("vest")]]],
  ["vest* plan adopted", [[beginning("vest"), words("plan adopted")]]],
  ["plan vest* adopted", [[words("plan"), beginning("vest"), words("adopted")]]],
  ["-vest* plan", [[beginning("vest", true), words("plan")]]],
  ["--vest*", [[beginning("vest")]]],
  ['"family trust" foun* or gift', [[words('"family trust"'), beginning("foun")], [words("gift")]]],
  ["or vest* OR", [[beginning("vest")]]],
  ["vest* or or gift", [[beginning("vest")], [words("gift")]]],
  ['vest* "not closed foo*', [[beginning("vest"), words('"not closed foo*')]]],
  ['vest* -"family trust" -gift', [[beginning("vest"), words('-"family trust" -gift')]]],
  ["O'Bri*", [[beginning("O'Bri")]]],
  ["10b5-1*", [[beginning("10b5-1")]]],
  ["ve*st*", [[words("ve*st*")]]],
  ["x** -*", [[beginning("x"), words("-*")]]],
])("%s", (text, expected) => {
  expect(lookedForWords(text)).toEqual(expected);
});

test.each([
  ["3/15/2021 -trust/fund", '"3 15 2021" -"trust fund"'],
  ['"and/or" <b', '"and or" " b"'],
])("reads a slash between two words as a space: %s", (text, expected) => {
  expect(lookedForWords(text)).toEqual([[words(expected)]]);
});

test("reads control characters as spaces, and curly quotes as quotes", () => {
  expect(lookedForWords("a\0b\u200b \n“c d”")).toEqual([[words('a b "c d"')]]);
  expect(lookedForWords("\0 \t")).toEqual([]);
});

test("cuts a query that is too long, between whole characters", () => {
  expect(lookedForWords("😀".repeat(LONGEST_QUERY + 1))).toEqual([[words("😀".repeat(LONGEST_QUERY))]]);
});
