import type { statedFacts } from "@/db/schema";
import { textMd5 } from "@/db/schema/text-md5";
import { factKinds } from "@/lib/footnotes/fact-kinds";
import { factsByNote } from "@/lib/footnotes/facts-by-note";
import { joinedNotes } from "@/lib/footnotes/joined-notes";
import { readFacts, readFactsOfEach } from "@/lib/footnotes/read-facts";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { remembered } from "@/lib/values/remembered";

export type FactsLine = typeof statedFacts.$inferInsert;

/** A note of a filing, or its remarks: then `id` is `remarks` and `position` 0. */
export type StoredNote = { accessionNumber: string; position: number; id: string | null; text: string };

/** The facts of a note that continues in, or from, another. Neither text states them alone. */
export type CarriedOn = { accessionNumber: string; position: number; kinds: string[] };

/** Many notes have the same text. */
const factsOf = remembered(readFacts, 2_000);

/** Null if the text states no facts. Some facts are of no kind that can be searched for. */
export const factsLine = (text: string, facts = factsOf(text)): FactsLine | null =>
  Object.keys(facts).length === 0 ? null : { textMd5: textMd5(text), facts, kinds: factKinds(facts) };

/** The facts of many texts, each of which is given once, and the texts that cannot be read. */
export function factsLines(texts: readonly string[]): { lines: FactsLine[]; odd: string[] } {
  const lines: FactsLine[] = [];
  const odd: string[] = [];
  const facts = factsOfAll(texts);
  for (const [index, text] of texts.entries()) {
    try {
      const line = factsLine(text, facts?.[index]);
      if (line) lines.push(line);
    } catch {
      odd.push(text);
    }
  }
  return { lines, odd };
}

/** Null if one of the texts cannot be read: then each is read alone. */
function factsOfAll(texts: readonly string[]): StatedFacts[] | null {
  try {
    return readFactsOfEach(texts);
  } catch {
    return null;
  }
}

/**
 * For notes that continue in each other: the joined texts, and the facts of each note.
 * @param notes of one filing, in the order of the document, with the remarks last
 */
export function carriedOn(notes: readonly StoredNote[]): { texts: string[]; carriedOn: CarriedOn[] } {
  const joined = joinedNotes(notes).filter((group) => group.notes.length > 1);
  if (joined.length === 0) return { texts: [], carriedOn: [] };
  const stated = factsByNote(notes, factsOf);
  const none: StatedFacts = {};
  return {
    texts: joined.map(({ text }) => text),
    carriedOn: joined.flatMap((group) =>
      group.notes.map((note) => ({
        accessionNumber: note.accessionNumber,
        position: note.position,
        kinds: factKinds(stated.get(note) ?? none),
      })),
    ),
  };
}
