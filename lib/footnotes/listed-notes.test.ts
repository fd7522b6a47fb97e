import { expect, it } from "vitest";
import { rowForTest } from "@/testing/row-for-test";
import { listedNotes } from "./listed-notes";

const footnote = (position: number, footnoteId: string | null, text: string) => ({
  position,
  footnoteId,
  text,
  spelling: null,
  extra: null,
});

it("lists every cell that refers to a note: the price of two rows, the code of one, a row as a whole", () => {
  const rows = [
    rowForTest({ line: 1, pricePerShare: ["10", "F1"], transactionCodingFootnotes: ["F1"] }).row,
    rowForTest({ line: 2, pricePerShare: [null, "F1", "F2"], rowFootnotes: ["F2"] }).row,
  ];
  const notes = listedNotes([footnote(1, "F1", "Average."), footnote(2, "F2", "Gift."), footnote(3, "F3", "")], rows);
  expect(notes[0]?.uses).toEqual([
    { place: "code", rows: ["I-1"] },
    { place: "price", rows: ["I-1", "I-2"] },
  ]);
  expect(notes[1]?.uses).toEqual([
    { place: "price", rows: ["I-2"] },
    { place: "whole row", rows: ["I-2"] },
  ]);
  expect(notes[2]?.uses).toEqual([]);
});

it("keeps both texts of two notes with the same id, and gives the second its own address", () => {
  const notes = listedNotes([footnote(1, "F1", "One."), footnote(2, "F1", "Two."), footnote(3, null, "Three.")], []);
  expect(notes.map(({ anchor, text, repeatsId }) => [anchor, text, repeatsId])).toEqual([
    ["F1", "One.", false],
    ["F1-2", "Two.", true],
    ["note-3", "Three.", false],
  ]);
});
