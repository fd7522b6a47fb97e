import type { FilingEntry } from "@/lib/edgar/filing";
import { remembered } from "@/lib/holdings/remembered";
import { readFacts } from "./facts/read-facts";
import { factsByNote } from "./facts-by-note";
import { filedNotes } from "./filed-notes";
import type { StatedFacts } from "./stated-facts";

/** Notes recur from page to page. */
const factsOf = remembered(readFacts, 5_000);

/** What the notes of a filing state, by their ids, and its remarks under `REMARKS`; what states nothing is left out. */
export function entryFacts(entry: FilingEntry): ReadonlyMap<string, StatedFacts> {
  return new Map([...factsByNote(filedNotes(entry), factsOf)].map(([{ id }, facts]) => [id, facts]));
}
