import { expect, it } from "vitest";
import { dateOf, decimalOf, printedCode, typedDateOf } from "./cell-values";

it.each([
  ["07/15/2013", "2013-07-15"],
  ["7/5/2013", "2013-07-05"],
  ["07/19-05:00/2024", "2024-07-19-05:00"],
  ["09/12Z/2024", "2024-09-12Z"],
  ["09/1Z/2024", null],
  ["02/30/2024", null],
  ["07/15/20", null],
])("the date %s is %s", (text, date) => {
  expect(dateOf(text)).toBe(date);
});

it.each([
  ["2/7/00", "2000-02-07"],
  ["12/31/99", "1999-12-31"],
  ["February 29,2000", "2000-02-29"],
  ["Mar. 13, 2000", "2000-03-13"],
])("typed before 2003, %s is %s", (text, date) => {
  expect(typedDateOf(text)).toBe(date);
});

it.each([
  ["13,200", "13200"],
  ["$ 6.36", "6.36"],
  ["$.50", "0.50"],
  ["13,2000", null],
  ["1B.14", null],
  ["$", null],
])("the number %s is %s", (text, number) => {
  expect(decimalOf(text)).toBe(number);
});

it.each([
  ["S", { code: "S", isSwap: false, formType: null }],
  ["P/K", { code: "P", isSwap: true, formType: null }],
  ["G5", { code: "G", isSwap: false, formType: "5" }],
  ["3", { code: null, isSwap: false, formType: "3" }],
  ["B", null],
])("the code %s", (text, code) => {
  expect(printedCode(text)).toEqual(code);
});
