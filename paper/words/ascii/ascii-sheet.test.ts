import { describe, expect, it } from "vitest";
import { cellAround } from "@/paper/words/sheet";
import { sourceText } from "@/paper/words/source-lines";
import { printedText } from "@/testing/printed-forms";
import { asciiSheet } from "./ascii-sheet";

const sheetOf = (name: string) => {
  const sheet = asciiSheet(sourceText(printedText(`${name}.ascii.txt`)));
  if (!sheet) throw new Error(`${name} is not a typed form`);
  return sheet;
};
const cellWith = (sheet: ReturnType<typeof sheetOf>, text: string) => {
  const word = sheet.words.find((word) => word.text === text);
  if (!word) throw new Error(`no ${text}`);
  const { left, right, top, bottom } = cellAround(sheet, (word.left + word.right) / 2, word.baseline - 3);
  return sheet.words
    .filter(({ baseline }) => baseline > top && baseline < bottom)
    .filter((other) => (other.left + other.right) / 2 > left && (other.left + other.right) / 2 < right)
    .map(({ text }) => text);
};

describe("a form typed with bars, as a sheet", () => {
  const sheet = sheetOf("a-director-in-1999");

  it("has a line above each numbered box", () => {
    expect(cellWith(sheet, "Abernathy,").slice(0, 8).join(" ")).toBe(
      "1. Name and Address of Reporting Person Abernathy,",
    );
    expect(cellWith(sheet, "PCRC").slice(0, 2)).toEqual(["2.", "Issuer"]);
  });

  it("has a cell between two bars and two rules, and joins a word that a full cell broke", () => {
    expect(cellWith(sheet, "10/29/")).toEqual(["10/29/", "99"]);
    expect(sheet.words.find(({ text }) => text === "99")?.goesOn).toBe(true);
    expect(cellWith(sheet, "9,050")).toEqual(["9,050"]);
  });

  it("separates a footnote mark and a typed box from the text beside them", () => {
    expect(cellWith(sheet, "G")).toEqual(["G", "(1)"]);
    expect(sheet.words.filter(({ text }) => text === "(X)")).toHaveLength(2);
  });
});

describe("a form typed with EDGAR's tags, as a sheet", () => {
  const sheet = sheetOf("an-officer-in-1997");

  it("has columns where the tags are, and a row for each line with values", () => {
    expect(sheet.grids.map(({ length }) => length)).toEqual([10, 15]);
    expect(cellWith(sheet, "1,500")).toEqual(["1,500"]);
    expect(cellWith(sheet, "trust")).toEqual(["By", "trust", "for", "a", "child", "(1)"]);
  });
});

it("returns null for a form whose boxes are not numbered one below the other", () => {
  expect(asciiSheet(sourceText(printedText("sales-under-a-plan.layout.txt")))).toBeNull();
});
