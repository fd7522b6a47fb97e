import { expect, test } from "vitest";
import { unnamedAt, unnamedBefore } from "./unnamed-vehicles";

test.each([
  ["the reporting person's spouse", "reporting person's spouse", "spouse"],
  ["his wife", "wife", "spouse"],
  [
    "a trust for the benefit of the reporting person's children",
    "trust for the benefit of the reporting person's children",
    null,
  ],
  ["the holder's revocable trust", "holder's revocable trust", null],
  ["a rabbi trust", "rabbi trust", null],
  ["members of his immediate family", "members of his immediate family", "family"],
  ["two family limited partnerships", "two family limited partnerships", null],
])("%s", (text, name, relation) => {
  const found = unnamedAt(text, 0);
  expect([text.slice(found?.nameStart, found?.end), found?.relation]).toEqual([name, relation]);
});

test.each([["the company"], ["certain funds"], ["its members"], ["an employee stock purchase plan"], ["escrow"]])(
  "%s is not a holder",
  (text) => {
    const found = unnamedAt(text, 0);
    expect(found === null || found.isReference).toBe(true);
  },
);

test("finds a vehicle that ends before a verb", () => {
  const text = "On May 1 the reporting person's son sold";
  expect(text.slice(unnamedBefore(text, text.indexOf(" sold"))?.nameStart, -" sold".length)).toBe(
    "reporting person's son",
  );
});
