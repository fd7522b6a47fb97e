import { expect, test } from "vitest";
import { rowForTest } from "@/testing/row-for-test";
import { saleCovers } from "./sale-covers";

const covers = (text: string, transactionCode = "S") =>
  saleCovers(rowForTest({ transactionCode, transactionShares: ["100", "F1"] }).row, { F1: text });

test.each([
  ["Shares sold to cover taxes due on vesting.", ["tax"]],
  ["Shares sold to satisfy withholding obligations upon the vesting of restricted stock units.", ["tax"]],
  ["Sold to pay payroll withholding due on vesting.", ["tax"]],
  ["Shares sold to pay the strike price of options.", ["exercise_price"]],
  ["Shares withheld by the issuer to pay taxes.", []],
  ["Sold in the open market.", []],
])("a sale with the note: %s", (text, expected) => {
  expect(covers(text)).toEqual(expected);
});

test("only a sale covers anything", () => {
  expect(covers("Shares sold to cover taxes due on vesting.", "F")).toEqual([]);
});
