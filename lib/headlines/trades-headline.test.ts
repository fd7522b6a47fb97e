import { expect, it } from "vitest";
import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import { tradesStandfirst } from "./trades-headline";

const none: TradeTotals = { rows: 0, shares: "0", value: "0", underPlan: "0", valueMissing: 0, indirect: 0 };
const sumsOf = (sold: Partial<TradeTotals>): TradeSums => ({
  bought: none,
  sold: { ...none, rows: 2, ...sold },
  derivatives: { bought: none, sold: none },
  contradicting: 0,
  otherCurrency: 0,
  unsure: 0,
});

it.each([
  ["250", "25% of the value sold was under 10b5-1 plans."],
  ["4", "Under 1% of the value sold was under 10b5-1 plans."],
])("says as a sentence how much of $1,000 sold, $%s of it under plans, was under plans", (underPlan, sentence) => {
  expect(tradesStandfirst(sumsOf({ value: "1000", underPlan }))).toEqual([sentence]);
});
