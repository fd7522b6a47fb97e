import { expect, test } from "vitest";
import { csvLines, csvStream } from "@/lib/representations/csv";

test("cells with commas, quotes and line breaks are quoted; lines end in CRLF", () => {
  expect(csvLines([["a,b", 'say "x"', "two\nlines", null]])).toBe('"a,b","say ""x""","two\nlines",\r\n');
});

test("what a spreadsheet would run is told apart; numbers stay numbers", () => {
  expect(csvLines([["=1+1", "+cmd", "@x", "-7500", "-.5x", "–"]])).toBe("'=1+1,'+cmd,'@x,-7500,'-.5x,–\r\n");
});

test("signs in full width, and those behind a separator or a blank, are formulas too", () => {
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

test("filings without rows, one after the other, do not hold up what follows", async () => {
  async function* batches() {
    yield [];
    yield [];
    yield [["1"]];
    yield [];
  }
  expect(await new Response(csvStream(["n"], batches())).text()).toBe("n\r\n1\r\n");
});
