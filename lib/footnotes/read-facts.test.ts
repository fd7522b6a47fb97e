import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFacts, readFactsOfEach } from "./read-facts";

/** A few hundred, so that they are read in several batches. */
const NOTES = readFileSync(join(import.meta.dirname, "filers-notes.txt"), "utf8")
  .split("\n")
  .filter((line) => line.includes(" → "))
  .filter((_, index) => index % 8 === 0)
  .map((line) => line.split(" → ")[0] ?? "");

test("reads many notes together as it reads each alone", () => {
  expect(NOTES.length).toBeGreaterThan(250);
  expect(readFactsOfEach(NOTES)).toEqual(NOTES.map(readFacts));
});

test("reads nothing from no notes", () => {
  expect(readFactsOfEach([])).toEqual([]);
});
