import type { ListedNote } from "@/lib/footnotes/listed-notes";
import type { RunningNote } from "@/lib/footnotes/running-notes";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { type Notes, noteKey } from "@/lib/views/note";
import { openableNote } from "./openable-note";

type Read = {
  /** By note id, the words that something we say was read from. */
  stated?: ReadonlyMap<string, ReadonlySet<string>>;
  /** By note id, what it states. */
  facts?: ReadonlyMap<string, StatedFacts>;
  /** By note id, how it runs on. */
  running?: ReadonlyMap<string, RunningNote>;
  /** Whether the filing is still to be derived. */
  isWaiting?: boolean;
};

/** The notes of a filing by key: a reference opens the first note of its id, with any others of the same. */
export function notesToOpen(
  accessionNumber: string,
  notes: readonly ListedNote[],
  { stated = new Map(), facts = new Map(), running = new Map(), isWaiting }: Read = {},
): Notes {
  return Object.fromEntries(
    notes.map(({ anchor, footnoteId, text, repeatsId, uses }) => {
      const key = noteKey(accessionNumber, anchor);
      // What was read of an id was read of its first note.
      if (repeatsId || footnoteId === null) return [key, { text }];
      const sameId = notes.filter((other) => other.repeatsId && other.footnoteId === footnoteId);
      const note = openableNote(text, {
        facts: facts.get(footnoteId) ?? {},
        words: stated.get(footnoteId),
        uses,
        running: running.get(footnoteId),
        isWaiting,
      });
      if (sameId.length > 0) note.sameId = sameId.map((other) => other.text);
      return [key, note];
    }),
  );
}
