import { expect, it } from "vitest";
import { formatPrice, formatSummary, formatSummaryInWords, formatValue } from "./money";

it("shows prices with two decimals in lists and as filed on the filing", () => {
  expect(formatPrice("18.4")).toBe("$18.40");
  expect(formatPrice("39.0616")).toBe("$39.06");
  expect(formatPrice("39.0616", { asFiled: true })).toBe("$39.0616");
  expect(formatPrice("6.3600", { asFiled: true })).toBe("$6.3600");
  expect(formatPrice("30430000.00")).toBe("$30,430,000.00");
});

it("names a currency other than US dollars", () => {
  expect(formatPrice("7.2", { currency: "CAD" })).toBe("CAD 7.20");
  expect(formatPrice("7.2045", { asFiled: true, currency: "CAD" })).toBe("CAD 7.2045");
  expect(formatValue("4500", { currency: "CAD" })).toBe("CAD 4,500");
  expect(formatPrice("7.2", { currency: null })).toBe("$7.20");
});

it("distinguishes not reported, zero and nearly zero", () => {
  expect(formatPrice(null)).toBeNull();
  expect(formatPrice("0")).toBe("$0");
  expect(formatPrice("0.0000")).toBe("$0");
  expect(formatPrice("0.0013")).toBe("$0.0013");
  expect(formatValue(null)).toBeNull();
  expect(formatValue("0.00")).toBe("$0");
  expect(formatValue("0.3")).toBe("$0.30");
});

it("shows values in whole dollars: 7,500 at 64.8705 = 486,528.75, that is $486,529", () => {
  expect(formatValue("486528.75")).toBe("$486,529");
  expect(formatValue("-1200")).toBe("−$1,200");
});

it("abbreviates sums with K, M and B", () => {
  expect(formatSummary("3120000")).toBe("$3.1M");
  expect(formatSummary("486528.75")).toBe("$487K");
  expect(formatSummary("5000000")).toBe("$5.0M");
  expect(formatSummary("1499")).toBe("$1.5K");
  expect(formatSummary("950")).toBe("$950");
  expect(formatSummary("0")).toBe("$0");
  expect(formatSummary("214900000")).toBe("$214.9M");
  expect(formatSummary("2150000000")).toBe("$2.2B");
  expect(formatSummary(null)).toBeNull();
});

it("does not write a thousand K or a thousand M", () => {
  expect(formatSummary("999499")).toBe("$999K");
  expect(formatSummary("999500")).toBe("$1.0M");
  expect(formatSummary("999960000")).toBe("$1.0B");
  expect(formatSummary("9960")).toBe("$10K");
});

it("spells out the scale in headlines", () => {
  expect(formatSummaryInWords("38412000")).toBe("$38.4 million");
  expect(formatSummaryInWords("214900000")).toBe("$214.9 million");
  expect(formatSummaryInWords("83952")).toBe("$83,952");
});
