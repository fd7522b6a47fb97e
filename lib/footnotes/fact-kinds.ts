import type { FactName, StatedFacts } from "@/lib/record/stated-facts";
import { FACT_NAMES } from "./fact-names";

/** A fact as a search asks for it: by its published key, and optionally by one of its values. */
export type FactKind = { key: string; value: string | null };

type Values = { [Name in FactName]?: (fact: NonNullable<StatedFacts[Name]>["value"]) => readonly (string | null)[] };

/** The values that can be asked for, of facts with few values. */
const VALUES: Values = {
  planUse: (use) => [use],
  taxWithholding: ({ method, purpose }) => [method, ...purpose],
  disclaimer: (disclaimer) => [disclaimer],
  holders: (holders) => holders.map(({ kind }) => kind),
  includedComponents: (components) => components.map(({ what }) => what),
  gift: ({ to }) => [to],
  transfer: ({ kind }) => [kind],
};

/** The labels of the values, by published key. */
export const FACT_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plan_10b5_1: { made_under: "made under a plan", not_under: "not under a plan", mentioned: "plan mentioned" },
  tax_withholding: { withheld: "withheld", sold: "sold", tax: "for tax", exercise_price: "for the exercise price" },
  disclaims_beneficial_ownership: {
    full: "in full",
    except_pecuniary_interest: "except for a pecuniary interest",
    no_admission: "no admission",
  },
  holder: {
    spouse: "spouse",
    child: "child",
    family: "family",
    retirement_plan: "retirement plan",
    foundation: "foundation",
    llc: "LLC",
    partnership: "partnership",
    corporation: "corporation",
    trust: "trust",
    fund: "fund",
    other: "other",
  },
  includes_components: {
    rsu: "restricted stock units",
    psu: "performance stock units",
    espp: "employee stock purchase plan",
    drip: "dividend reinvestment",
    restricted_stock: "restricted stock",
    "401k": "401(k)",
    other: "other",
  },
  gift: {
    donor_advised_fund: "to a donor-advised fund",
    charity: "to a charity",
    trust: "to a trust",
    family: "to family",
    other: "to others",
  },
  transfer: {
    to_trust: "to a trust",
    from_trust: "from a trust",
    to_family: "to family",
    to_entity: "to an entity",
    from_entity: "from an entity",
    distribution: "distribution",
    divorce: "divorce",
    inheritance: "inheritance",
    other: "other",
  },
};

const KEYS: ReadonlySet<string> = new Set(FACT_NAMES.map(({ key }) => key));

/** Reads `plan_adopted`, or `plan_10b5_1:made_under`; null for anything that no note can state. */
export function parseFactKind(text: string): FactKind | null {
  const [key = "", value = null, ...more] = text.split(":");
  if (!KEYS.has(key) || more.length > 0) return null;
  return value === null || Object.hasOwn(FACT_VALUES[key] ?? {}, value) ? { key, value } : null;
}

export const printFactKind = ({ key, value }: FactKind): string => (value === null ? key : `${key}:${value}`);

/** "Gift", "Gift: to a charity" */
export function describeFactKind({ key, value }: FactKind): string {
  const words = FACT_NAMES.find((name) => name.key === key)?.words ?? key;
  return value === null ? words : `${words}: ${FACT_VALUES[key]?.[value] ?? value}`;
}

/** Everything a search can ask of a note with these facts, as printed, in alphabetical order. */
export function factKinds(facts: StatedFacts): string[] {
  const kinds = FACT_NAMES.flatMap(({ name, key }) =>
    facts[name] ? [key, ...valuesOf(facts, name).map((value) => `${key}:${value}`)] : [],
  );
  return [...new Set(kinds)].sort();
}

function valuesOf(facts: StatedFacts, name: FactName): string[] {
  const fact = facts[name];
  const read = VALUES[name] as ((value: unknown) => readonly (string | null)[]) | undefined;
  return fact && read ? read(fact.value).filter((value) => value !== null) : [];
}
