import { expect, it } from "vitest";
import { formNumber } from "./form-number";

it.each([
  ["its number alone on a line", ["", "FORM 4", "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP"], "4"],
  ["its number apart from the text beside it", ["SEC Form 3       OMB APPROVAL"], "3"],
  ["an amendment's number", ["FORM 5/A"], "5"],
  ["the title of Form 3", ["INITIAL STATEMENT OF BENEFICIAL", "OWNERSHIP OF SECURITIES"], "3"],
  ["the title of Form 4", ["STATEMENT OF CHANGES IN", "BENEFICIAL OWNERSHIP"], "4"],
  ["the title of Form 5, which contains that of Form 4", ["ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP"], "5"],
  ["a title that OCR damaged at its end", ["‘STATEMENT OF CHANGES IN BENEFICIAL, OWNERSH"], "4"],
])("a form is known by %s", (_, lines, number) => {
  expect(formNumber(lines)).toBe(number);
});

it.each([
  ["a sentence that names a form", ["Form 4 or Form 5 obligations may continue."]],
  ["another form", ["FORM 144", "NOTICE OF PROPOSED SALE OF SECURITIES"]],
  ["nothing", []],
])("%s has no number", (_, lines) => {
  expect(formNumber(lines)).toBeNull();
});

it("where lines have run together, a number may be within one", () => {
  const line = "FORM 4 UNITED STATES SECURITIES AND EXCHANGE COMMISSION";
  expect([formNumber([line]), formNumber([line], /(?:^|\s)FORM\s+([345])(?=\s|$)/)]).toEqual([null, "4"]);
});
