import { expect, test } from "vitest";
import { DEFAULT_CLUSTER_RULE } from "./cluster-rule";
import { relaxedRules } from "./relaxed-rules";

test("each relaxes one part of the rule", () => {
  const strict = { ...DEFAULT_CLUSTER_RULE, floor: "50000", plan: false };
  expect(relaxedRules(strict)).toEqual([
    { label: "Two or more insiders", rule: { ...strict, insiders: 2 } },
    { label: "Within 90 days", rule: { ...strict, days: 90 } },
    { label: "Any total value", rule: { ...strict, floor: "0" } },
    { label: "Include trades under 10b5-1 plans", rule: { ...strict, plan: true } },
  ]);
});

test("there is none if the rule cannot be wider", () => {
  expect(relaxedRules({ ...DEFAULT_CLUSTER_RULE, insiders: 2, days: 90 })).toEqual([]);
  expect(relaxedRules({ ...DEFAULT_CLUSTER_RULE, insiders: 2, days: 365 })).toEqual([]);
});
