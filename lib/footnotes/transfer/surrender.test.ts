import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const surrender = (text: string) => readFact("surrender", text)?.value ?? null;

test.each([
  ["On May 3, 2031 all 500 preferred shares of Roe Funding were redeemed.", "redeemed"],
  ["At the end of their term, the shares were automatically redeemed for $25 each.", "redeemed"],
  ["Because a target was missed, 700 of the shares were forfeited.", "forfeited"],
])("“%s”", (text, value) => {
  expect(surrender(text)).toBe(value);
});

test.each([
  "Each share converts in 2033, assuming that it has not been redeemed before.",
  "Unvested shares that have not been forfeited will vest in May.",
  "Excludes 500 shares that were previously forfeited.",
  "The redemption price is $55.56 per share.",
  "No shares were forfeited or redeemed.",
])("is not stated by “%s”", (text) => {
  expect(surrender(text)).toBeNull();
});
