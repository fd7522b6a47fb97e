import { planAdoption } from "./plan-adoption";
import { planTransactions } from "./plan-transactions";
import { namesRule10b5 } from "./rule-10b5-1";
import { sentences } from "./sentences";
import type { Words } from "./words";
import type { WrittenDate } from "./written-dates";

/** What a note says of a 10b5-1 plan. */
export type PlanStatement = {
  /** That a reported transaction was made under one. */
  underPlan: Words | null;
  /** That it was not. */
  notUnderPlan: Words | null;
  /** The one day on which it was adopted. */
  adoptedOn: WrittenDate | null;
};

const NOTHING: PlanStatement = { underPlan: null, notUnderPlan: null, adoptedOn: null };

/** Reads one note, or the remarks. */
export function planStatement(text: string): PlanStatement {
  if (!namesRule10b5(text)) return NOTHING;
  const parts = sentences(text);
  const found = planTransactions(text, parts);
  const underPlan = found.find(({ isDenied }) => !isDenied)?.words ?? null;
  const denied = found.find(({ isDenied }) => isDenied)?.words ?? null;
  return {
    underPlan,
    notUnderPlan: underPlan ? null : denied,
    adoptedOn: planAdoption(text, parts, underPlan),
  };
}
