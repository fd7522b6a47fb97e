import { expect, test } from "vitest";
import { partOfReport } from "./part-of-report";

test.each([
  ["This Form 4 is the second of two Form 4s being filed by the Reporting Person relating to the same event.", 2, 2],
  ["This Form 4 is the second of 5 Form 4s being filed. It has been split into 5 filings.", 2, 5],
  ["Due to a 30 line item limitation in Table I, this is the first of two Forms 4 filed by Roe.", 1, 2],
  ["Form 4 Filing 1 of 2 (continuation report): Related transactions are reported on additional Form 4s.", 1, 2],
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
  "Related transactions are reported on additional Form 4s.",
])("says nothing of “%s”", (remarks) => {
  expect(partOfReport(remarks)).toBeNull();
});
