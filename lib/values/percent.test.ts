import { expect, it } from "vitest";
import { formatPart, formatPercentChange } from "./percent";

it("measures a change against the balance before it: (54,932 − 47,432) / 47,432 = +15.8%", () => {
  expect(formatPercentChange("47432", "54932")).toBe("+15.8%");
  expect(formatPercentChange("54932", "47432")).toBe("−13.7%");
});

it("has no decimals from 100%", () => {
  expect(formatPercentChange("100", "312.4")).toBe("+212%");
  expect(formatPercentChange("100", "0")).toBe("−100%");
  expect(formatPercentChange("10000", "19996")).toBe("+100%");
  expect(formatPercentChange("10000", "19994")).toBe("+99.9%");
});

it("says new from zero, and nothing if a balance is unknown", () => {
  expect(formatPercentChange("0", "5500")).toBe("new");
  expect(formatPercentChange("0", "0")).toBeNull();
  expect(formatPercentChange(null, "5500")).toBeNull();
  expect(formatPercentChange("100", "100")).toBe("0.0%");
});

it("rounds a part of a whole, but never to nothing or all", () => {
  expect(formatPart("64", "100")).toBe("64%");
  expect(formatPart("1", "1000")).toBe("under 1%");
  expect(formatPart("999", "1000")).toBe("over 99%");
  expect(formatPart("7", "7")).toBe("100%");
  expect(formatPart("7", "0")).toBeNull();
});
