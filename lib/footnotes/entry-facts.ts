import { REMARKS } from "@/lib/derive/stated-words";
import type { FilingEntry } from "@/lib/edgar/filing";
import { remembered } from "@/lib/holdings/remembered";
import { readFacts } from "./facts/read-facts";
import type { StatedFacts } from "./stated-facts";

/** Notes recur from page to page. */
const factsOf = remembered(readFacts, 5_000);

/** What the notes of a filing state, by their ids, and its remarks under `REMARKS`; what states nothing is left out. */
export function entryFacts({ filing: { remarks }, notes }: FilingEntry): ReadonlyMap<string, StatedFacts> {
  const texts: [string, string][] = [
    ...Object.entries(notes),
    ...(remarks === null ? [] : [[REMARKS, remarks] as [string, string]]),
  ];
  return new Map(
    texts.flatMap(([id, text]) => {
      const facts = factsOf(text);
      return Object.keys(facts).length === 0 ? [] : [[id, facts] as const];
    }),
  );
}
