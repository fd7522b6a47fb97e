import type { FilingFilter, PlanFilter, PriceRangeFilter } from "@/lib/filters/filing-filter";
import type { Party } from "@/lib/filters/party";
import { formatDateRange } from "@/lib/values/dates";

/** Names by CIK, for what a filter asks for by number. */
export type PartyNames = { issuers: Record<string, string>; insiders: Record<string, string> };

/** The filter in words: "code P or S, filed June 9–12, 2025, issuer Kestrel Grid Systems". Empty for no filter. */
export function describeFilter(filter: FilingFilter, names: PartyNames): string {
  const parts = [
    describeParties("issuer", filter.issuer, names.issuers),
    describeParties("insider", filter.insider, names.insiders),
    describeRange("filed", filter.filedFrom, filter.filedTo),
    describeRange("traded", filter.tradedFrom, filter.tradedTo),
    filter.code.length > 0 ? `code ${either(filter.code)}` : null,
    filter.form.length > 0 ? `Form ${either(filter.form)}` : null,
    filter.plan.length > 0 ? either(filter.plan.map((plan) => PLAN_WORDS[plan])) : null,
    describeRange("10b5-1 plan adopted", filter.adoptedFrom, filter.adoptedTo),
    describeDays(filter.adoptedDaysFrom, filter.adoptedDaysTo),
    filter.priceRange.length > 0 ? either(filter.priceRange.map((range) => PRICE_RANGE_WORDS[range])) : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

export const PLAN_WORDS: Record<PlanFilter, string> = {
  under: "under a 10b5-1 plan",
  "not-indicated": "10b5-1 plan not indicated",
  "no-box": "on a form without the 10b5-1 box",
};

export const PRICE_RANGE_WORDS: Record<PriceRangeFilter, string> = {
  stated: "price range stated",
  wide: "price range wider than $1",
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
  return `${word} ${either(parties.map((p) => ("cik" in p ? (names[p.cik] ?? `CIK ${p.cik}`) : `“${p.words.join(" ")}”`)))}`;
}

function describeRange(word: string, from: string | null, to: string | null): string | null {
  const range = formatDateRange(from, to);
  return range === null ? null : `${word} ${range}`;
}
