import { expect, test } from "vitest";
import { partOfReport } from "./part-of-report";

test.each([
  ["Ms. Roe reports these sales in parts; this is the second of two reports.", 2, 2],
  ["Too many rows for one form. This is the second of 5 forms.", 2, 5],
  ["Table I has no room for all sales of the day, so that this is the first of two Forms 4.", 1, 2],
  ["Filing 1 of 2; the other has the exercise.", 1, 2],
  ["Part three of three", 3, 3],
])("“%s”", (remarks, part, of) => {
  expect(partOfReport(remarks)).toBe(`part ${part} of ${of}`);
});

test.each([
  null,
  "Exhibit 24 - Power of Attorney",
  "The Reporting Person is one of two trustees, and filed on the first of May.",
  "Adjusted to reflect a two for one split.",
  "Filing 3 of 2",
  "Other sales of the day are on further forms.",
])("says nothing of “%s”", (remarks) => {
  expect(partOfReport(remarks)).toBeNull();
});
