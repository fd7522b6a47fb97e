import type { FactName, Stated, StatedFacts } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { type FiledNote, type JoinedNote, joinedNotes } from "./joined-notes";

/**
 * What each note of a filing states. Notes that were cut and continue in another are read as one text. A fact then belongs to
 * every note that contains its words, and an item of a list to the first of them. Notes that state nothing are left out.
 * @param notes in the document's order, the remarks last
 */
export function factsByNote<N extends FiledNote>(
  notes: readonly N[],
  factsOf: (text: string) => StatedFacts,
): ReadonlyMap<N, StatedFacts> {
  const facts = new Map<N, StatedFacts>();
  for (const joined of joinedNotes(notes)) {
    const found = factsOf(joined.text);
    if (Object.keys(found).length === 0) continue;
    const [only] = joined.notes;
    if (only && joined.notes.length === 1) facts.set(only, found);
    else for (const [note, own] of takenApart(joined, found)) facts.set(note, own);
  }
  return facts;
}

function takenApart<N extends FiledNote>(joined: JoinedNote<N>, found: StatedFacts): Map<N, StatedFacts> {
  const parts = new Map<N, Record<string, Stated<unknown>>>();
  const of = (note: N) => {
    const known = parts.get(note) ?? {};
    parts.set(note, known);
    return known;
  };
  for (const [name, fact] of Object.entries(found) as [FactName, Stated<unknown>][]) {
    if (Array.isArray(fact.value)) {
      for (const [index, element] of fact.value.entries()) {
        const [place] = toNotes(joined, fact.spans[index]);
        if (!place) continue;
        const own = of(place.note);
        own[name] ??= { value: [], spans: [] };
        (own[name].value as unknown[]).push(element);
        own[name].spans.push(place.span);
      }
      continue;
    }
    for (const { note, span } of fact.spans.flatMap((span) => toNotes(joined, span))) {
      const own = of(note);
      own[name] ??= { value: fact.value, spans: [] };
      own[name].spans.push(span);
    }
  }
  return parts as Map<N, StatedFacts>;
}

const toNotes = <N extends FiledNote>({ toNotes: places }: JoinedNote<N>, span: Span | undefined) =>
  span === undefined ? [] : places(span);
