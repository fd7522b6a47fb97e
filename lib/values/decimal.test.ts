import { expect, it } from "vitest";
import { parseDecimal } from "./decimal";

it("reads decimals in every spelling that filers use", () => {
  expect(parseDecimal(".5")?.toFixed()).toBe("0.5");
  expect(parseDecimal("+5")?.toFixed()).toBe("5");
  expect(parseDecimal("1,000")?.toFixed()).toBe("1000");
  expect(parseDecimal("007")?.toFixed()).toBe("7");
  expect(parseDecimal("12.")?.toFixed()).toBe("12");
  expect(parseDecimal(" -13200.5000 ")?.toFixed()).toBe("-13200.5");
});

it("does not guess at anything else", () => {
  for (const text of [null, "", "see note", "1e3", "1,00", "$5", "923 F1", "-", "."])
    expect(parseDecimal(text)).toBeNull();
});
