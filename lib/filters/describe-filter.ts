import {
  type FactsFilter,
  FILTER_NAMES,
  type FilingFilter,
  type FilterName,
  type FirstFilter,
  type ImplausibleFilter,
  type PlanFilter,
  type PositionFilter,
  type PriceRangeFilter,
  type Side,
  UNKNOWN_SIC,
} from "@/lib/filters/filing-filter";
import { describeParty, type Party } from "@/lib/filters/party";
import { describeRelativeDates } from "@/lib/filters/relative-dates";
import type { RowPattern } from "@/lib/record/derived-filing";
import { industryGroup } from "@/lib/record/industry";
import type { Role } from "@/lib/record/role";
import { formatDateRange } from "@/lib/values/dates";
import { formatShares } from "@/lib/values/decimals";

/** Names by CIK, for filters that ask by number. */
export type PartyNames = { issuers: Record<string, string>; insiders: Record<string, string> };

/** The filter in words: "code P or S, filed June 9–12, 2025, issuer Kestrel Grid Systems". Empty if there is no filter. */
export const describeFilter = (filter: FilingFilter, names: PartyNames): string =>
  FILTER_NAMES.flatMap((name) => DESCRIBE[name]?.(filter, names) ?? []).join(", ");

/** A range is described as a whole at its start, so its end adds nothing. */
const DESCRIBE: Record<FilterName, ((filter: FilingFilter, names: PartyNames) => string | null) | null> = {
  issuer: ({ issuer }, { issuers }) => describeParties("issuer", issuer, issuers),
  insider: ({ insider }, { insiders }) => describeParties("insider", insider, insiders),
  sic: ({ sic }) => (sic.length > 0 ? `industry ${either(sic.map(describeSic))}` : null),
  role: ({ role }) => (role.length > 0 ? `by ${either(role.map(oneOfRole))}` : null),
  filedFrom: ({ filedFrom, filedTo }) => describeRange("filed", filedFrom, filedTo),
  filedWithin: ({ filedWithin }) => filedWithin && `filed ${describeRelativeDates(filedWithin)}`,
  filedTo: null,
  tradedFrom: ({ tradedFrom, tradedTo }) => describeRange("traded", tradedFrom, tradedTo),
  tradedTo: null,
  tradedWithin: ({ tradedWithin }) => tradedWithin && `traded ${describeRelativeDates(tradedWithin)}`,
  code: ({ code }) => (code.length > 0 ? `code ${either(code)}` : null),
  form: ({ form }) => (form.length > 0 ? `Form ${either(form)}` : null),
  plan: ({ plan }) => (plan.length > 0 ? either(plan.map((state) => PLAN_WORDS[state])) : null),
  adoptedFrom: ({ adoptedFrom, adoptedTo }) => describeRange("10b5-1 plan adopted", adoptedFrom, adoptedTo),
  adoptedTo: null,
  adoptedDaysFrom: ({ adoptedDaysFrom, adoptedDaysTo }) =>
    describeDays("traded", adoptedDaysFrom, adoptedDaysTo, "day", "the plan was adopted"),
  adoptedDaysTo: null,
  priceRange: ({ priceRange }) =>
    priceRange.length > 0 ? either(priceRange.map((range) => PRICE_RANGE_WORDS[range])) : null,
  implausible: ({ implausible }) =>
    implausible.length > 0 ? either(implausible.map((asked) => IMPLAUSIBLE_WORDS[asked])) : null,
  side: ({ side }) => (side.length > 0 ? either(side.map((each) => SIDE_WORDS[each])) : null),
  ownership: ({ ownership }) =>
    ownership.length > 0 ? `held ${either(ownership.map((each) => OWNERSHIP_WORDS[each]))}` : null,
  table: ({ table }) => (table.length > 0 ? `in Table ${either(table)}` : null),
  priceFrom: ({ priceFrom, priceTo }) => describeAmounts("price", priceFrom, priceTo, inDollars),
  priceTo: null,
  sharesFrom: ({ sharesFrom, sharesTo }) =>
    sharesFrom === null && sharesTo === null
      ? null
      : `${atLeast(sharesFrom, sharesTo, grouped)} ${unitOf("share", sharesFrom, sharesTo)}`,
  sharesTo: null,
  valueFrom: ({ valueFrom, valueTo }) => describeAmounts("value", valueFrom, valueTo, inDollars),
  valueTo: null,
  changeFrom: ({ changeFrom, changeTo }) =>
    describeAmounts("change in the holding", changeFrom, changeTo, (percent) => `${grouped(percent)}%`),
  changeTo: null,
  position: ({ position }) => (position.length > 0 ? either(position.map((each) => POSITION_WORDS[each])) : null),
  delayFrom: ({ delayFrom, delayTo }) => describeDays("reported", delayFrom, delayTo, "business day", "the trade"),
  delayTo: null,
  label: ({ label }) => (label.length > 0 ? `${either(label)} trade` : null),
  first: ({ first }) => (first.length > 0 ? either(first.map((each) => FIRST_WORDS[each])) : null),
  pattern: ({ pattern }) => (pattern.length > 0 ? either(pattern.map((each) => PATTERN_WORDS[each])) : null),
  clusterFrom: ({ clusterFrom }) => clusterFrom && `in a cluster of at least ${clusterFrom} insiders`,
  citesFacts: ({ citesFacts }) => (citesFacts.length > 0 ? either(citesFacts.map((each) => FACTS_WORDS[each])) : null),
  late: ({ late }) => (late.length > 0 ? "reported late" : null),
  amended: ({ amended }) => (amended.length > 0 ? "amended filing or amendment" : null),
  joint: ({ joint }) => (joint.length > 0 ? "joint filing" : null),
};

/** The choice of a list without this filter: "Any trade date". The end of a range has none of its own. */
export const ANY_WORDS: Record<FilterName, string | null> = {
  issuer: "Any issuer",
  insider: "Any insider",
  filedFrom: "Any filing date",
  filedTo: null,
  tradedFrom: "Any trade date",
  tradedTo: null,
  code: "Any code",
  form: "Any form",
  plan: "With or without a 10b5-1 plan",
  adoptedFrom: "Any date of adopting the plan",
  adoptedTo: null,
  adoptedDaysFrom: "Any time between plan and trade",
  adoptedDaysTo: null,
  priceRange: "With or without a price range",
  implausible: "With or without an implausible figure",
  sic: "Any industry",
  role: "Any role",
  label: "Routine or not",
  first: "First purchase or not",
  pattern: "In a pattern or not",
  clusterFrom: "In a cluster or not",
  citesFacts: "With or without facts in footnotes",
  filedWithin: "Any filing date",
  tradedWithin: "Any trade date",
  side: "Acquired or disposed of",
  ownership: "Direct or indirect",
  table: "Any table",
  priceFrom: "Any price",
  priceTo: null,
  sharesFrom: "Any number of shares",
  sharesTo: null,
  valueFrom: "Any value",
  valueTo: null,
  changeFrom: "Any change in the holding",
  changeTo: null,
  position: "Any position",
  delayFrom: "Any delay",
  delayTo: null,
  late: "Late or on time",
  amended: "Amended or not",
  joint: "By one owner or several",
};

export const ROLE_WORDS: Record<Role, string> = {
  director: "Director",
  officer: "Officer",
  ceo: "CEO",
  cfo: "CFO",
  coo: "COO",
  president: "President",
  "general-counsel": "General counsel",
  chair: "Chair",
  vp: "Vice president",
  "ten-percent": "10% owner",
  other: "Other",
};

/** "a CFO", "an officer" */
function oneOfRole(role: Role): string {
  if (role === "other") return "someone with another relationship";
  const words = /^C.O$/.test(ROLE_WORDS[role]) ? ROLE_WORDS[role] : ROLE_WORDS[role].toLowerCase();
  return `${words.startsWith("o") ? "an" : "a"} ${words}`;
}

/** "SIC 36 (Electronic and other electrical equipment)" */
export function describeSic(digits: string): string {
  if (digits === UNKNOWN_SIC) return "not known";
  const group = industryGroup(digits);
  return group === null ? `SIC ${digits}` : `SIC ${digits} (${group})`;
}

export const SIDE_WORDS: Record<Side, string> = { A: "acquired", D: "disposed of" };

export const OWNERSHIP_WORDS = { D: "directly", I: "indirectly" };

export const POSITION_WORDS: Record<PositionFilter, string> = {
  new: "new position",
  closed: "holding reduced to zero",
};

export const grouped = (figure: string) => formatShares(figure) ?? figure;
export const inDollars = (figure: string) => `$${grouped(figure)}`;

/** "at least 5", "at most 10", "5 to 10", "5" */
function atLeast(from: string | null, to: string | null, print: (figure: string) => string): string {
  if (from === null) return `at most ${print(to ?? "")}`;
  if (to === null) return `at least ${print(from)}`;
  return from === to ? print(from) : `${print(from)} to ${print(to)}`;
}

const describeAmounts = (word: string, from: string | null, to: string | null, print: (figure: string) => string) =>
  from === null && to === null ? null : `${word} of ${atLeast(from, to, print)}`;

/** The unit after the ends of a range, of which at least one is given. */
const unitOf = (unit: string, from: string | null, to: string | null) =>
  (from ?? to) === "1" && (to ?? from) === "1" ? unit : `${unit}s`;

export const PLAN_WORDS: Record<PlanFilter, string> = {
  under: "under a 10b5-1 plan",
  "not-indicated": "10b5-1 plan not indicated",
  "no-box": "on a form without the 10b5-1 box",
};

export const PRICE_RANGE_WORDS: Record<PriceRangeFilter, string> = {
  stated: "price range stated",
  wide: "price range wider than $1",
};

export const FIRST_WORDS: Record<FirstFilter, string> = {
  "1": "first purchase in this database",
  "2y": "first purchase in two years",
};

export const PATTERN_WORDS: Record<RowPattern, string> = {
  "exercise-and-sale": "exercise and sale on the same day",
  "gift-before-fall": "gift before a fall in the holding",
};

export const FACTS_WORDS: Record<FactsFilter, string> = {
  with: "with facts in footnotes",
  without: "without facts in footnotes",
};

export const IMPLAUSIBLE_WORDS: Record<ImplausibleFilter, string> = {
  yes: "implausible price or number of shares",
  no: "no implausible price or number of shares",
};

/** "traded 30 to 90 days after the plan was adopted", "reported within 2 business days after the trade" */
function describeDays(verb: string, from: string | null, to: string | null, unit: string, event: string) {
  if (from === null && to === null) return null;
  const days = from === null ? `within ${to}` : atLeast(from, to, (figure) => figure);
  return `${verb} ${days} ${unitOf(unit, from, to)} after ${event}`;
}

const either = (words: string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

function describeParties(word: string, parties: Party[], names: Record<string, string>): string | null {
  if (parties.length === 0) return null;
  return `${word} ${either(parties.map((party) => describeParty(party, names)))}`;
}

function describeRange(word: string, from: string | null, to: string | null): string | null {
  const range = formatDateRange(from, to);
  return range === null ? null : `${word} ${range}`;
}
