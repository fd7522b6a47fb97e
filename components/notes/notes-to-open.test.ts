import { expect, it } from "vitest";
import { notesToOpen } from "./notes-to-open";

const note = (anchor: string, footnoteId: string | null, text: string, repeatsId = false) => ({
  anchor,
  footnoteId,
  text,
  repeatsId,
  uses: [],
});

it("opens both footnotes if two have the id of a reference", () => {
  expect(
    notesToOpen("x", [note("F1", "F1", "One."), note("F2", "F2", "Two."), note("F1-2", "F1", "Other.", true)]),
  ).toEqual({ "x#F1": { text: "One.", sameId: ["Other."] }, "x#F2": { text: "Two." }, "x#F1-2": { text: "Other." } });
});

it("marks the words from which we read something", () => {
  const text = "Includes 412 shares bought under the ESPP.";
  const stated = new Map([["F1", new Set(["412 shares", "of a trust"])]]);
  expect(notesToOpen("x", [note("F1", "F1", text)], { stated })).toEqual({ "x#F1": { text, stated: [[9, 19]] } });
});

it("underlines what a footnote states, lists it as a fact, and adds the cells that cite it", () => {
  const text = "Includes 412 shares bought under the ESPP.";
  const facts = new Map([
    [
      "F1",
      {
        includedComponents: { value: [{ what: "espp" as const, shares: "412" }], spans: [[9, 41] as [number, number]] },
      },
    ],
  ]);
  const uses = [{ place: "balance", rows: ["I-1"] }];
  expect(notesToOpen("x", [{ ...note("F1", "F1", text), uses }], { facts })).toEqual({
    "x#F1": { text, stated: [[9, 41]], facts: ["Included in the number: 412 (employee stock purchase plan)"], uses },
  });
});
