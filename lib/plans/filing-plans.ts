import type { FilingEntry } from "@/lib/record/filing";
import { rowId } from "@/lib/record/reported-row";
import { planOfRow } from "./plan-of-row";

/** Purchases and sales of a filing under one plan, as far as the filing distinguishes plans. */
export type FilingPlan = {
  adoptedOn: string | null;
  /** Ids of the notes that say so; null for the remarks. */
  from: (string | null)[];
  /** Row ids (`I-2`). */
  rows: string[];
};

/** The plans in a filing, in the order of its rows, and whether each purchase and sale is under one. */
export function filingPlans(entry: FilingEntry): { plans: FilingPlan[]; speakForAll: boolean } {
  const plans = new Map<string | null, FilingPlan>();
  let speakForAll = true;
  for (const row of entry.rows) {
    const plan = planOfRow(entry, row);
    if (plan === null) continue;
    if (plan.state !== "box" && plan.state !== "note") {
      speakForAll = false;
      continue;
    }
    const known = plans.get(plan.adoptedOn) ?? { adoptedOn: plan.adoptedOn, from: [], rows: [] };
    plans.set(plan.adoptedOn, known);
    known.rows.push(rowId(row));
    if (plan.words !== null && !known.from.includes(plan.footnoteId)) known.from.push(plan.footnoteId);
  }
  return { plans: [...plans.values()], speakForAll };
}
