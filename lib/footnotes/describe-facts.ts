import { formatPriceRange, isWideRange } from "@/lib/record/price-range";
import type {
  ConversionRatio,
  FactName,
  Holder,
  IncludedComponent,
  PriceRange,
  StatedFacts,
  StatedSplit,
  TaxWithholding,
  Vesting,
} from "@/lib/record/stated-facts";
import { formatDate } from "@/lib/values/dates";
import { formatShares } from "@/lib/values/decimals";
import { FACT_VALUES } from "./fact-kinds";
import { FACT_NAMES } from "./fact-names";

/** A fact in words: its name, and what the note states. The words are empty if the name says it all. */
export type DescribedFact = { name: FactName; label: string; words: string | null };

/** The label of a value of a fact. */
const called = (key: string, value: string): string => FACT_VALUES[key]?.[value] ?? value;

/** A date with only a month stays a month. */
const day = (date: string): string => (date.length === 7 ? date : (formatDate(date) ?? date));

const range = (found: PriceRange): string =>
  isWideRange(found) ? `${formatPriceRange(found)}, wider than $1` : formatPriceRange(found);

const withholding = ({ method, purpose }: TaxWithholding): string =>
  `${called("tax_withholding", method)} ${purpose.map((each) => called("tax_withholding", each)).join(" and ")}`;

function holder({ name, kind, role }: Holder): string {
  const said = [
    ...(kind === "other" ? [] : [called("holder", kind)]),
    ...(role === null ? [] : [`the insider is ${role}`]),
  ];
  return said.length === 0 ? name : `${name} (${said.join("; ")})`;
}

function vesting({ first, last }: Vesting): string | null {
  if (first === null) return last === null ? null : `until ${day(last)}`;
  if (last === null) return `from ${day(first)}`;
  return first === last ? day(first) : `${day(first)} to ${day(last)}`;
}

function component({ what, shares }: IncludedComponent): string {
  const kind = called("includes_components", what);
  return shares === null ? kind : `${formatShares(shares, { asFiled: true })} (${kind})`;
}

const split = ({ ratio, date }: StatedSplit): string => (date === null ? ratio : `${ratio}, ${day(date)}`);

const conversion = ({ per, into, of }: ConversionRatio): string => `${per} : ${into} ${of}`;

type Describe = { [Name in FactName]-?: (value: NonNullable<StatedFacts[Name]>["value"]) => string | null };

const list =
  <T>(of: (value: T) => string) =>
  (values: readonly T[]) =>
    values.map(of).join("; ");

const DESCRIBE: Describe = {
  weightedAverage: () => null,
  priceRanges: list(range),
  planUse: (use) => called("plan_10b5_1", use),
  planAdopted: list(day),
  planModified: list(day),
  planTerminated: list(day),
  taxWithholding: withholding,
  disclaimer: (kind) => called("disclaims_beneficial_ownership", kind),
  holders: list(holder),
  vesting,
  includedComponents: list(component),
  gift: ({ to }) => (to === null ? null : called("gift", to)),
  transfer: ({ kind }) => called("transfer", kind),
  splits: list(split),
  conversionRatios: list(conversion),
  exemptAcquisitions: list(({ rule }) => `Rule ${rule}`),
  underwritten: () => null,
  award: () => null,
  surrender: () => null,
};

/** What a note states, in words, in the order of the list of facts. */
export function describeFacts(facts: StatedFacts): DescribedFact[] {
  return FACT_NAMES.flatMap(({ name, words: label }) => {
    const words = describeFact(facts, name);
    return words === undefined ? [] : [{ name, label, words }];
  });
}

function describeFact<Name extends FactName>(facts: StatedFacts, name: Name): string | null | undefined {
  const fact = facts[name] as { value: Parameters<Describe[Name]>[0] } | undefined;
  return fact && (DESCRIBE[name] as (value: Parameters<Describe[Name]>[0]) => string | null)(fact.value);
}
