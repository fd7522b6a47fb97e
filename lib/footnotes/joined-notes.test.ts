import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { printedText } from "@/testing/printed-forms";
import { type FiledNote, joinedNotes } from "./joined-notes";

const LONG = "The reporting person is the manager of the fund. ".repeat(20).slice(0, 930);

const notesOf = (...texts: string[]): FiledNote[] => texts.map((text, index) => ({ id: `F${index + 1}`, text }));
const ids = (notes: readonly FiledNote[]) =>
  joinedNotes(notes).map((joined) => joined.notes.map(({ id }) => id).join(" "));

describe("notes that continue in another", () => {
  test.each([
    "(continued from footnote 1) And so on.",
    "(Continued from Footnote 1)And so on.",
    "[Cont'd from FN 1] And so on.",
    "Continuation of footnote 1: and so on.",
    "(continued from previous footnote) And so on.",
    "Footnote 1 (continued): And so on.",
    "(continued) And so on.",
    "… (continued from note (1)) And so on.",
  ])("the next footnote says so: %s", (second) => {
    expect(ids(notesOf("It is held by a fund.", second, "Another note."))).toEqual(["F1 F2", "F3"]);
  });

  test.each([
    "It is held by a fund (continued in footnote 2)",
    "It is held by a fund. [Continued on next footnote]",
    "It is held by a fund … continued in Footnote 2.",
    "It is held by a fund (cont'd)",
  ])("the first footnote says so: %s", (first) => {
    expect(ids(notesOf(first, "The fund is managed by a person.", "Another note."))).toEqual(["F1 F2", "F3"]);
  });

  test("joins notes near the limit that are cut within a sentence", () => {
    expect(ids(notesOf(`${LONG} general partner of`, "Roe Capital, L.P. and others."))).toEqual(["F1 F2"]);
    expect(ids(notesOf(`${LONG} general partner`, "and others."))).toEqual(["F1 F2"]);
    expect(ids(notesOf(`${LONG} general partner.`, "and others."))).toEqual(["F1", "F2"]);
    expect(ids(notesOf(`${LONG} general partner`, "Others hold it."))).toEqual(["F1", "F2"]);
    expect(ids(notesOf("The general partner of", "and others."))).toEqual(["F1", "F2"]);
  });

  test("continues across a third note, into the remarks and back", () => {
    const notes = [
      ...notesOf("One (continued in footnote 2)", "two", "(continued from footnote 2) three (continued in Remarks)"),
      { id: "F4", text: "(continued from Remarks) five." },
      { id: "remarks", text: "(continued from footnote 3) four" },
    ];
    expect(ids(notes)).toEqual(["F1 F2 F3 remarks F4"]);
    expect(joinedNotes(notes)[0]?.text).toBe("One two three four five.");
  });

  test("puts two notes that continue the same one after each other", () => {
    expect(ids(notesOf("One.", "(continued from footnote 1) Two.", "(continued from footnote 1) Three."))).toEqual([
      "F1 F2 F3",
    ]);
  });

  test("ignores a distant note, and a number that no note has", () => {
    expect(ids(notesOf("One.", "Two.", "(continued from footnote 1) Three."))).toEqual(["F1 F3", "F2"]);
    expect(ids(notesOf("One.", "(continued from footnote 9) Two."))).toEqual(["F1 F2"]);
    expect(ids(notesOf("(continued from footnote 1) Itself."))).toEqual(["F1"]);
  });

  test.each([
    "Continued service is required.",
    "Continuing directors receive units.",
    "See footnote 1.",
    "Continued employment through the date is a condition of vesting.",
  ])("finds no continuation in: %s", (second) => {
    expect(ids(notesOf("It is held by a fund.", second))).toEqual(["F1", "F2"]);
  });
});

test("finds words of the joined text in the notes", () => {
  const notes = notesOf("Held by the Roe  (continued in footnote 2)", "(continued from footnote 1) Family Trust.");
  const [joined] = joinedNotes(notes);
  expect(joined?.text).toBe("Held by the Roe Family Trust.");
  const places = joined?.toNotes([8, 28]).map(({ note, span }) => [note.id, note.text.slice(...span)]);
  expect(places).toEqual([
    ["F1", "the Roe"],
    ["F2", "Family Trust"],
  ]);
  expect(joined?.toNotes([16, 22]).map(({ note, span }) => [note.id, note.text.slice(...span)])).toEqual([
    ["F2", "Family"],
  ]);
});

test("keeps the text of a single note", () => {
  const notes = notesOf(" As filed (continued) ");
  const [joined] = joinedNotes(notes);
  expect(joined?.text).toBe(notes[0]?.text);
  expect(joined?.toNotes([1, 3])).toEqual([{ note: notes[0], span: [1, 3] }]);
});

const corpus = corpusFolder();

/** The footnotes of a filing, with its remarks as one more. */
function notesIn(xml: string): FiledNote[] {
  const notes = Array.from(xml.matchAll(/<footnote id="(F\d+)">([^<]*)<\/footnote>/g), ([, id = "", text = ""]) => ({
    id,
    text: text.trim(),
  }));
  const remarks = /<remarks>([^<]*)<\/remarks>/.exec(xml)?.[1]?.trim();
  return remarks ? [...notes, { id: "remarks", text: remarks }] : notes;
}

test.each(["sales-under-a-plan", "many-sales", "fund-and-its-partners", "amendment-of-gifts"])(
  "keeps footnotes that do not mention another apart: %s",
  (name) => {
    const notes = notesIn(printedText(`${name}.xml`));
    expect(notes.length).toBeGreaterThan(2);
    expect(joinedNotes(notes).map(({ notes: parts }) => parts)).toEqual(notes.map((note) => [note]));
  },
);

test.skipIf(corpus === null)("in real filings, follows every mark of a cut to a note, and joins little else", () => {
  const joined = corpusFiles(corpus ?? "", "xml").flatMap((path) => {
    const groups = joinedNotes(notesIn(readFileSync(path, "utf8")));
    for (const { text, toNotes, notes: parts } of groups) {
      const places = toNotes([0, text.length]);
      expect(places.map(({ note }) => note)).toEqual(parts);
    }
    return groups.filter(({ notes: parts }) => parts.length > 1);
  });
  const marked = joined.filter(({ notes }) => notes.some(({ text }) => /continued (?:from|in|on)/i.test(text)));
  expect(marked.length).toBeGreaterThan(10);
  expect(joined.length - marked.length).toBeLessThan(3);
  for (const { text } of marked) expect(text).not.toMatch(/continued from (?:foot)?note/i);
});
