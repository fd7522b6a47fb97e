import type { FilingEntry } from "@/lib/record/filing";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { remembered } from "@/lib/values/remembered";
import { readFacts } from "./facts/read-facts";
import { factsByNote } from "./facts-by-note";
import { filedNotes } from "./filed-notes";

/** Notes recur from page to page. */
const factsOf = remembered(readFacts, 5_000);

/** What the notes of a filing state, by their ids, and its remarks under `REMARKS`; what states nothing is left out. */
export function entryFacts(entry: FilingEntry): ReadonlyMap<string, StatedFacts> {
  return new Map([...factsByNote(filedNotes(entry), factsOf)].map(([{ id }, facts]) => [id, facts]));
}
