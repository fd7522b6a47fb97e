import { expect, test } from "vitest";
import { csvLines } from "@/lib/representations/csv";

test("quotes cells with commas, quotes and line breaks, and ends lines in CRLF", () => {
  expect(csvLines([["a,b", 'say "x"', "two\nlines", null]])).toBe('"a,b","say ""x""","two\nlines",\r\n');
});

test("marks what a spreadsheet would run, and keeps numbers as numbers", () => {
  expect(csvLines([["=1+1", "+cmd", "@x", "-7500", "-.5x", "–"]])).toBe("'=1+1,'+cmd,'@x,-7500,'-.5x,–\r\n");
});

test("treats full-width signs, and signs after a separator or space, as formulas too", () => {
  for (const cell of [
    "＝1+1",
    "＋1",
    "－1+1",
    "＠SUM(A1)",
    ";=1+1",
    "|=1",
    ',"=1',
    " =1",
    "\u00a0@x",
    "\t1",
    "\r1",
    "\n=1",
  ]) {
    expect(csvLines([[cell]]).replace(/^"/, ""), JSON.stringify(cell)).toMatch(/^'/);
  }
  for (const cell of ["a=1", "(1)", "; see note 2", "“=”", "-1", "-0.50"]) {
    expect(csvLines([[cell]]).replace(/^"/, ""), cell).not.toMatch(/^'/);
  }
});
