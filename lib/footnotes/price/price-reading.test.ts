import { expect, test } from "vitest";
import { priceReading } from "./price-reading";

const read = (text: string) => priceReading({ value: "10.20", footnotes: ["F1"] }, { F1: text });

test.each(["The price is a weighted average.", "Avg. price of multiple trades.", "The VWAP of the shares sold."])(
  "marks an average however it is written: %s",
  (text) => {
    expect(read(text)).toMatchObject({ isAverage: true, range: null });
  },
);

test("counts a range only if the price is within it", () => {
  expect(read("Sold at prices from $10.10 to $10.40.")).toMatchObject({ range: { low: "10.10", high: "10.40" } });
  expect(read("Sold at prices from $11.10 to $11.40.")).toBeNull();
});
