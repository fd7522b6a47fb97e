import { expect, test } from "vitest";
import { hasCodePage } from "@/app/codes/view";
import { codeGroups, transactionCodes } from "@/lib/record/transaction-codes";

test("every code has a page, and so does the flag V", () => {
  for (const { code } of transactionCodes) expect(hasCodePage(code)).toBe(true);
  expect(hasCodePage("V")).toBe(true);
});

test("other letters have no page, and neither does a lower-case code, which redirects", () => {
  for (const code of ["p", "Q", "", "PS", "constructor"]) expect(hasCodePage(code)).toBe(false);
});

test("every code is in a group that the page lists", () => {
  const groups = codeGroups.map(({ group }) => group);
  expect(transactionCodes.filter(({ group }) => !groups.includes(group))).toEqual([]);
  expect(transactionCodes).toHaveLength(19);
});
