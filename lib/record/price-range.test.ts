import { expect, test } from "vitest";
import { formatPriceRange, placeInRange } from "./price-range";

const range = { low: "39.00", high: "39.07", currency: "USD" };

test("keeps the digits of the footnote, and names a currency other than the dollar", () => {
  expect(formatPriceRange(range)).toBe("$39.00–39.07");
  expect(formatPriceRange({ low: "1176.150", high: "1177.2", currency: "USD" })).toBe("$1,176.150–1,177.2");
  expect(formatPriceRange({ low: "8.65", high: "8.81", currency: "CAD" })).toBe("CAD 8.65–8.81");
});

test("places an average within its range: 39.0616 is 0.0616 of 0.07 from the low end", () => {
  expect(placeInRange("39.0616", range)).toBeCloseTo(0.88, 5);
  expect(placeInRange("39.00", range)).toBe(0);
  expect(placeInRange("5", { low: "5.00", high: "5", currency: "USD" })).toBe(0.5);
});

test("does not place a missing price, or one outside the range", () => {
  expect(placeInRange("39.08", range)).toBeNull();
  expect(placeInRange(null, range)).toBeNull();
});
