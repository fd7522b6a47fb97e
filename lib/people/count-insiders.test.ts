import { expect, test } from "vitest";
import { countInsiders } from "./count-insiders";

test("counts each owner as one insider, however many reports there are", () => {
  expect(countInsiders([["1"], ["1"], ["2"]])).toBe(2);
  expect(countInsiders([])).toBe(0);
});

test("counts owners who report together as one, also through others", () => {
  expect(countInsiders([["1", "2"], ["2", "3"], ["4"]])).toBe(2);
});

test("counts no insider for a report without a known owner", () => {
  expect(countInsiders([[], ["4"]])).toBe(1);
});
