import { expect, test } from "vitest";
import { csvLines } from "@/lib/representations/csv";

test("cells with commas, quotes and line breaks are quoted; lines end in CRLF", () => {
  expect(csvLines([["a,b", 'say "x"', "two\nlines", null]])).toBe('"a,b","say ""x""","two\nlines",\r\n');
});

test("what a spreadsheet would run is told apart; numbers stay numbers", () => {
  expect(csvLines([["=1+1", "+cmd", "@x", "-7500", "-.5x", "–"]])).toBe("'=1+1,'+cmd,'@x,-7500,'-.5x,–\r\n");
});
