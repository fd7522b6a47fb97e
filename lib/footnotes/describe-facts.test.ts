import { expect, test } from "vitest";
import { describeFacts } from "./describe-facts";

const words = (facts: Parameters<typeof describeFacts>[0]) =>
  describeFacts(facts).map(({ label, words }) => (words === null ? label : `${label}: ${words}`));

test("describes prices and plan, in the order of the list of facts", () => {
  expect(
    words({
      planAdopted: { value: ["2011-09-19", "2012-03"], spans: [[0, 1]] },
      priceRanges: {
        value: [
          { low: "39.00", high: "39.07", currency: "USD" },
          { low: "12", high: "14.5", currency: "CAD" },
          { low: "10.00", high: "11.01", currency: "USD" },
        ],
        spans: [[0, 1]],
      },
      weightedAverage: { value: true, spans: [[0, 1]] },
      planUse: { value: "made_under", spans: [[0, 1]] },
    }),
  ).toEqual([
    "Weighted average price",
    "Price range: $39.00–39.07; CAD 12–14.5; $10.00–11.01, wider than $1",
    "Rule 10b5-1 plan: made under a plan",
    "Plan adopted: September 19, 2011; 2012-03",
  ]);
});

test("describes who holds, what is in a number, and how it vests", () => {
  expect(
    words({
      holders: {
        value: [
          { name: "The Marrow Family Trust", kind: "trust", role: "trustee" },
          { name: "Alder Nominees", kind: "other", role: null },
        ],
        spans: [[0, 1]],
      },
      includedComponents: {
        value: [
          { what: "espp", shares: "3019" },
          { what: "rsu", shares: null },
        ],
        spans: [[0, 1]],
      },
      vesting: { value: { first: "2020-01-05", last: "2023-01-05", schedule: "…" }, spans: [[0, 1]] },
      taxWithholding: { value: { method: "sold", purpose: ["exercise_price", "tax"] }, spans: [[0, 1]] },
      conversionRatios: { value: [{ per: "1", into: "0.75", of: "common stock" }], spans: [[0, 1]] },
    }),
  ).toEqual([
    "To pay tax or the exercise price: sold for the exercise price and for tax",
    "Holder: The Marrow Family Trust (trust; the insider is trustee); Alder Nominees",
    "Vesting: January 5, 2020 to January 5, 2023",
    "Included in the number: 3,019 (employee stock purchase plan); restricted stock units",
    "Conversion ratio: 1 : 0.75 common stock",
  ]);
});

test("does not describe a note that states nothing", () => {
  expect(words({})).toEqual([]);
});
