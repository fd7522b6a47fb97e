import type { ListedNote } from "@/lib/footnotes/listed-notes";
import { type Notes, noteKey } from "./note";

/** The notes of a filing by key: a reference opens the first note of its id, with any others of the same. */
export function notesToOpen(accessionNumber: string, notes: readonly ListedNote[]): Notes {
  return Object.fromEntries(
    notes.map(({ anchor, footnoteId, text, repeatsId }) => {
      const others = notes.filter((other) => other.repeatsId && other.footnoteId === footnoteId);
      const sameId = repeatsId || footnoteId === null ? [] : others.map((other) => other.text);
      return [noteKey(accessionNumber, anchor), sameId.length > 0 ? { text, sameId } : { text }];
    }),
  );
}
