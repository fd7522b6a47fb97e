import { expect, test } from "vitest";
import type { TradeReading } from "@/lib/record/derived-filing";
import { describeAdoption, describeTrade } from "./describe-trade";

const trade: TradeReading = {
  plan: { state: "note", adoptedOn: "2011-09-19", footnoteId: "F1", words: "pursuant to a plan" },
  currency: null,
  price: null,
  covers: [],
};

test("from September 19, 2011 to July 15, 2013 are 665 days", () => {
  // 103 days to the end of 2011, 366 of 2012, 196 of 2013.
  expect(describeAdoption("2011-09-19", "2013-07-15")).toBe("665 days after its plan was adopted");
  expect(describeAdoption("2013-07-14", "2013-07-15")).toBe("1 day after its plan was adopted");
  expect(describeAdoption("2013-07-15", "2013-07-15")).toBe("on the day its plan was adopted");
});

test("a plan that is dated after the trade, or not dated, gives no days", () => {
  expect(describeAdoption("2013-07-16", "2013-07-15")).toBeNull();
  expect(describeAdoption(null, "2013-07-15")).toBeNull();
  expect(describeAdoption("2011-09-19", null)).toBeNull();
});

test("what a sale was for stands first", () => {
  expect(describeTrade({ ...trade, covers: ["exercise_price", "tax"] }, "2013-07-15")).toBe(
    "to cover the exercise price and taxes, 665 days after its plan was adopted",
  );
  expect(describeTrade({ ...trade, plan: null, covers: ["tax"] }, "2013-07-15")).toBe("to cover taxes");
});

test("notes that add nothing say nothing", () => {
  expect(describeTrade(null, "2013-07-15")).toBeNull();
  expect(describeTrade({ ...trade, plan: null }, "2013-07-15")).toBeNull();
});
