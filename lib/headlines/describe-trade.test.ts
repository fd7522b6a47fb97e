import { expect, test } from "vitest";
import type { TradeReading } from "@/lib/record/derived-filing";
import { describeAdoption, describeTrade } from "./describe-trade";

const trade: TradeReading = {
  plan: { state: "note", adoptedOn: "2011-09-19", footnoteId: "F1", words: "pursuant to a plan" },
  currency: null,
  price: null,
  covers: [],
};

test("counts 665 days from September 19, 2011 to July 15, 2013", () => {
  // 103 days to the end of 2011, 366 of 2012, 196 of 2013.
  expect(describeAdoption("2011-09-19", "2013-07-15")).toBe("665 days after its plan was adopted");
  expect(describeAdoption("2013-07-14", "2013-07-15")).toBe("1 day after its plan was adopted");
  expect(describeAdoption("2013-07-15", "2013-07-15")).toBe("on the day its plan was adopted");
});

test("counts no days for a plan without a date, or dated after the trade", () => {
  expect(describeAdoption("2013-07-16", "2013-07-15")).toBeNull();
  expect(describeAdoption(null, "2013-07-15")).toBeNull();
  expect(describeAdoption("2011-09-19", null)).toBeNull();
});

test("puts the purpose of a sale first", () => {
  expect(describeTrade({ ...trade, covers: ["exercise_price", "tax"] }, "2013-07-15")).toBe(
    "to cover the exercise price and taxes, 665 days after its plan was adopted",
  );
  expect(describeTrade({ ...trade, plan: null, covers: ["tax"] }, "2013-07-15")).toBe("to cover taxes");
});

test("is empty if the notes add nothing", () => {
  expect(describeTrade(null, "2013-07-15")).toBeNull();
  expect(describeTrade({ ...trade, plan: null }, "2013-07-15")).toBeNull();
});
