import { expect, test } from "vitest";
import { partOfReport } from "./split-reports";

test.each([
  ["This Form 4 is the second of 5 Form 4s being filed by the Reporting Person relating to the same event.", 2],
  ["Form 4 Filing 1 of 2 (continuation report)", 1],
  ["Due to a limit on lines, this is the first of two Forms 4 filed by the owner.", 1],
  ["Filing 3 of 3.", 3],
  ["Exhibit 24 - Power of Attorney", null],
  ["One of the trustees resigned.", null],
  [null, null],
])("“%s” is part %s", (remarks, part) => {
  expect(partOfReport(remarks)).toBe(part);
});
