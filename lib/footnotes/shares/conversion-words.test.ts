import { expect, test } from "vitest";
import { dollars, mayBeDollars } from "./conversion-words";

test.each(["$1,000", "US$ 2.50", "C$3", "£ 40", "€5,000", "EUR 1,000", "usd 10", "CAD$ 7"])(
  "%s is an amount of money, and is looked for in a text that has it",
  (amount) => {
    const text = `40 shares for each ${amount} of notes`;
    expect(new RegExp(dollars, "i").test(text)).toBe(true);
    expect(mayBeDollars.test(text)).toBe(true);
  },
);

test("no amount of money is looked for in a text without a sign or code", () => {
  expect(mayBeDollars.test("Each restricted stock unit is one share of common stock, or 1,000 in all.")).toBe(false);
});
