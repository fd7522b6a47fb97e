import { expect, test } from "vitest";
import { editDistance, likeness } from "./likeness";

test("counts letters that are inserted, removed or replaced", () => {
  expect(editDistance("tollefsen", "tollefson")).toBe(1);
  expect(editDistance("transactons", "transactions")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
});

test("one wrong letter of four is a likeness of 3/4", () => {
  expect(likeness("kstg", "kstj")).toBe(0.75);
  expect(likeness("", "")).toBe(1);
  expect(likeness("abc", "xyz")).toBe(0);
});
