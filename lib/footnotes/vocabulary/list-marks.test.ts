import { expect, test } from "vitest";
import { withLettersForMarks } from "./list-marks";
import { RewrittenText } from "./rewritten-text";

const rewritten = (text: string): string => withLettersForMarks(RewrittenText.of(text)).text;

test.each([
  ["(1) 500 shares, (2) 200 units and (3) 12 rights", "(a) 500 shares, (b) 200 units and (c) 12 rights"],
  ["1) 500 shares 2) 200 units", "(a) 500 shares (b) 200 units"],
  ["[1] 500 shares and [2] 200 units", "(a) 500 shares and (b) 200 units"],
  ["#1 500 shares and #2 200 units", "(a) 500 shares and (b) 200 units"],
  ["consists of 1. 500 shares; and 2. 200 units", "consists of (a) 500 shares; and (b) 200 units"],
  ["(3) 500 shares, (4) 200 units", "(c) 500 shares, (d) 200 units"],
])("gives the items of “%s” letters", (text, letters) => {
  expect(rewritten(text)).toBe(letters);
});

test.each([
  "one (1) share and two (2) units",
  "restricted shares (2,000) and units (300)",
  "Rule 16b-3(d)(1) and (3)",
  "see notes (1) and (2)",
  "in (3) equal installments",
  "on May 1. 200 shares on May 2. 200 shares",
])("leaves “%s” as it is", (text) => {
  expect(rewritten(text)).toBe(text);
});
