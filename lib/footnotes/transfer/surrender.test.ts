import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const surrender = (text: string) => readFact("surrender", text)?.value ?? null;

test.each([
  ["The 500 shares held by Roe Funding were redeemed by the Issuer on August 18, 2025.", "redeemed"],
  ["The shares reported herein were mandatorily redeemed for cash in accordance with the foregoing.", "redeemed"],
  ["Pursuant to these obligations, on May 17, 2019, 7,958 shares were forfeited and are being returned.", "forfeited"],
])("“%s”", (text, value) => {
  expect(surrender(text)).toBe(value);
});

test.each([
  "The shares convert into common shares, assuming they are not earlier mandatorily redeemed by the Company.",
  "Unvested shares that have not been forfeited will vest in May.",
  "Excludes 500 shares that were previously forfeited.",
  "The redemption price is $55.56 per share.",
])("is not stated by “%s”", (text) => {
  expect(surrender(text)).toBeNull();
});
