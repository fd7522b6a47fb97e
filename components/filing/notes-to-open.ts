import type { ListedNote } from "@/lib/footnotes/listed-notes";
import { statedSpans } from "@/lib/footnotes/stated-spans";
import { type Note, type Notes, noteKey } from "./note";

/**
 * The notes of a filing by key: a reference opens the first note of its id, with any others of the same.
 * @param stated by note id, the words that something we say was read from
 */
export function notesToOpen(
  accessionNumber: string,
  notes: readonly ListedNote[],
  stated: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Notes {
  return Object.fromEntries(
    notes.map(({ anchor, footnoteId, text, repeatsId }) => {
      const others = notes.filter((other) => other.repeatsId && other.footnoteId === footnoteId);
      const sameId = repeatsId || footnoteId === null ? [] : others.map((other) => other.text);
      const spans = repeatsId || footnoteId === null ? [] : statedSpans(text, stated.get(footnoteId) ?? []);
      const note: Note = { text };
      if (spans.length > 0) note.stated = spans;
      if (sameId.length > 0) note.sameId = sameId;
      return [noteKey(accessionNumber, anchor), note];
    }),
  );
}
