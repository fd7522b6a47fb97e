import { expect, it } from "vitest";
import { formatShares, formatSharesChange, formatSigned } from "./decimals";

it("groups thousands and drops trailing zeros in lists", () => {
  expect(formatShares("13200")).toBe("13,200");
  expect(formatShares("13200.5000")).toBe("13,200.5");
  expect(formatShares("4182500.00")).toBe("4,182,500");
  expect(formatShares("999")).toBe("999");
});

it("keeps the spelling on the filing's own page", () => {
  expect(formatShares("13200.5000", { asFiled: true })).toBe("13,200.5000");
  expect(formatShares(".5", { asFiled: true })).toBe(".5");
  expect(formatShares("1,000", { asFiled: true })).toBe("1,000");
  expect(formatShares("275.634", { asFiled: true })).toBe("275.634");
});

it("is exact beyond the precision of a float", () => {
  expect(formatShares("9007199254740993.125")).toBe("9,007,199,254,740,993.125");
});

it("distinguishes not reported from zero", () => {
  expect(formatShares(null)).toBeNull();
  expect(formatShares("0")).toBe("0");
  expect(formatShares("0.0000")).toBe("0");
});

it("returns text that is not a number unchanged", () => {
  expect(formatShares("923 F1")).toBe("923 F1");
});

it("signs changes with a true minus", () => {
  expect(formatSigned("412")).toBe("+412");
  expect(formatSigned("-7500")).toBe("−7,500");
  expect(formatSigned("0")).toBe("0");
  expect(formatSigned("-0.0")).toBe("0");
  expect(formatSigned(null)).toBeNull();
});

it("takes the direction of a transaction from its letter alone", () => {
  expect(formatSharesChange("7500", "A")).toBe("+7,500");
  expect(formatSharesChange("7500", "D")).toBe("−7,500");
  expect(formatSharesChange("7500", null)).toBe("7,500");
  expect(formatSharesChange(null, "D")).toBeNull();
});
