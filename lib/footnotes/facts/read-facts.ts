import { type NoteText, noteText } from "@/lib/footnotes/note-text";
import type { FactName, StatedFacts } from "@/lib/footnotes/stated-facts";

type Readers = { [Name in FactName]: (note: NoteText) => StatedFacts[Name] | null };

/** By fact, what reads it; in the order in which facts are listed. */
const READERS: Partial<Readers> = {};

/** All that a note, or the remarks, states. */
export function readFacts(text: string): StatedFacts {
  const note = noteText(text);
  const facts: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(READERS)) {
    const fact = read(note);
    if (fact) facts[name] = fact;
  }
  return facts;
}
