import { expect, it } from "vitest";
import { notesToOpen } from "./notes-to-open";

it("a reference to an id that two notes have opens both", () => {
  const note = (anchor: string, footnoteId: string | null, text: string, repeatsId = false) => ({
    anchor,
    footnoteId,
    text,
    repeatsId,
    uses: [],
  });
  expect(
    notesToOpen("x", [note("F1", "F1", "One."), note("F2", "F2", "Two."), note("F1-2", "F1", "Other.", true)]),
  ).toEqual({ "x#F1": { text: "One.", sameId: ["Other."] }, "x#F2": { text: "Two." }, "x#F1-2": { text: "Other." } });
});
