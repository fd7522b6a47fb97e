import { REMARKS } from "@/lib/footnotes/filed-notes";
import type { FilingEntry } from "@/lib/record/filing";
import { partsOfKey } from "@/lib/record/row-key";

/**
 * The words in a filing's notes, by id, and in its remarks, from which we read something about its rows: plans and the days of
 * their adoption, reasons of gaps.
 */
export function statedWords({ filing, notes, derived }: FilingEntry): ReadonlyMap<string, Set<string>> {
  const stated = new Map<string, Set<string>>();
  const add = (id: string, words: string) => stated.set(id, (stated.get(id) ?? new Set()).add(words));
  for (const { trade, check } of Object.values(derived.rows)) {
    const plan = trade?.plan;
    if (plan?.words) {
      const id = plan.footnoteId ?? REMARKS;
      add(id, plan.words);
      const adopted = derived.facts.get(id)?.planAdopted;
      const day = adopted?.spans[adopted.value.indexOf(plan.adoptedOn ?? "")];
      if (day) add(id, ((id === REMARKS ? filing.remarks : notes[id]) ?? "").slice(...day));
    }
    const { accessionNumber: number, id } = partsOfKey(check?.reason?.from ?? "");
    if (check?.reason?.words && id && number === filing.accessionNumber) add(id, check.reason.words);
  }
  return stated;
}
