import { expect, test } from "vitest";
import { countInsiders } from "./count-insiders";

const row = (owners: string[], eventOwners?: string[]) => ({
  filing: { owners },
  derived: { event: eventOwners ? { owners: eventOwners } : null },
});

test("counts each owner as one insider, however many rows there are", () => {
  expect(countInsiders([row(["1"]), row(["1"]), row(["2"])])).toBe(2);
  expect(countInsiders([])).toBe(0);
});

test("counts owners who file together as one, also through others", () => {
  expect(countInsiders([row(["1", "2"]), row(["2", "3"]), row(["4"])])).toBe(2);
});

test("counts owners whose filings report one trade as one", () => {
  expect(countInsiders([row(["1"], ["1", "9"]), row(["9"]), row(["4"])])).toBe(2);
});
