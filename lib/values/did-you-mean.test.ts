import { expect, test } from "vitest";
import { didYouMean } from "./did-you-mean";

test("names what is most like the word that was typed, and everything known", () => {
  expect(didYouMean("appel", ["Microsoft", "Apple"])).toBe('Did you mean "Apple"? Known: "Microsoft", "Apple".');
  expect(didYouMean("Intel", ["Microsoft", "Apple"])).toBe('Known: "Microsoft", "Apple".');
  expect(didYouMean("Intel", [])).toBe("There are none.");
});

test("names at most twenty", () => {
  const known = Array.from({ length: 22 }, (_, index) => `alert ${index}`);
  expect(didYouMean("x", known)).toMatch(/"alert 19" and 2 more\.$/);
});
