import { expect, test } from "vitest";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { describeFactKind, FACT_VALUES, factKinds, parseFactKind, printFactKind } from "./fact-kinds";
import { FACT_NAMES } from "./fact-names";

test("lists a fact by its key and, if it has few values, by its value", () => {
  const facts: StatedFacts = {
    planUse: { value: "made_under", spans: [[0, 4]] },
    holders: {
      value: [
        { name: "A Trust", kind: "trust", role: null },
        { name: "B Trust", kind: "trust", role: "trustee" },
        { name: "spouse", kind: "spouse", role: null },
      ],
      spans: [
        [5, 9],
        [10, 14],
        [15, 19],
      ],
    },
    taxWithholding: { value: { method: "withheld", purpose: ["exercise_price", "tax"] }, spans: [[20, 24]] },
    gift: { value: { to: null }, spans: [[25, 29]] },
    planAdopted: { value: ["2025-03-03"], spans: [[30, 34]] },
  };
  expect(factKinds(facts)).toEqual([
    "gift",
    "holder",
    "holder:spouse",
    "holder:trust",
    "plan_10b5_1",
    "plan_10b5_1:made_under",
    "plan_adopted",
    "tax_withholding",
    "tax_withholding:exercise_price",
    "tax_withholding:tax",
    "tax_withholding:withheld",
  ]);
  expect(factKinds({})).toEqual([]);
});

test("restores everything that can be asked for from an address", () => {
  for (const { key } of FACT_NAMES) {
    expect(parseFactKind(key)).toEqual({ key, value: null });
    for (const value of Object.keys(FACT_VALUES[key] ?? {})) {
      const kind = parseFactKind(`${key}:${value}`);
      expect(kind && printFactKind(kind)).toBe(`${key}:${value}`);
    }
  }
  expect(Object.keys(FACT_VALUES).every((key) => parseFactKind(key) !== null)).toBe(true);
});

test.each([
  "",
  ":",
  "gift:",
  "gift:nobody",
  "plan",
  "gift:trust:x",
  "vesting:first",
  "constructor",
  "gift:constructor",
])("does not read what no note can state: %j", (text) => {
  expect(parseFactKind(text)).toBeNull();
});

test("describes a fact in words", () => {
  expect(describeFactKind({ key: "gift", value: "charity" })).toBe("Gift: to a charity");
  expect(describeFactKind({ key: "plan_adopted", value: null })).toBe("Plan adopted");
});
