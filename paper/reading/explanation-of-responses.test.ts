import { describe, expect, it } from "vitest";
import { sourceLines, sourceText } from "@/paper/words/source-lines";
import { readNotes } from "./explanation-of-responses";

const notesOf = (text: string) => readNotes(sourceLines(sourceText(text))).notes;
const texts = (text: string) => notesOf(text).map((note) => `${note.mark}: ${note.text.text}`);

describe("the footnotes of a form", () => {
  it("may have their mark next to the middle of their lines", () => {
    expect(
      texts(`
      Shares held by the first fund, of which the reporting person is the manager,
(1)   and of which he disclaims beneficial ownership except to the extent of his
      pecuniary interest.
      Shares held by the second fund, of which the reporting person is the manager.
(2)
      He disclaims beneficial ownership.
(3) Includes 5 shares.`),
    ).toEqual([
      "1: Shares held by the first fund, of which the reporting person is the manager, and of which he disclaims beneficial ownership except to the extent of his pecuniary interest.",
      "2: Shares held by the second fund, of which the reporting person is the manager. He disclaims beneficial ownership.",
      "3: Includes 5 shares.",
    ]);
  });

  it("are recognised by their numbers, not by a number in brackets at the start of a line", () => {
    expect(texts("1. Sold under the plan of\n(2) the persons named in it.\n2. By trust.")).toEqual([
      "1: Sold under the plan of (2) the persons named in it.",
      "2: By trust.",
    ]);
  });

  it("do not include the sentences that the form prints among them", () => {
    expect(
      texts(`
*     If the form is filed by more than one reporting person, see Instruction 4(b)(v).
** Intentional misstatements or omissions of facts constitute Federal Criminal Violations.
(1) By trust.`),
    ).toEqual(["1: By trust."]);
  });

  it("continue without a space after a hyphen within a word", () => {
    expect(texts("(1) Sold under a Rule 10b5-\n1 plan, pre-\nand post-tax.")).toEqual([
      "1: Sold under a Rule 10b5-1 plan, pre- and post-tax.",
    ]);
  });
});

describe("a footnote cut off by the edge of the page", () => {
  const words =
    "The reporting person undertakes to provide full information upon request, to the issuer and to the staff of ";

  it("is uncertain", () => {
    expect(notesOf(`(1) ${words}the Comm\n(2) ${words}it all.`).map((note) => note.text.doubt !== undefined)).toEqual([
      true,
      false,
    ]);
  });
});
