import { describe, expect, it } from "vitest";
import { cellAround } from "@/paper/words/sheet";
import { seenPageOf } from "@/testing/seen-page";
import { recognizedSheet } from "./recognized-text";
import { scannedSheet, seenWords } from "./scanned-sheet";

const wordsOf = (line: string) =>
  seenWords(
    [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, left: index, right: index + text.length })),
  );
const read = (line: string) =>
  wordsOf(line)
    .map(({ text }) => text)
    .join(" ");

describe("the words of a recognised line", () => {
  it("have no strays at its ends, and no rulings between them", () => {
    expect(read("| ‘ Common Stock | 1,000 .")).toBe("Common Stock 1,000");
  });

  it("keep the underscores of an empty box, and the stroke of a cell of one letter", () => {
    expect(read("_____ Director")).toBe("_____ Director");
    expect(read("|")).toBe("");
  });

  it("are split between a box and the label after it", () => {
    expect(read("_X_ Director _X_10% Owner")).toBe("_X_ Director _X_ 10% Owner");
  });

  it("are those of the form's label, within the width of what was recognised", () => {
    const words = wordsOf("2, lssuer Narne and Ticker or Trading Symbol Kestrel [KSTL]");
    expect(words.map(({ text }) => text).join(" ")).toBe("2. Issuer Name and Ticker or Trading Symbol Kestrel [KSTL]");
    const [symbol, kestrel] = [
      words.find(({ text }) => text === "Symbol"),
      words.find(({ text }) => text === "Kestrel"),
    ];
    expect(symbol?.right).toBeLessThan(kestrel?.left ?? 0);
  });
});

describe("the sheet of a scan", () => {
  const cells = ["Common Stock", "1,000", "D", "By trust"];
  const sheet = scannedSheet([
    seenPageOf([{ kind: "tableI", cells }], ["1,000"]),
    seenPageOf([{ kind: "tableI", cells: ["Other", "2,000", "I", "By wife"], ends: [480, 850, 1220, 1600] }]),
  ]);
  const cellOf = (text: string) => {
    const word = sheet.words.find((word) => word.text === text);
    return word && cellAround(sheet, (word.left + word.right) / 2, word.baseline - 3);
  };

  it("has the cells of its rows, on one page below the other", () => {
    expect(cellOf("Common")).toEqual(cellOf("Stock"));
    expect(cellOf("1,000")?.left).toBeGreaterThan(cellOf("Stock")?.left ?? Infinity);
    expect(cellOf("2,000")?.top).toBeGreaterThan(cellOf("1,000")?.bottom ?? Infinity);
    expect(sheet.grids.map(({ length }) => length)).toEqual([4]);
  });

  it("marks words whose letters were hard to see, and words with letters that a form seldom prints", () => {
    expect(sheet.words.filter(({ isFaint }) => isFaint).map(({ text }) => text)).toEqual(["1,000"]);
    const odd = scannedSheet([seenPageOf([{ text: "Sa|es of Common Stock" }])]);
    expect(odd.words.filter(({ isFaint }) => isFaint).map(({ text }) => text)).toEqual(["Sa|es"]);
  });

  it("has every word at its place in the text of its page", () => {
    const elsewhere = sheet.words.filter(
      ({ text, place: { page, line, from, to } }) => sheet.text[page - 1]?.[line - 1]?.slice(from, to) !== text,
    );
    expect(elsewhere).toEqual([]);
  });
});

it("the text of a scan has no cells, and its labels keep their place in the text", () => {
  const sheet = recognizedSheet([["FORM 4", "", "Explanatlon of Responses:", "(1) By trust."]]);
  expect([sheet.uprights, sheet.levels, sheet.grids]).toEqual([[], [], []]);
  const heading = sheet.words.filter(({ place }) => place.line === 3);
  expect(heading.map(({ text }) => text)).toEqual(["Explanation", "of", "Responses:"]);
  expect([heading[0]?.place.from, heading.at(-1)?.place.to]).toEqual([0, 25]);
});
