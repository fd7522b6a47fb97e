import { expect, test } from "vitest";
import { markRule, printedCell } from "./printed-words";
import type { SheetWord } from "./sheet";

/** Words of one line, five points to a letter. A space in the text is a space on the page. */
function line(text: string, baseline = 0): SheetWord[] {
  const words = [...text.matchAll(/\(\d\)|[^\s(]+/g)];
  return words.map(({ 0: word, index }) => ({
    text: word,
    left: index * 5,
    right: (index + word.length) * 5,
    top: baseline - 8,
    bottom: baseline + 2,
    baseline,
    size: 10,
    isCut: false,
    place: { page: 1, line: baseline, from: index, to: index + word.length },
  }));
}

/** The same cell on a form whose footnotes 1 and 2 have marks at the size of the text; the form cites footnote 1 after a number. */
function cell(text: string) {
  const words = line(text);
  const rule = markRule([...words, ...line("1,000(1)", 100)], new Set(["1", "2"]), false);
  return printedCell(words, rule);
}

const DOUBT = "The number in brackets may cite a footnote or be part of the text";

test.each([
  ["1,000 (1)", "a number"],
  ["06/09/2025 (1)", "a date"],
  ["D (1)", "a code"],
  ["By Fund(1)", "no space before it, as the form prints its marks"],
  ["By Fund (2)", "footnote 2 is cited nowhere else"],
  ["See footnote (1)", "the text cites a footnote"],
])("%s asks nothing: %s", (text) => {
  const { marks, doubt } = cell(text);
  expect([marks.length, doubt]).toEqual([1, undefined]);
});

test("marks a number after words and a space as uncertain if its footnote is cited elsewhere", () => {
  expect(cell("By Fund (1)")).toMatchObject({ text: "By Fund", marks: ["1"], doubt: DOUBT });
});

test("a number without a footnote is part of the text", () => {
  expect(cell("By Fund (7)")).toMatchObject({ text: "By Fund (7)", marks: [] });
});
