import { describe, expect, test } from "vitest";
import { isUnreadable } from "@/lib/filters/filing-filter";
import { clusterRuleParams, DEFAULT_CLUSTER_RULE, describeRule, readClusterRule } from "./cluster-rule";

const read = (query: string) => readClusterRule(new URLSearchParams(query));

describe("reads a rule from an address", () => {
  test("uses the default for missing and empty fields", () => {
    expect(read("")).toEqual({ rule: DEFAULT_CLUSTER_RULE, ignored: [] });
    expect(read("cluster-days=&code=P&cluster-floor=+")).toEqual({ rule: DEFAULT_CLUSTER_RULE, ignored: [] });
  });

  test("reads a complete rule", () => {
    expect(
      read("cluster-code=s&cluster-insiders=2&cluster-days=7&cluster-floor=50,000.00&cluster-plan=out").rule,
    ).toEqual({
      code: "S",
      insiders: 2,
      days: 7,
      floor: "50000",
      plan: false,
    });
  });

  test.each([
    ["cluster-insiders=1", "not a whole number from 2 to 20"],
    ["cluster-insiders=21", "not a whole number from 2 to 20"],
    ["cluster-insiders=three", "not a whole number from 2 to 20"],
    ["cluster-days=0", "not a whole number from 1 to 365"],
    ["cluster-days=7.5", "not a whole number from 1 to 365"],
    ["cluster-days=366", "not a whole number from 1 to 365"],
    ["cluster-floor=-1", "not an amount of dollars such as 50000"],
    ["cluster-floor=much", "not an amount of dollars such as 50000"],
    ["cluster-plan=no", "not in or out"],
  ])("reports that %s cannot be read, and changes nothing", (query, reason) => {
    const { rule, ignored } = read(query);
    const [name, value] = query.split("=");
    expect(rule).toEqual(DEFAULT_CLUSTER_RULE);
    expect(ignored).toEqual([{ kind: "value", name, value, reason }]);
    expect(ignored.every(isUnreadable)).toBe(true);
  });

  test("uses the first of two values, and reports the second if it differs", () => {
    expect(read("cluster-days=14&cluster-days=014").ignored).toEqual([]);
    const { rule, ignored } = read("cluster-days=14&cluster-days=30");
    expect(rule.days).toBe(14);
    expect(ignored).toEqual([{ kind: "value", name: "cluster-days", value: "30", reason: "given twice: 14 is used" }]);
  });
});

describe("prints a rule", () => {
  test("prints a link without default values, and reads it back", () => {
    expect(clusterRuleParams(DEFAULT_CLUSTER_RULE)).toEqual([]);
    const rule = { code: "S", insiders: 3, days: 14, floor: "50000.5", plan: false } as const;
    const params = clusterRuleParams(rule);
    expect(params).toEqual([
      ["cluster-code", "S"],
      ["cluster-days", "14"],
      ["cluster-floor", "50000.5"],
      ["cluster-plan", "out"],
    ]);
    expect(readClusterRule(params).rule).toEqual(rule);
  });

  test("describes a rule in words", () => {
    expect(describeRule(DEFAULT_CLUSTER_RULE)).toBe("three or more insiders who bought (code P) within 30 days");
    expect(describeRule({ code: "S", insiders: 12, days: 1, floor: "50000", plan: false })).toBe(
      "12 or more insiders who sold (code S) within one day, for at least $50,000 in total, excluding trades under 10b5-1 plans",
    );
  });
});
