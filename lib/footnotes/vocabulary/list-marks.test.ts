import { expect, test } from "vitest";
import { withRomanMarks } from "./list-marks";
import { RewrittenText } from "./rewritten-text";

const rewritten = (text: string): string => withRomanMarks(RewrittenText.of(text)).text;

test.each([
  ["(1) 500 shares, (2) 200 units and (3) 12 rights", "(i) 500 shares, (ii) 200 units and (iii) 12 rights"],
  ["1) 500 shares 2) 200 units", "(i) 500 shares (ii) 200 units"],
  ["[1] 500 shares and [2] 200 units", "(i) 500 shares and (ii) 200 units"],
  ["#1 500 shares and #2 200 units", "(i) 500 shares and (ii) 200 units"],
  ["consists of 1. 500 shares; and 2. 200 units", "consists of (i) 500 shares; and (ii) 200 units"],
  ["(3) 500 shares, (4) 200 units", "(iii) 500 shares, (iv) 200 units"],
])("gives the items of “%s” Roman numerals", (text, roman) => {
  expect(rewritten(text)).toBe(roman);
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
