import { describe, expect, test } from "vitest";
import { isUnreadable } from "@/lib/filters/filing-filter";
import { clusterRuleParams, DEFAULT_CLUSTER_RULE, describeRule, readClusterRule } from "./cluster-rule";

const read = (query: string) => readClusterRule(new URLSearchParams(query));

describe("a rule is read from an address", () => {
  test("what is not said is as by default, and empty fields say nothing", () => {
    expect(read("")).toEqual({ rule: DEFAULT_CLUSTER_RULE, ignored: [] });
    expect(read("cluster-days=&code=P&cluster-floor=+")).toEqual({ rule: DEFAULT_CLUSTER_RULE, ignored: [] });
  });

  test("all of it", () => {
    expect(read("cluster-insiders=2&cluster-days=7&cluster-floor=50,000.00&cluster-plan=out").rule).toEqual({
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
  ])("%s cannot be read: it changes nothing and is told", (query, reason) => {
    const { rule, ignored } = read(query);
    const [name, value] = query.split("=");
    expect(rule).toEqual(DEFAULT_CLUSTER_RULE);
    expect(ignored).toEqual([{ kind: "value", name, value, reason }]);
    expect(ignored.every(isUnreadable)).toBe(true);
  });

  test("of two values the first is used, and the second told unless it is the same", () => {
    expect(read("cluster-days=14&cluster-days=014").ignored).toEqual([]);
    const { rule, ignored } = read("cluster-days=14&cluster-days=30");
    expect(rule.days).toBe(14);
    expect(ignored).toEqual([{ kind: "value", name: "cluster-days", value: "30", reason: "given twice: 14 is used" }]);
  });
});

describe("a rule is printed", () => {
  test("as a link that leaves out what is as by default, and is read back", () => {
    expect(clusterRuleParams(DEFAULT_CLUSTER_RULE)).toEqual([]);
    const rule = { insiders: 3, days: 14, floor: "50000.5", plan: false };
    const params = clusterRuleParams(rule);
    expect(params).toEqual([
      ["cluster-days", "14"],
      ["cluster-floor", "50000.5"],
      ["cluster-plan", "out"],
    ]);
    expect(readClusterRule(params).rule).toEqual(rule);
  });

  test("in words", () => {
    expect(describeRule(DEFAULT_CLUSTER_RULE)).toBe("three or more insiders who bought (code P) within 30 days");
    expect(describeRule({ insiders: 12, days: 1, floor: "50000", plan: false })).toBe(
      "12 or more insiders who bought (code P) within one day, for at least $50,000 in total, excluding trades under 10b5-1 plans",
    );
  });
});
