import { expect, test } from "vitest";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { rowForTest } from "@/testing/row-for-test";
import { vehicleName } from "./vehicle-name";

const held = (nature: string, ...notes: string[]) =>
  rowForTest({ kind: "holding", directOrIndirect: "I", natureOfOwnership: [nature, ...notes] }).row;

const holders = (...names: string[]): StatedFacts => ({
  holders: { value: names.map((name) => ({ name, kind: "other", role: null })), spans: names.map(() => [0, 1]) },
});

const FACTS: NoteFacts = new Map([
  ["F1", holders("Marrow Family Trust")],
  ["F2", holders("Alder Ventures II, L.P.", "Alder Ventures II-A, L.P.")],
  ["F3", { disclaimer: { value: "full", spans: [[0, 1]] } }],
]);

test("a nature that only points to its note has the name of the one holder that the note states", () => {
  expect(vehicleName(held("See footnote", "F1"), FACTS)).toBe("Marrow Family Trust");
  expect(vehicleName(held("See footnotes", "F1", "F3"), FACTS)).toBe("Marrow Family Trust");
});

test("several holders, or none, give no name; nor does a nature that speaks for itself", () => {
  expect(vehicleName(held("See footnote", "F2"), FACTS)).toBeNull();
  expect(vehicleName(held("See footnote", "F3"), FACTS)).toBeNull();
  expect(vehicleName(held("By Trust", "F1"), FACTS)).toBeNull();
});
