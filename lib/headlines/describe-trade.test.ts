import { expect, test } from "vitest";
import type { NoteFacts, TradeHistory, TradeReading } from "@/lib/record/derived-filing";
import { rowForTest } from "@/testing/row-for-test";
import { describeCovers, describeTrade, planDays } from "./describe-trade";

test("counts 665 days from September 19, 2011 to July 15, 2013", () => {
  // 103 days to the end of 2011, 366 of 2012, 196 of 2013.
  expect(planDays("2011-09-19", "2013-07-15")).toBe(665);
  expect(planDays("2013-07-14", "2013-07-15")).toBe(1);
  expect(planDays("2013-07-15", "2013-07-15")).toBe(0);
});

test("counts no days for a plan without a date, or dated after the trade", () => {
  expect(planDays("2013-07-16", "2013-07-15")).toBeNull();
  expect(planDays(null, "2013-07-15")).toBeNull();
  expect(planDays("2011-09-19", null)).toBeNull();
});

test("says what a sale pays for, if the notes state it", () => {
  expect(describeCovers(["exercise_price", "tax"])).toBe("to cover the exercise price and taxes");
  expect(describeCovers(["tax"])).toBe("to cover taxes");
  expect(describeCovers([])).toBeNull();
});

test("lists what footnotes and earlier trades say about a row below its code, and nothing if they say nothing", () => {
  const { row } = rowForTest({ line: 1, transactionCode: "S", pricePerShare: ["10", "F9"] });
  const offering: NoteFacts = new Map([["F9", { underwritten: { value: true, spans: [] } }]]);
  const of = { row, rows: [row], trade: null, history: null, pattern: null };
  const trade: TradeReading = { plan: null, currency: null, price: null, covers: ["tax"] };
  expect(describeTrade({ ...of, facts: offering })).toBe("underwritten offering");
  expect(describeTrade({ ...of, facts: offering, trade })).toBe("underwritten offering, to cover taxes");
  expect(describeTrade({ ...of, facts: new Map() })).toBeNull();
  const history: TradeHistory = { label: "routine", routineMonths: [5], isFirst: false, isFirstInTwoYears: false };
  expect(describeTrade({ ...of, facts: offering, history })).toBe("underwritten offering, routine (May)");
  const both = { ...of, facts: new Map(), pattern: "exercise-and-sale" } as const;
  expect(describeTrade(both), "the exercise is in another filing").toBe("exercise and sale on the same day");
  const { row: exercise } = rowForTest({ line: 2, transactionCode: "M" });
  expect(describeTrade({ ...both, rows: [row, exercise] }), "both are in sight").toBeNull();
  expect(describeTrade({ ...both, row: exercise, rows: [row, exercise] })).toBeNull();
  const { row: gift } = rowForTest({ line: 3, transactionCode: "G" });
  const given = { ...both, row: gift, rows: [row, gift], pattern: "gift-before-fall" } as const;
  expect(describeTrade(given)).toBe("gift before a fall in the holding");
});
