import { PLAN_WORDS } from "@/lib/filters/describe-filter";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { describeParty, type Party } from "@/lib/filters/party";
import { describeRelativeDates, type RelativeDates } from "@/lib/filters/relative-dates";
import { formatDateRange } from "@/lib/values/dates";
import { upperFirst } from "@/lib/values/upper-first";

/** "$25,000 or more", "up to 500", "5 to 10" */
export function rangeInWords(from: string | null, to: string | null, print: (text: string) => string): string | null {
  if (from !== null && to !== null) return `${print(from)} to ${print(to)}`;
  if (from !== null) return `${print(from)} or more`;
  return to === null ? null : `Up to ${print(to)}`;
}

export const datesInWords = (from: string | null, to: string | null, within: RelativeDates | null) =>
  listed([
    within && upperFirst(describeRelativeDates(within).replace("in the ", "")),
    formatDateRange(from, to, "short"),
  ]);

/** A short description of the plan filters. */
export const planInWords = ({ plan, adoptedFrom, adoptedTo, adoptedDaysFrom, adoptedDaysTo }: FilingFilter) => {
  const adopted = formatDateRange(adoptedFrom, adoptedTo, "short");
  const hasDays = adoptedDaysFrom !== null || adoptedDaysTo !== null;
  return listed([
    ...plan.map((asked) => PLAN_WORDS[asked]),
    adopted && `adopted ${adopted}`,
    hasDays ? `traded after ${adoptedDaysFrom ?? 0}–${adoptedDaysTo ?? "…"} days` : null,
  ]);
};

/** Several conditions of one field; null if none is set. */
export const listed = (words: readonly (string | null)[]) => words.filter((each) => each !== null).join(", ") || null;

export const partiesInWords = (parties: readonly Party[], names: Record<string, string>) =>
  listed(parties.map((party) => describeParty(party, names)));
