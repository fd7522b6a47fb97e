import { expect, test } from "vitest";
import { rowForTest } from "@/testing/row-for-test";
import { vehicleName } from "./vehicle-name";

const held = (nature: string, ...notes: string[]) =>
  rowForTest({ kind: "holding", directOrIndirect: "I", natureOfOwnership: [nature, ...notes] }).row;

const NOTES = {
  F1: "The shares are held by the Marrow Family Trust, of which the reporting person is a trustee.",
  F2: "The shares are held by Alder Ventures II, L.P. and Alder Ventures II-A, L.P.",
  F3: "The reporting person disclaims beneficial ownership of these shares.",
};

test("a nature that only points to its note has the name of the one holder that the note states", () => {
  expect(vehicleName(held("See footnote", "F1"), NOTES)).toMatch(/Marrow Family Trust$/);
  expect(vehicleName(held("See footnotes", "F1", "F3"), NOTES)).toMatch(/Marrow Family Trust$/);
});

test("several holders, or none, give no name; nor does a nature that speaks for itself", () => {
  expect(vehicleName(held("See footnote", "F2"), NOTES)).toBeNull();
  expect(vehicleName(held("See footnote", "F3"), NOTES)).toBeNull();
  expect(vehicleName(held("By Trust", "F1"), NOTES)).toBeNull();
});
