import {
  FILTER_NAMES,
  type FilingFilter,
  type FilterName,
  type ImplausibleFilter,
  type PlanFilter,
  type PriceRangeFilter,
} from "@/lib/filters/filing-filter";
import { describeParty, type Party } from "@/lib/filters/party";
import { formatDateRange } from "@/lib/values/dates";

/** Names by CIK, for filters that ask by number. */
export type PartyNames = { issuers: Record<string, string>; insiders: Record<string, string> };

/** The filter in words: "code P or S, filed June 9–12, 2025, issuer Kestrel Grid Systems". Empty if there is no filter. */
export const describeFilter = (filter: FilingFilter, names: PartyNames): string =>
  FILTER_NAMES.flatMap((name) => DESCRIBE[name]?.(filter, names) ?? []).join(", ");

/** A range is described as a whole at its start, so its end adds nothing. */
const DESCRIBE: Record<FilterName, ((filter: FilingFilter, names: PartyNames) => string | null) | null> = {
  issuer: ({ issuer }, { issuers }) => describeParties("issuer", issuer, issuers),
  insider: ({ insider }, { insiders }) => describeParties("insider", insider, insiders),
  filedFrom: ({ filedFrom, filedTo }) => describeRange("filed", filedFrom, filedTo),
  filedTo: null,
  tradedFrom: ({ tradedFrom, tradedTo }) => describeRange("traded", tradedFrom, tradedTo),
  tradedTo: null,
  code: ({ code }) => (code.length > 0 ? `code ${either(code)}` : null),
  form: ({ form }) => (form.length > 0 ? `Form ${either(form)}` : null),
  plan: ({ plan }) => (plan.length > 0 ? either(plan.map((state) => PLAN_WORDS[state])) : null),
  adoptedFrom: ({ adoptedFrom, adoptedTo }) => describeRange("10b5-1 plan adopted", adoptedFrom, adoptedTo),
  adoptedTo: null,
  adoptedDaysFrom: ({ adoptedDaysFrom, adoptedDaysTo }) => describeDays(adoptedDaysFrom, adoptedDaysTo),
  adoptedDaysTo: null,
  priceRange: ({ priceRange }) =>
    priceRange.length > 0 ? either(priceRange.map((range) => PRICE_RANGE_WORDS[range])) : null,
  implausible: ({ implausible }) =>
    implausible.length > 0 ? either(implausible.map((asked) => IMPLAUSIBLE_WORDS[asked])) : null,
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
};

export const PLAN_WORDS: Record<PlanFilter, string> = {
  under: "under a 10b5-1 plan",
  "not-indicated": "10b5-1 plan not indicated",
  "no-box": "on a form without the 10b5-1 box",
};

export const PRICE_RANGE_WORDS: Record<PriceRangeFilter, string> = {
  stated: "price range stated",
  wide: "price range wider than $1",
};

export const IMPLAUSIBLE_WORDS: Record<ImplausibleFilter, string> = {
  yes: "implausible price or number of shares",
  no: "no implausible price or number of shares",
};

/** "traded 30 to 90 days after the plan was adopted" */
function describeDays(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null;
  const days = from === null ? `at most ${to}` : to === null ? `at least ${from}` : `${from} to ${to}`;
  return `traded ${days} days after the plan was adopted`;
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
