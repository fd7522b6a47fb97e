import type { ListedNote } from "@/lib/footnotes/listed-notes";
import type { RunningNote } from "@/lib/footnotes/running-notes";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { type Notes, noteKey } from "@/lib/views/note";
import { openableNote } from "./openable-note";

type Read = {
  /** By footnote id, the words from which we read a fact. */
  stated?: ReadonlyMap<string, ReadonlySet<string>>;
  /** By footnote id, the facts it states. */
  facts?: ReadonlyMap<string, StatedFacts>;
  /** By footnote id, where a footnote that was cut off continues. */
  running?: ReadonlyMap<string, RunningNote>;
  /** Whether the filing is still waiting to be derived. */
  isWaiting?: boolean;
};

/** The footnotes of a filing by key. A reference opens the first footnote with its id, then any others with the same id. */
export function notesToOpen(
  accessionNumber: string,
  notes: readonly ListedNote[],
  { stated = new Map(), facts = new Map(), running = new Map(), isWaiting }: Read = {},
): Notes {
  return Object.fromEntries(
    notes.map(({ anchor, footnoteId, text, repeatsId, uses }) => {
      const key = noteKey(accessionNumber, anchor);
      // Facts of an id are read from its first footnote.
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
