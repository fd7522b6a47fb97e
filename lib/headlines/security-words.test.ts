import Big from "big.js";
import { expect, test } from "vitest";
import { countedSecurity } from "./security-words";

test.each([
  ["Restricted Stock Unit", "7 Restricted Stock Units"],
  ["Warrant to Purchase Common Shares", "7 Warrants to Purchase Common Shares"],
  ["Class B Common Stock Warrant (Right to buy)", "7 Class B Common Stock Warrants (Right to buy)"],
  ["PERFORMANCE SHARE", "7 PERFORMANCE SHARES"],
  ["Series B Preferred Stock, par value $0.01 per share", "7 shares of Series B Preferred Stock"],
  ["Restricted Stock Units (RSU) (Class A)", "7 Restricted Stock Units (RSU) (Class A)"],
  ["Class B Ordinary Shares", "7 Class B Ordinary Shares"],
])("counts %s", (title, words) => {
  expect(countedSecurity(new Big(7), "7", title)).toBe(words);
});

test("leaves the singular with one", () => {
  expect(countedSecurity(new Big(1), "1", "Restricted Stock Unit")).toBe("1 Restricted Stock Unit");
  expect(countedSecurity(new Big(1), "1", "Common Stock")).toBe("1 share of Common Stock");
});
