import Big from "big.js";
import type { IgnoredValue, Params } from "@/lib/filters/filing-filter";
import { parseDecimal } from "@/lib/values/decimal";
import { formatValue } from "@/lib/values/money";

/** The rule for when purchases of one issuer, or sales, count as a cluster. */
export type ClusterRule = {
  /** P for purchases, S for sales. A cluster never has both. */
  code: ClusterCode;
  /** The minimum number of distinct insiders. */
  insiders: number;
  /** The maximum number of days from the first trade to the last. */
  days: number;
  /** The minimum total in dollars, as decimal text. */
  floor: string;
  /** Whether purchases under a 10b5-1 plan are included. */
  plan: boolean;
};

export type ClusterCode = "P" | "S";

/** The letter that trades of a code must have, and their words. */
export const CLUSTER_TRADES = {
  P: { letter: "A", one: "purchase", many: "purchases", verb: "buy", did: "bought" },
  S: { letter: "D", one: "sale", many: "sales", verb: "sell", did: "sold" },
} as const;

export const DEFAULT_CLUSTER_RULE: Readonly<ClusterRule> = { code: "P", insiders: 3, days: 30, floor: "0", plan: true };

const BOUNDS = { insiders: { least: 2, most: 20 }, days: { least: 1, most: 365 } } as const;

type RulePart = {
  param: string;
  /** What `print` makes, as JSON Schema. */
  values: Record<string, unknown>;
  /** Reads one value. If it cannot be read, returns the reason as text. */
  parse: (value: string) => Partial<ClusterRule> | string;
  print: (rule: ClusterRule) => string;
};

const whole = (name: "insiders" | "days"): RulePart => ({
  param: `cluster-${name}`,
  values: { type: "integer", minimum: BOUNDS[name].least, maximum: BOUNDS[name].most },
  parse(value) {
    const { least, most } = BOUNDS[name];
    const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
    return number >= least && number <= most ? { [name]: number } : `not a whole number from ${least} to ${most}`;
  },
  print: (rule) => String(rule[name]),
});

/** Every part of the rule, once. */
export const CLUSTER_PARTS: readonly RulePart[] = [
  {
    param: "cluster-code",
    values: { type: "string", enum: ["P", "S"] },
    parse: (value) => (/^[PS]$/i.test(value) ? { code: value.toUpperCase() as ClusterCode } : "not P or S"),
    print: (rule) => rule.code,
  },
  whole("insiders"),
  whole("days"),
  {
    param: "cluster-floor",
    values: { type: "number", minimum: 0 },
    parse(value) {
      const amount = parseDecimal(value);
      return amount?.gte(0) ? { floor: amount.abs().toFixed() } : "not an amount of dollars such as 50000";
    },
    print: (rule) => rule.floor,
  },
  {
    param: "cluster-plan",
    values: { type: "string", enum: ["in", "out"] },
    parse: (value) => (value === "in" || value === "out" ? { plan: value === "in" } : "not in or out"),
    print: (rule) => (rule.plan ? "in" : "out"),
  },
];

/** The names in an address that belong to the rule. */
export const CLUSTER_PARAMS: readonly string[] = CLUSTER_PARTS.map(({ param }) => param);

/** Reads the rule from an address. Other names are ignored, and so are the empty values of a plain form. */
export function readClusterRule(params: Params): { rule: ClusterRule; ignored: IgnoredValue[] } {
  const rule: ClusterRule = { ...DEFAULT_CLUSTER_RULE };
  const given = new Map<string, string>();
  const ignored: IgnoredValue[] = [];
  for (const [name, raw] of params) {
    const part = CLUSTER_PARTS.find(({ param }) => param === name);
    const value = raw.trim();
    if (!part || value === "") continue;
    const read = part.parse(value);
    if (typeof read === "string") {
      ignored.push({ kind: "value", name, value, reason: read });
      continue;
    }
    const printed = part.print({ ...rule, ...read });
    const before = given.get(name);
    if (before === undefined) Object.assign(rule, read);
    else if (before !== printed) ignored.push({ kind: "value", name, value, reason: `given twice: ${before} is used` });
    given.set(name, before ?? printed);
  }
  return { rule, ignored };
}

/** The rule as name and value pairs for a link, without default values. */
export const clusterRuleParams = (rule: ClusterRule): [string, string][] =>
  CLUSTER_PARTS.flatMap(({ param, print }): [string, string][] =>
    print(rule) === print(DEFAULT_CLUSTER_RULE) ? [] : [[param, print(rule)]],
  );

const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");

/** "three or more insiders who bought (code P) within 30 days, for at least $50,000 in total, excluding trades under 10b5-1 plans" */
export function describeRule({ code, insiders, days, floor, plan }: ClusterRule): string {
  const who = `${NUMBERS[insiders] ?? insiders} or more insiders who ${CLUSTER_TRADES[code].did} (code ${code})`;
  const parts = [`${who} within ${days === 1 ? "one day" : `${days} days`}`];
  if (new Big(floor).gt(0)) parts.push(`for at least ${formatValue(floor)} in total`);
  if (!plan) parts.push("excluding trades under 10b5-1 plans");
  return parts.join(", ");
}
